"""A pack for another disclosure, made of YAML and nothing else."""

from pathlib import Path

import pytest

from disclint.catalog import load_catalog
from disclint.examples import run_example
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.relations import Status
from disclint.rule import Rule
from disclint.source import Source

PLUGIN = Path(__file__).parent / "example_plugin"
PACK = PLUGIN / "disclint_accounts" / "pack"
SAMPLES = PLUGIN / "samples"
OWN = load_catalog([PACK]).rules


@pytest.fixture(scope="module")
def both() -> Linter:
    """Return a linter that knows both kinds of report."""
    linter = Linter(Plugins.load())
    linter.catalog = load_catalog([*linter.plugins.packs, PACK])
    return linter


def said(linter: Linter, path: Path) -> list[str]:
    source = linter.open(str(path))
    assert isinstance(source, Source)
    return [f"{one.start.line}:{one.start.column} {one.code}" for one in linter.lint(source)]


@pytest.mark.parametrize("rule", OWN, ids=[rule.code for rule in OWN])
def test_its_examples_are_found_and_not_found(rule: Rule, both: Linter) -> None:
    assert run_example(both, rule, rule.bad)
    assert not run_example(both, rule, rule.good)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("expenses-good.md", []),
        ("expenses-bad.md", ["13:63 SGJ102"]),
        ("accounts-good.md", []),
        ("accounts-bad.md", ["23:15 SGJ103"]),
    ],
)
def test_of_the_samples_only_what_is_planted_is_said(
    name: str, expected: list[str], both: Linter
) -> None:
    assert said(both, SAMPLES / name) == expected


def test_a_report_of_one_kind_is_judged_by_its_own_rules_alone(both: Linter) -> None:
    source = both.open(str(SAMPLES / "accounts-bad.md"))
    assert isinstance(source, Source)
    verdict = both.examine(source)
    assert verdict.genre == "final-accounts"
    assert {entry.id[:3] for entry in both.ledger(verdict)} == {"SGJ", "B1", "B2", "B3", "B4", "B5"}


def test_a_report_of_the_other_kind_is_judged_as_ever(both: Linter, linter: Linter) -> None:
    sample = Path(__file__).parent.parent / "docs" / "samples" / "qinghe-2020.txt"
    assert said(both, sample) == said(linter, sample)


def test_every_figure_of_the_accounts_is_read(both: Linter) -> None:
    source = both.open(str(SAMPLES / "accounts-good.md"))
    assert isinstance(source, Source)
    (report,) = both.bind(source)
    figures = list(report.figures())
    assert len(figures) == 2 * 23
    assert all(figure.amount is not None for figure in figures)


def test_without_the_pack_its_tables_are_no_report(linter: Linter) -> None:
    assert said(linter, SAMPLES / "accounts-good.md") == ["1:1 DIS003"]


def test_a_relation_may_hold_in_one_column_only(both: Linter) -> None:
    source = both.open(str(SAMPLES / "accounts-good.md"))
    assert isinstance(source, Source)
    (reckoning,) = both.examine(source).inspection.reckonings
    columns = {figure.slot.column.id for one in reckoning.outcomes for figure in one.sum}
    assert columns == {"amount"}
    assert {one.status for one in reckoning.outcomes} == {Status.HELD}
