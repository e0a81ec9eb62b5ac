"""The programs that read what disclint says, and the files that docs/editors.md has for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.guides import files_of
from tests.installing import ROOT

_BIN = Path(sys.executable).parent


def file_of(title: str) -> str:
    """Return a file of docs/editors.md."""
    return files_of((ROOT / "docs/editors.md").read_text(encoding="utf-8"))[title]


def write_file(title: str, folder: Path) -> Path:
    """Write a file of docs/editors.md below `folder`; return its path."""
    path = folder / title
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file_of(title), encoding="utf-8")
    return path


def need(program: str, package: str) -> str:
    """Return the path of a program, or skip the test for want of it."""
    found = shutil.which(program)
    if not found:
        pytest.skip(f"{program} is not installed (apt-get install {package})")
    return found


def call(
    *command: str | Path, cwd: Path, statuses: Sequence[int] = (0,), **environment: str
) -> str:
    """Run a program that finds this disclint first, with `cwd` as home; return what it printed."""
    path = f"{_BIN}{os.pathsep}{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "HOME": str(cwd), "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode in statuses, done.stdout + done.stderr
    return done.stdout
