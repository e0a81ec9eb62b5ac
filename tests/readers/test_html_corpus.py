"""Real pages: their figures as they stand there, where each stands, and what is said of them."""

from pathlib import Path

import pytest

from disclint.diagnostics import Diagnostic
from disclint.linter import Linter
from disclint.records import Record, figure_records
from disclint.source import Source

SHUYANG = "2023_shuyang_fagaiju.html"
PINGTAN = "2020_pingtan.DERIVED_t3t4.html"

# Read off the pages: a line for each row of the form, a dash for each cell that is blank.
SHUYANG_2 = ["0 0 0", "8 0 18", "0", "0", "0", "0"]
SHUYANG_3 = [
    "26 - - - - - 26",
    "0 - - - - - 0",
    "26 - - - - - 26",
    *["0 - - - - - 0"] * 20,
    "26 - - - - - 26",
    "0 - - - - - 0",
]
SHUYANG_4 = ["0 0 0 1 1 0 0 0 0 0 0 0 0 0 0"]
PINGTAN_3 = [
    "20 0 0 0 0 1 21",
    "0 0 0 0 0 0 0",
    "6 0 0 0 0 1 7",
    "6 0 0 0 0 0 6",
    *["0 0 0 0 0 0 0"] * 8,
    "4 0 0 0 0 0 4",
    "0 0 0 0 0 0 0",
    "3 0 0 0 0 0 3",
    "0 0 0 0 0 0 0",
    "3 0 0 0 0 0 3",
    *["0 0 0 0 0 0 0"] * 3,
    "4 0 0 0 0 0 4",
    "20 0 0 0 0 1 21",
    "0 0 0 0 0 0 0",
]
PINGTAN_4 = [" ".join("0" * 15)]


def opened(linter: Linter, folder: Path, name: str) -> Source:
    source = linter.open(str(folder / "corpus" / name))
    assert isinstance(source, Source)
    return source


def records(linter: Linter, source: Source) -> list[Record]:
    return list(figure_records(source, linter.bind(source)))


def figures(found: list[Record], table: int) -> list[str]:
    """Return what stands in each row of a table."""
    rows: dict[str, list[str]] = {}
    for record in found:
        if record.table == table:
            rows.setdefault(record.row, []).append(record.text or "-")
    return [" ".join(row) for row in rows.values()]


@pytest.mark.parametrize(
    ("name", "table", "expected"),
    [
        (SHUYANG, 2, SHUYANG_2),
        (SHUYANG, 3, SHUYANG_3),
        (SHUYANG, 4, SHUYANG_4),
        (PINGTAN, 2, []),
        (PINGTAN, 3, PINGTAN_3),
        (PINGTAN, 4, PINGTAN_4),
    ],
)
def test_all_figures_of_a_page_are_read(
    name: str, table: int, expected: list[str], linter: Linter, real_reports: Path
) -> None:
    assert figures(records(linter, opened(linter, real_reports, name)), table) == expected


@pytest.mark.parametrize(("name", "count"), [(SHUYANG, 10 + 50 + 15), (PINGTAN, 23 * 7 + 15)])
def test_each_figure_stands_at_its_line_and_column(
    name: str, count: int, linter: Linter, real_reports: Path
) -> None:
    page = (real_reports / "corpus" / name).read_text(encoding="utf-8").split("\n")
    found = [one for one in records(linter, opened(linter, real_reports, name)) if one.text]
    assert len(found) == count
    for record in found:
        assert record.line
        assert record.column_number
        assert page[record.line - 1][record.column_number - 1 :].startswith(record.text), record


def said(linter: Linter, folder: Path, name: str) -> list[Diagnostic]:
    return linter.lint(opened(linter, folder, name))


def test_a_hundred_blank_cells_are_one_convention(linter: Linter, real_reports: Path) -> None:
    (found,) = said(linter, real_reports, SHUYANG)
    assert found.code == "DIS210"
    assert "125" in found.message.en


def test_a_row_that_is_counted_twice_is_found(linter: Linter, real_reports: Path) -> None:
    found = said(linter, real_reports, PINGTAN)
    (twice,) = [one for one in found if one.code != "DIS101"]
    assert (twice.code, twice.start.line) == ("DIS403", 29)
    assert "is 20" in twice.message.en
    assert "（二）部分公开" in twice.message.en
    # The page has but the two tables.
    assert len(found) - 1 == len("一二五六")


def test_the_title_and_the_year_are_found(linter: Linter, real_reports: Path) -> None:
    for name, year in ((SHUYANG, 2023), (PINGTAN, 2020)):
        assert linter.bind(opened(linter, real_reports, name))[0].identity.year == year
