"""Real reports set against each other: what is said of them was read in them."""

from pathlib import Path

from disclint.ledger import Standing
from disclint.linter import Comparison, Linter
from disclint.source import Source


def compared(linter: Linter, paths: list[Path]) -> list[Comparison]:
    sources = [linter.open(str(path)) for path in paths]
    files = [linter.file(one, linter.bind(one)) for one in sources if isinstance(one, Source)]
    return list(linter.compare(files))


def test_what_one_body_carried_over_came_in_the_next_year_in_the_new_edition(
    linter: Linter, real_reports: Path
) -> None:
    """Nothing was left over from 2020: there are zeros in all columns of both years."""
    names = ("2020_pingtan.runon.txt", "2021_pingtan.runon.txt")
    _, after = compared(linter, [real_reports / "corpus" / name for name in names])
    assert after.diagnostics == []
    chain = [one for one in linter.ledger_across(after) if one.id == "R5"]
    assert [one.standing for one in chain] == [Standing.HELD] * 7


def test_reports_of_different_bodies_have_nothing_to_do_with_each_other(
    linter: Linter, real_reports: Path
) -> None:
    """One of them is there three times, and is no copy of itself."""
    paths = [path for path in sorted(real_reports.rglob("*.*")) if path.suffix != ".pdf"]
    assert [one for each in compared(linter, paths) for one in each.diagnostics] == []
