"""Made-up reports that a word processor has made PDFs of."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.boxes import Drawn, report_blocks
from tests.readers.conftest import Convert
from tests.readers.pdf.test_pdf import EDITIONS, figures, said, source_of
from tests.writing import HEADINGS, write_report

STYLES = {
    "plain": "",
    "large, over many pages": "td { height: 50pt; font-size: 14pt }",
    "small": "td { font-size: 8pt }",
    "double rules": "table { border-spacing: 2px; border-collapse: separate }",
}


def page_of(blocks: Iterator[str | list[Drawn]], style: str, border: int = 1) -> str:
    """Return the report as a web page."""
    parts = [
        _table(block, border) if isinstance(block, list) else f"<p>{block}</p>" for block in blocks
    ]
    head = f"<head><meta charset='utf-8'><style>{style}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _table(cells: Sequence[Drawn], border: int) -> str:
    rows = "".join(
        "<tr>" + "".join(_cell(cell) for cell in cells if cell.row == row) + "</tr>"
        for row in range(max(cell.row for cell in cells) + 1)
    )
    return f"<table border='{border}' cellspacing='0' cellpadding='4' width='100%'>{rows}</table>"


def _cell(cell: Drawn) -> str:
    return f"<td rowspan='{cell.rows}' colspan='{cell.columns}'>{cell.text}</td>"


@pytest.fixture
def converted(convert: Convert) -> Callable[[str], Source]:
    """Return what is read of the PDF that a web page is made into."""

    def read(page: str) -> Source:
        to = "pdf:writer_pdf_Export"
        return source_of(convert(page.encode(), ".html", to, reading="HTML (StarWriter)"))

    return read


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("year", EDITIONS)
def test_a_report_is_read_like_its_text(
    year: int,
    style: str,
    converted: Callable[[str], Source],
    linter: Linter,
    forms: dict[str, Form],
) -> None:
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) * 7 % 13))

    chosen = [forms[name] for name in EDITIONS[year]]
    source = converted(page_of(report_blocks(chosen, value, year), STYLES[style]))
    text = Source("report.txt", write_report(chosen, value, year=year))
    assert figures(linter.bind(source)[0]) == numbers
    assert said(linter.lint(source)) == said(linter.lint(text))


def test_without_borders_headings_and_figures_stand_in_the_lines(
    converted: Callable[[str], Source], forms: dict[str, Form]
) -> None:
    chosen = [forms[name] for name in EDITIONS[2023]]
    source = converted(page_of(report_blocks(chosen, lambda _: "7", 2023), "", border=0))
    lines = [line.split() for line in source.text.split("\n")]
    assert [[heading] in lines for heading in HEADINGS] == [True] * 6
    assert ["一、本年新收政府信息公开申请数量", *"7777777"] in lines
    assert list("7" * 15) in lines
