"""What the figures of real reports are, written down by hand from their pages: numbers only."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from disclint.linter import Linter
from disclint.records import Record, figure_records
from disclint.source import Source

Rows = Sequence[Sequence[str]]
"""The figures of one table, row by row as the form has them; what is no figure is its state."""

_NONE = ("0 0 0 0 0 0 0",)


def rows(*lines: str) -> Rows:
    """Return rows whose figures are parted by spaces."""
    return [line.split() for line in lines]


HONGZE_2023: Mapping[str, Rows] = {
    "active-2021": rows("0 0 0", "0 5 5", "550", "4119", "195", "7730.28"),
    "requests-2019": rows(
        "21 0 0 0 0 0 21",
        *_NONE * 2,
        "4 0 0 0 0 0 4",
        "1 0 0 0 0 0 1",
        *_NONE * 4,
        "1 0 0 0 0 0 1",
        "1 0 0 0 0 0 1",
        *_NONE,
        "10 0 0 0 0 0 10",
        "3 0 0 0 0 0 3",
        *_NONE,
        "1 0 0 0 0 0 1",
        *_NONE * 5,
        "21 0 0 0 0 0 21",
        *_NONE,
    ),
    "disputes": rows("10 1 0 0 0 0 0 0 0 0 5 0 0 0 0"),
}

KEWEI_2024: Mapping[str, Rows] = {
    "active-2021": rows("0 0 0", "13 0 55", "97", "0", "0", "0"),
    "requests-2021": rows(
        "32 2 0 0 0 0 34",
        "2 0 0 0 0 0 2",
        "9 0 0 0 0 0 9",
        *_NONE * 5,
        "1 0 0 0 0 0 1",
        "1 0 0 0 0 0 1",
        *_NONE * 2,
        "4 0 0 0 0 0 4",
        "6 0 0 0 0 0 6",
        *_NONE * 6,
        "8 2 0 0 0 0 10",
        *_NONE,
        "4 0 0 0 0 0 4",
        "33 2 0 0 0 0 35",
        "1 0 0 0 0 0 blank",
    ),
    "disputes": rows("1 0 0 0 1 0 0 0 0 0 0 0 0 0 0"),
}


def open_report(linter: Linter, path: Path) -> Source:
    """Return the text of a real report."""
    source = linter.open(str(path))
    assert isinstance(source, Source)
    return source


def figures_in(linter: Linter, path: Path) -> Mapping[str, Rows]:
    """Return the figures of each form in a file; what is no figure stands as its state."""
    source = open_report(linter, path)
    tables: dict[str, dict[str, list[str]]] = {}
    for record in figure_records(source, linter.bind(source)):
        by_row = tables.setdefault(record.form, {})
        by_row.setdefault(record.row_id, []).append(_shown(record))
    return {form: list(by_row.values()) for form, by_row in tables.items()}


def _shown(record: Record) -> str:
    return record.value if record.state in {"figure", "recovered"} else record.state


def findings_in(linter: Linter, path: Path) -> list[str]:
    """Return `line CODE` for each finding in a file."""
    found = linter.lint(open_report(linter, path))
    return [f"{said.start.line} {said.code}" for said in found]
