"""One report with faults in it, in every layout and file format: the same findings to the cell."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

import pytest

from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.boxes import Rows, report_pieces
from tests.filling import find_form, row_of
from tests.office import docx, sheet_of, xlsx
from tests.pages import page_of
from tests.readers.conftest import Convert
from tests.writing import LayoutName, write_line, write_report

YEAR = 2023
FORMS = ("active-2021", "requests-2021", "disputes")
FIGURES: Mapping[str, str] = {
    **{f"active-2021.normative-documents.{name}": "12" for name in ("issued", "repealed")},
    "active-2021.licences.decisions": "7.5",
    "active-2021.penalties.decisions": "-3",
    "active-2021.coercion.decisions": "/",
    "active-2021.fees.fees-collected": "43.78万元",
    **{
        f"requests-2021.{name}": text
        for name, text in (
            row_of("received", 31, 2, 0, 0, 0, 1)
            | row_of("carried-in", 3)
            | row_of("disclosed", 20, 2)
            | {"disclosed.total": "25"}  # a row total that does not add up
            | row_of("unavailable-not-held", 9)
            | row_of("declined-repeated", 3, 0, 0, 0, 0, 1)
            | row_of("results-total", 32, 2, 0, 0, 0, 1)
            | row_of("carried-out", 2)
        ).items()
    },
    "disputes.cases.review-upheld": "4",  # its total is left at 0
    "disputes.cases.direct-corrected": "2",
    "disputes.cases.direct-total": "2",
}
CODES = {"DIS207", "DIS206", "DIS205", "DIS303", "DIS405", "DIS406"}


def value(slot: Slot) -> str:
    return FIGURES.get(slot.id, "0")


def framed(pieces: Sequence[str | Rows]) -> str:
    """Return a web page with the whole report in one table, as a sheet is saved."""
    page = page_of(pieces).replace("<p>", "<tr><td colspan=10>").replace("</p>", "</td></tr>")
    start = page.index("<tr>")
    rows = re.sub("</?(?:table|body|html)[^>]*>", "", page[start:])
    return f"<!DOCTYPE html><meta charset='utf-8'><table>{rows}</table>"


Write = Callable[[list[Form], Convert | None], bytes]


def in_layout(layout: LayoutName) -> Write:
    return lambda forms, _: write_report(forms, value, layout, YEAR).encode()


def pieces(forms: list[Form]) -> list[str | Rows]:
    return report_pieces(forms, value, YEAR)


WRITTEN: Mapping[str, Write] = {
    **{f"{layout}.txt": in_layout(layout) for layout in get_args(LayoutName)},
    "spaced.txt": lambda forms, _: write_line(forms, value, lambda: " ", YEAR).encode(),
    "utf-16.txt": lambda forms, _: write_report(forms, value, year=YEAR).encode("utf-16"),
    "gb18030.txt": lambda forms, _: write_report(forms, value, year=YEAR).encode("gb18030"),
    "crlf.txt": lambda forms, _: (
        write_report(forms, value, year=YEAR).replace("\n", "\r\n").encode("utf-8-sig")
    ),
    "spans.html": lambda forms, _: page_of(pieces(forms)).encode(),
    "framed.html": lambda forms, _: framed(pieces(forms)).encode(),
    "merged.docx": lambda forms, _: docx(*pieces(forms)),
    "merged.xlsx": lambda forms, _: xlsx({"报告": sheet_of(pieces(forms))}),
}
CONVERTED = {
    "docx": ("docx", "docx:MS Word 2007 XML"),
    "doc": ("docx", "doc:MS Word 97"),
    "rtf": ("docx", "rtf:Rich Text Format"),
    "pdf": ("docx", "pdf:writer_pdf_Export"),
    "html": ("docx", "html:HTML (StarWriter)"),
    "htm": ("xlsx", "htm:HTML (StarCalc)"),
    "xlsx": ("xlsx", "xlsx:Calc MS Excel 2007 XML"),
    "xls": ("xlsx", "xls:MS Excel 97"),
    "ods": ("xlsx", "ods:calc8"),
}


def said(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Return what is said, each message naming its cell, in no order."""
    return sorted((one.code, one.message.zh) for one in found)


@pytest.fixture(scope="module")
def used(linter: Linter) -> list[Form]:
    return [find_form(linter, name) for name in FORMS]


@pytest.fixture(scope="module")
def expected(linter: Linter, used: list[Form]) -> list[tuple[str, str]]:
    """What is said of the tabbed text; the faults that are in it, and no other."""
    found = linter.lint(Source("report.txt", write_report(used, value, year=YEAR)))
    assert {one.code for one in found} == CODES
    return said(found)


def read(linter: Linter, data: bytes, name: str) -> Source:
    source = linter.read(data, name)
    assert isinstance(source, Source), source
    return source


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_said_does_not_depend_on_how_it_is_written(
    name: str, linter: Linter, used: list[Form], expected: list[tuple[str, str]]
) -> None:
    source = read(linter, WRITTEN[name](used, None), name)
    assert said(linter.lint(source)) == expected


@pytest.mark.parametrize("kind", CONVERTED)
def test_nor_on_the_program_that_has_written_it(
    kind: str,
    linter: Linter,
    used: list[Form],
    expected: list[tuple[str, str]],
    convert: Convert,
) -> None:
    base, to = CONVERTED[kind]
    data = convert(WRITTEN[f"merged.{base}"](used, None), f".{base}", to)
    assert said(linter.lint(read(linter, data, f"report.{kind}"))) == expected
