"""The page on output tells every format and option that there is."""

from pathlib import Path

import pytest

from disclint.reporters import disclint_reporters
from disclint.reporting import ColumnUnit

PAGE = (Path(__file__).parent.parent / "docs" / "output.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", disclint_reporters())
def test_every_format_has_a_row_and_a_chapter(form: str) -> None:
    assert f"\n| `{form}` | " in PAGE
    assert f"\n## `{form}`\n" in PAGE


@pytest.mark.parametrize("unit", ColumnUnit)
def test_every_unit_of_columns_has_a_row(unit: ColumnUnit) -> None:
    assert f"\n| `{unit.value}` | " in PAGE


def test_no_format_is_told_that_there_is_not() -> None:
    chapters = [line.removeprefix("## ") for line in PAGE.splitlines() if line.startswith("## `")]
    options = ["`-o`: a file", "`--column-unit`: what editors count", "`--color`"]
    assert chapters == [*options, *(f"`{form}`" for form in disclint_reporters())]
