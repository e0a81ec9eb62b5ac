"""Files as LibreOffice writes them: the same figures and findings as in the plain text."""

from collections.abc import Callable

import pytest

from disclint.binding.bound import BoundReport
from disclint.diagnostics import Diagnostic
from disclint.forms import Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.boxes import report_pieces
from tests.filling import find_form
from tests.office import cell, docx, para, row, sheet_of, table, xlsx
from tests.readers.conftest import Convert
from tests.test_layouts_agree import EDITIONS
from tests.writing import write_report

FORMATS = {
    ".docx": ["docx:MS Word 2007 XML", "doc:MS Word 97", "rtf:Rich Text Format"],
    ".xlsx": ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods:calc8"],
}


@pytest.mark.parametrize("year", EDITIONS)
@pytest.mark.parametrize(
    "kinds",
    [(suffix, to) for suffix, kinds in FORMATS.items() for to in kinds],
    ids="{0[1]}".format,
)
def test_a_whole_report_is_read_from_what_another_program_has_written(
    year: int,
    kinds: tuple[str, str],
    convert: Convert,
    linter: Linter,
    bind: Callable[[str], BoundReport],
) -> None:
    suffix, to = kinds
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) + 1))

    used = [find_form(linter, name) for name in EDITIONS[year]]
    pieces = report_pieces(used, value, year)
    data = docx(*pieces) if suffix == ".docx" else xlsx({"报告": sheet_of(pieces)})
    source = linter.read(convert(data, suffix, to), f"report.{to.partition(':')[0]}")
    assert isinstance(source, Source)
    text = Source("report.txt", write_report(used, value, year=year))
    assert {figure.slot.id: figure.text for figure in bind(source.text).figures()} == numbers
    assert _said(linter.lint(source)) == _said(linter.lint(text))


def _said(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.message.en) for diagnostic in found]


PAGE = """<html><meta charset="utf-8"><body><p>青禾县</p><table>
<tr><td rowspan=2>规章</td><td colspan=2>本年</td></tr>
<tr><td>0</td><td>1<table><tr><td>内</td><td>外</td></tr></table></td></tr></table>
<ol><li>甲</li><li>乙</li></ol><p>平稳</p></body></html>"""
PAGE_LINES = "青禾县 \x1d 规章\x1f本年\x1f\x1e \x1d 0 1 \x1d 内\x1f外\x1f\x1e \x1d 1.甲 2.乙 平稳"


@pytest.mark.parametrize("kind", ["docx:MS Word 2007 XML", "doc:MS Word 97"])
def test_merged_and_nested_tables_and_lists_come_through(
    kind: str, convert: Convert, linter: Linter
) -> None:
    made = convert(PAGE.encode(), ".html", "docx:MS Word 2007 XML")
    if kind.startswith("doc:"):
        made = convert(made, ".docx", kind)
    source = linter.read(made, "report")
    assert isinstance(source, Source)
    assert source.text.split() == PAGE_LINES.split()


def test_an_old_document_tells_table_row_and_cell(convert: Convert, linter: Linter) -> None:
    body = table(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")))
    source = linter.read(convert(docx(para("首"), body), ".docx", "doc:MS Word 97"), "a.doc")
    assert isinstance(source, Source)
    assert str(source.place(source.text.index("丁")).part) == "table 1, row 2, cell 2"
