"""Folders of made-up reports for a census, and what comes out for them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from disclint.linter import Linter
from tests.together import report_of

TABLES = ("figures", "findings", "files")
YEARS = (2021, 2022, 2023)


def write_reports(linter: Linter, folder: Path, count: int) -> list[Path]:
    """Write `count` reports into `folder`: by bodies on three years, each fifth with a slip."""
    made: list[Path] = []
    for number in range(count):
        year, body = YEARS[number % len(YEARS)], f"青禾县第{number // len(YEARS):03}镇人民政府"
        figures = {"received.person": "3"} if number % 5 == 0 else {}
        path = folder / str(year) / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report_of(linter, year, figures, body), encoding="utf-8")
        made.append(path)
    return made


def read_tables(folder: Path) -> dict[str, list[Mapping[str, Any]]]:
    """Return the rows of each table of the census in `folder`, in an order of their own."""
    return {name: sorted(rows_of(folder, name), key=_order) for name in TABLES}


def rows_of(folder: Path, name: str) -> list[Mapping[str, Any]]:
    """Return the rows of one table."""
    parts = sorted(folder.glob(f"part-*/{name}.parquet"))
    if not parts:
        return []
    rows: list[Mapping[str, Any]] = pa.concat_tables(map(pq.read_table, parts)).to_pylist()
    return rows


def files_in(folder: Path) -> Sequence[str]:
    """Return the files that the census has a row of, however often."""
    return sorted(row["file"] for row in rows_of(folder, "files"))


def _order(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(f"{value!s:>12}" for value in row.values())
