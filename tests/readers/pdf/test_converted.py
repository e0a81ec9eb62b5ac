"""Made-up reports that a word processor has made PDFs of."""

from collections.abc import Callable

import pytest

from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.boxes import report_pieces
from tests.pages import page_of
from tests.readers.conftest import Convert
from tests.readers.pdf.test_pdf import EDITIONS, figures, said, source_of
from tests.writing import HEADINGS, write_report

STYLES = {
    "plain": "",
    "large, over many pages": "td { height: 50pt; font-size: 14pt }",
    "small": "td { font-size: 8pt }",
    "double rules": "table { border-spacing: 2px; border-collapse: separate }",
}


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
    source = converted(page_of(report_pieces(chosen, value, year), STYLES[style]))
    text = Source("report.txt", write_report(chosen, value, year=year))
    assert figures(linter.bind(source)[0]) == numbers
    assert said(linter.lint(source)) == said(linter.lint(text))


def test_without_borders_headings_and_figures_stand_in_the_lines(
    converted: Callable[[str], Source], forms: dict[str, Form]
) -> None:
    chosen = [forms[name] for name in EDITIONS[2023]]
    source = converted(page_of(report_pieces(chosen, lambda _: "7", 2023), "", border=0))
    lines = [line.split() for line in source.text.split("\n")]
    assert [[heading] in lines for heading in HEADINGS] == [True] * 6
    assert ["一、本年新收政府信息公开申请数量", *"7777777"] in lines
    assert list("7" * 15) in lines
