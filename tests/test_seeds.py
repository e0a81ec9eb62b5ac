"""The five seed reports: what must be said of them, what may be, and every figure to the digit."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from disclint.diagnostics import Diagnostic, Severity
from disclint.linter import Linter
from disclint.records import Record, figure_records
from disclint.source import Source

SEEDS = ("000", "001", "002", "003", "004")
FIGURES = 22 + 161 + 15

# The lines of "What the five seed reports must show" whose codes are there. Each E and W was read
# against the text: nothing else is said, and all of it is true.
MUST_SHOW = {
    "000": [
        "11 DIS703",
        "11 DIS502",
        "76 DIS203",
        "77 DIS209",
        "87 DIS302",
        "90 DIS102",
        "143 DIS201",
        "345 DIS202",
        "394 DIS701",
    ],
    "001": ["1 DIS702", "3 DIS803", "9 DIS703", "13 DIS502", "123 DIS209"],
    "002": ["20 DIS110", "90 DIS301", "95 DIS110", "358 DIS110", "405 DIS804"],
    "003": ["6 DIS701", "6 DIS704", "395 DIS111"],
    "004": ["3 DIS109", "19 DIS501", "167 DIS401"],
}
# What is not a figure, by the line of its cell; everything else is one.
NOT_FIGURES = {
    "000": {143: "blank", 345: "missing"},
    "001": {},
    "002": {},
    "003": {},
    "004": {167: "blank"},
}


def open_seed(linter: Linter, folder: Path, seed: str) -> Source:
    (path,) = (folder / "seeds").glob(f"{seed}_*.txt")
    source = linter.open(str(path))
    assert isinstance(source, Source)
    return source


def records(linter: Linter, source: Source) -> list[Record]:
    return list(figure_records(source, linter.bind(source)))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_must_be_shown_is_shown_and_nothing_else(
    seed: str, linter: Linter, real_reports: Path
) -> None:
    found = linter.lint(open_seed(linter, real_reports, seed))
    assert [f"{said.start.line} {said.code}" for said in found] == MUST_SHOW[seed]


@pytest.mark.parametrize("seed", ["001", "003"])
def test_of_a_report_in_order_nothing_is_an_error(
    seed: str, linter: Linter, real_reports: Path
) -> None:
    found: list[Diagnostic] = linter.lint(open_seed(linter, real_reports, seed))
    assert all(said.severity is not Severity.ERROR for said in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_of_the_form_has_its_record(
    seed: str, linter: Linter, real_reports: Path
) -> None:
    found = records(linter, open_seed(linter, real_reports, seed))
    assert len(found) == FIGURES
    assert len({(record.form, record.row_id, record.column_id) for record in found}) == FIGURES
    states = {record.line: record.state for record in found if record.state != "figure"}
    assert states == NOT_FIGURES[seed]


def figure_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of all that stands alone in its line like a figure.

    This reads no table, knows no label and shares nothing with the program but the line's number.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        word = unicodedata.normalize("NFKC", line).strip()
        if re.fullmatch(r"[+-]?\d+(\.\d+)?(万元|萬元|万)?", word):
            yield number, word


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_are_those_that_an_independent_count_finds(
    seed: str, linter: Linter, real_reports: Path
) -> None:
    source = open_seed(linter, real_reports, seed)
    counted = dict(figure_lines(source.text))
    read = {
        record.line: record
        for record in records(linter, source)
        if record.state == "figure" and record.line
    }
    assert read.keys() == counted.keys()
    for line, word in counted.items():
        assert Decimal(read[line].value) == Decimal(re.sub(r"[万萬元]", "", word)), line


@pytest.mark.parametrize("seed", SEEDS)
def test_a_record_stands_where_it_says(seed: str, linter: Linter, real_reports: Path) -> None:
    source = open_seed(linter, real_reports, seed)
    lines = source.text.split("\n")
    for record in records(linter, source):
        if record.state == "figure" and record.line and record.column_number:
            assert lines[record.line - 1][record.column_number - 1 :].startswith(record.text)


def test_the_figures_stand_in_the_order_of_the_form(linter: Linter, real_reports: Path) -> None:
    for seed in SEEDS:
        found = records(linter, open_seed(linter, real_reports, seed))
        lines = [record.line for record in found if record.state == "figure" and record.line]
        assert lines == sorted(lines)
