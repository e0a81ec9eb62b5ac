"""What docs/editors.md has for those who use no editor: a file to drop reports on, an entry."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from tests.editors.draft import NAME, write_draft
from tests.editors.programs import call, file_of, need, write_file
from tests.installing import ROOT

CLEAN = ROOT / "docs/samples/qinghe-2021.txt"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs a script for a POSIX shell")


def call_script(folder: Path, *reports: str) -> str:
    """Run the script for reports in `folder`; return what was opened, a line a file."""
    script = write_file("disclint-report", folder)
    viewer = folder / "programs" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text('#!/bin/sh\necho "$1"\n')
    for program in (script, viewer):
        program.chmod(0o755)
    programs = [viewer.parent, Path(sys.executable).parent, os.environ["PATH"]]
    return call(script, *reports, cwd=folder, PATH=os.pathsep.join(map(str, programs)))


def test_the_script_writes_what_is_found_beside_each_report_and_shows_it(tmp_path: Path) -> None:
    write_draft(tmp_path)
    shutil.copy(CLEAN, tmp_path / "好.txt")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04\x14")
    opened = call_script(tmp_path, NAME, "好.txt", "坏.docx", "没有.txt")
    assert opened.splitlines() == [f"{NAME}.log", "好.txt.log", "坏.docx.log", "没有.txt.log"]
    said = (tmp_path / f"{NAME}.log").read_text(encoding="utf-8")
    assert f"{NAME}:7:18: DIS110 “XX件”" in said
    assert (tmp_path / "好.txt.log").read_text(encoding="utf-8") == "没有发现问题。\n"
    for name in ("坏.docx.log", "没有.txt.log"):
        assert "未能检查" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_results_are_not_taken_for_reports(tmp_path: Path) -> None:
    write_draft(tmp_path)
    call_script(tmp_path, NAME)
    out = call("disclint", "--lang", "en", str(Path(NAME).parent), cwd=tmp_path, statuses=[1])
    assert out
    assert ".log:" not in out


def test_the_entry_is_as_the_standard_for_entries_demands(tmp_path: Path) -> None:
    validator = need("desktop-file-validate", "desktop-file-utils")
    entry = write_file("disclint-report.desktop", tmp_path)
    assert not call(validator, entry, cwd=tmp_path)


def test_the_batch_file_is_ascii_and_its_command_checks_a_report(tmp_path: Path) -> None:
    text = file_of("disclint.bat")
    assert text.isascii()
    report = write_draft(tmp_path)
    (command,) = re.findall(r"^py (.+)$", text, re.MULTILINE)
    words = [word.replace("%~1", str(report)) for word in shlex.split(command)]
    assert not call(sys.executable, *words, cwd=tmp_path, statuses=[1], PYTHONUTF8="1")
    said = report.with_name(f"{report.name}.log").read_text(encoding="utf-8")
    assert f"{report}:7:18: DIS110 “XX件”" in said


def test_every_result_that_the_batch_file_opens_or_removes_is_the_one_it_has_written() -> None:
    text = file_of("disclint.bat")
    for line in ('-o "%~1.log"', 'del "%~1.log"', 'notepad "%~1.log"'):
        assert text.count(line) == 1
