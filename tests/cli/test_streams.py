"""Where output cannot go as it should: consoles, pipes and disks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.reporters.backs import READERS

NAME = "青禾县𠮷.txt"
TEXT = "一、总体情况\n𠮷镇共办理__件。\n"
SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
LITTLE = ("bash", "-c", 'ulimit -f 1; exec "$@"', "-")
"""A shell under which no file may hold more than a kilobyte."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "C"],
)
def test_nothing_dies_of_a_character(
    form: str, language: str, variables: dict[str, str], folder: Path
) -> None:
    environment = {**os.environ, **variables}
    command = [sys.executable, "-m", "disclint", NAME, "none.txt", "--lang", language]
    done = subprocess.run(
        [*command, "--output-format", form, "--color", "always"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"DIS706" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("form", ["text", "full", "sarif"])
def test_a_reader_that_has_had_enough_is_no_fault(form: str) -> None:
    command = [sys.executable, "-m", "disclint", str(SAMPLES), "--output-format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        said = started.stderr.read()
        status = started.wait(60)
    assert said == b""
    assert status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no bounds of this kind")
@pytest.mark.parametrize("form", ["text", "sarif"])
def test_on_a_disk_that_is_full_the_old_content_is_kept(form: str, tmp_path: Path) -> None:
    (tmp_path / "found").write_text("before", encoding="utf-8")
    arguments = [str(SAMPLES), "--output-format", form, "-o", "found", "--quiet", "--no-cache"]
    done = run(*arguments, cwd=tmp_path, under=LITTLE, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (done.status, done.out) == (2, "")
    assert done.err == "disclint: cannot write to found: File too large\n"
    assert (tmp_path / "found").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["found"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_standard_output_that_is_full_is_told_in_one_line() -> None:
    done = run(SAMPLES, onto=Path("/dev/full"))
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert done.err.startswith("disclint: ")
    assert "No space left on device" in done.err
