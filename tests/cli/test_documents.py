"""Documents of other formats on the command line: places, limits, and one bad file among good."""

import os
import sys
from pathlib import Path

import pytest

from disclint.forms import Form, Slot
from tests.boxes import report_pieces
from tests.cli.running import run
from tests.office import docx, zipped
from tests.writing import write_report

FORMS = ("active-2021", "requests-2021", "disputes")


def value(slot: Slot) -> str:
    return "9" if slot.id == "requests-2021.disclosed.total" else "0"


@pytest.fixture
def folder(tmp_path: Path, forms: dict[str, Form]) -> Path:
    """A folder with one report as text and as a Word document, a wrong total in each."""
    used = [forms[name] for name in FORMS]
    (tmp_path / "report.docx").write_bytes(docx(*report_pieces(used, value, 2023)))
    text = write_report(used, value, year=2023)
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "part"), [("en", "[table 2, row 6, cell 9]"), ("zh", "[第2个表格第6行第9格]")]
)
def test_a_finding_in_a_document_without_lines_names_its_part(
    folder: Path, language: str, part: str
) -> None:
    done = run("report.docx", "--lang", language, cwd=folder)
    (line,) = done.out.splitlines()
    assert done.status == 1
    assert line.startswith("report.docx:")
    assert line.endswith(part)


def test_a_figure_in_a_document_without_lines_is_extracted_with_its_part(folder: Path) -> None:
    done = run("extract", "report.docx", cwd=folder)
    assert done.status == 0
    assert sum("第2个表格第6行第9格" in line for line in done.out.splitlines()) == 1


def test_what_goes_beyond_a_limit_is_not_checked_and_the_others_are(folder: Path) -> None:
    done = run(".", "--limit", "cells=20", cwd=folder)
    limited, other = done.out.splitlines()
    assert done.status == 2
    assert "DIS001" in limited
    assert "beyond the limit cells (20)" in limited
    assert other.startswith("./report.txt:")
    assert run(".", "--limit", "cells=2000", cwd=folder).status == 1


def test_a_file_of_too_many_bytes_is_not_read(folder: Path) -> None:
    done = run("report.txt", "--limit", "file-bytes=100", cwd=folder)
    assert done.status == 2
    assert "beyond the limit file-bytes (100)" in done.out


def test_standard_input_of_too_many_bytes_is_not_read(folder: Path) -> None:
    data = (folder / "report.txt").read_bytes()
    done = run("-", "--limit", "file-bytes=100", stdin=data)
    assert done.status == 2
    assert "<stdin>:1:1: DIS001 beyond the limit file-bytes (100)" in done.out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "no report found" in run("pipe.txt", cwd=folder).out


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("cell=20", "no such limit: cell; there are file-bytes"),
        ("cells=many", "not a whole number: 'many'"),
        ("cells", "not a whole number: ''"),
        ("seconds=1000001", "too large: 1000001; 1000000 at most"),
        ("memory-bytes=" + "9" * 20, "too large: 99999999999999999999; "),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(folder: Path, limit: str, message: str) -> None:
    done = run("report.txt", "--limit", limit, cwd=folder)
    assert done.status == 2
    assert message in done.err


def test_a_bomb_in_a_folder_harms_no_other_file(folder: Path) -> None:
    bomb = zipped({"[Content_Types].xml": "", "word/document.xml": b" " * 60_000_000})
    (folder / "bomb.docx").write_bytes(bomb)
    (folder / "cut.docx").write_bytes((folder / "report.docx").read_bytes()[:2000])
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    done = run(".", "--limit", "unpacked-bytes=1000000", cwd=folder)
    found = {line.split(":")[0]: line.split()[1] for line in done.out.splitlines()}
    assert done.status == 2
    assert found == {
        "./bomb.docx": "DIS001",
        "./cut.docx": "DIS001",
        "./cut.pdf": "DIS001",
        "./report.docx": "DIS406",
        "./report.txt": "DIS406",
    }
