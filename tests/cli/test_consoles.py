"""Consoles that cannot print a character, and readers that have had enough."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.wide import NAME, TEXT
from tests.reporters.backs import READERS
from tests.reporters.demands import DEMANDS

UNDECODABLE = b"qinghe-\xb8\xe4.txt"


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "C"],
)
def test_nothing_dies_where_a_character_cannot_be_printed(
    form: str, variables: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    locale = variables.get("LC_ALL", "C.UTF-8")
    arguments = [NAME, "--lang", "zh", "--output-format", form]
    done = run(*arguments, cwd=folder, LC_ALL=locale)
    assert (done.status, done.err) == (1, "")
    assert done.out.isascii() or form == "github"  # commands have no way to escape characters
    assert "DIS303" in done.out
    if form in DEMANDS:
        DEMANDS[form](done.out)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
@pytest.mark.parametrize("form", READERS)
def test_a_name_that_cannot_be_decoded_is_given_out_somehow(form: str, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(UNDECODABLE)).write_text(TEXT, encoding="utf-8")
    done = run(".", "--output-format", form, cwd=tmp_path)
    assert (done.status, done.err) == (1, "")
    assert "qinghe-" in done.out
    if form in DEMANDS:
        DEMANDS[form](done.out)
    if form == "sarif":
        assert '"uri": "qinghe-%B8%E4.txt"' in done.out
    assert run(".", "--output-format", form, "-o", "found", cwd=tmp_path).status == 1
    assert (tmp_path / "found").read_text(encoding="utf-8") == done.out


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_a_reader_that_has_had_enough_is_no_reason_for_a_word(form: str, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TEXT + "共办理__件。\n" * 3000, encoding="utf-8")
    program = [sys.executable, "-m", "disclint", "long.txt", "--output-format", form]
    done = subprocess.run(
        ["/bin/sh", "-c", f"{shlex.join(program)} | head -1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
