"""A real report as PDF: every figure, and what is to be found in it."""

from pathlib import Path

import pytest

from disclint.linter import Linter
from disclint.source import Source

ZEROS = "0 0 0 0 0 0 0"
FIGURES = {
    # Table 2, on the form of 2021.
    "active-2021.rules": "0 0 0",
    "active-2021.normative-documents": "0 5 5",
    "active-2021.licences": "550",
    "active-2021.penalties": "4119",
    "active-2021.coercion": "195",
    "active-2021.fees": "7730.28",
    # Table 3, on the form of 2019; a page ends amid it.
    "requests-2019.received": "21 0 0 0 0 0 21",
    "requests-2019.carried-in": ZEROS,
    "requests-2019.disclosed": ZEROS,
    "requests-2019.partly-disclosed": "4 0 0 0 0 0 4",
    "requests-2019.refused-state-secret": "1 0 0 0 0 0 1",
    "requests-2019.refused-forbidden-by-law": ZEROS,
    "requests-2019.refused-security": ZEROS,
    "requests-2019.refused-third-party": ZEROS,
    "requests-2019.refused-internal-affairs": ZEROS,
    "requests-2019.refused-process": "1 0 0 0 0 0 1",
    "requests-2019.refused-enforcement-file": "1 0 0 0 0 0 1",
    "requests-2019.refused-administrative-query": ZEROS,
    "requests-2019.unavailable-not-held": "10 0 0 0 0 0 10",
    "requests-2019.unavailable-needs-making": "3 0 0 0 0 0 3",
    "requests-2019.unavailable-unclear": ZEROS,
    "requests-2019.declined-petition": "1 0 0 0 0 0 1",
    "requests-2019.declined-repeated": ZEROS,
    "requests-2019.declined-publication": ZEROS,
    "requests-2019.declined-massive": ZEROS,
    "requests-2019.declined-confirmation": ZEROS,
    "requests-2019.other-handling": ZEROS,
    "requests-2019.results-total": "21 0 0 0 0 0 21",
    "requests-2019.carried-out": ZEROS,
    # Table 4: reviews, lawsuits at once, lawsuits after a review.
    "disputes.cases": "10 1 0 0 0 0 0 0 0 0 5 0 0 0 0",
}
FINDINGS = [
    ("DIS108", "page 3, table 2, row 1, cell 1"),
    ("DIS107", "page 3, table 2, row 9, cell 3"),
    ("DIS406", "page 4, table 2, row 4, cell 5"),
    ("DIS405", "page 4, table 2, row 4, cell 15"),
]


@pytest.fixture(scope="module")
def source(real_reports: Path, linter: Linter) -> Source:
    opened = linter.open(str(real_reports / "corpus" / "2023_hongze_qu.pdf"))
    assert isinstance(opened, Source)
    return opened


def test_every_figure_is_read(source: Source, linter: Linter) -> None:
    rows: dict[str, list[str]] = {}
    (report,) = linter.bind(source)
    for figure in report.figures():
        name = f"{figure.slot.form.id}.{figure.slot.row.id}"
        rows.setdefault(name, []).append(figure.text)
    assert {name: " ".join(texts) for name, texts in rows.items()} == FIGURES


def test_what_is_wrong_is_found_in_its_cell_and_nothing_else(
    source: Source, linter: Linter
) -> None:
    found = [(one.code, str(one.start.part)) for one in linter.lint(source)]
    assert found == FINDINGS


def test_page_numbers_are_no_text(source: Source) -> None:
    assert not [line for line in source.text.split("\n") if line.strip("- ").isdigit()]
