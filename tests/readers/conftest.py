"""What the tests of readers share: files as another program writes them."""

import shutil
import subprocess
from pathlib import Path
from typing import Protocol

import pytest


class Convert(Protocol):
    """Returns what LibreOffice makes of a file with one suffix as a file with another."""

    def __call__(self, data: bytes, suffix: str, to: str, reading: str = "") -> bytes:
        """Return the file; `reading` names the filter that `data` is read with."""


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return the converter; skip the test where LibreOffice is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed: libreoffice-writer, libreoffice-calc")
    folder = tmp_path_factory.mktemp("office")

    def run(data: bytes, suffix: str, to: str, reading: str = "") -> bytes:
        source = folder / f"in{suffix}"
        source.write_bytes(data)
        made = folder / "out" / f"in.{to.partition(':')[0]}"
        made.unlink(missing_ok=True)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", *([f"--infilter={reading}"] if reading else [])]
        subprocess.run(
            [office, profile, *options, "--convert-to", to, "--outdir", made.parent, source],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return Path(made).read_bytes()

    return run
