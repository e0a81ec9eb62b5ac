"""What docs/accuracy.md promises of planted faults, held on a sample of them."""

from random import Random

import pytest

from benchmarks.figures import EDITIONS, slots, valid_figures
from benchmarks.planted import Bench, clean_reports, two_faults
from benchmarks.planters import PLANTERS
from disclint.linter import Linter

SAMPLE = 12
"""How many cells of each table and edition get each fault."""


@pytest.fixture
def bench(linter: Linter) -> Bench:
    return Bench(linter, Random(7))


@pytest.mark.parametrize("name", PLANTERS)
def test_a_planted_fault_is_found_and_no_other_cell_is_called_wrong(
    name: str, bench: Bench
) -> None:
    for year in EDITIONS:
        for form in bench.forms(year)[1:]:
            cells = slots(form)
            for slot in bench.random.sample(cells, min(SAMPLE, len(cells))):
                bench.plant(name, year, slot, valid_figures(bench.random, bench.forms(year)))
    tallies = bench.tallies.values()
    assert sum(tally.cases for tally in tallies) > 0
    assert sum(tally.detected for tally in tallies) == sum(tally.cases for tally in tallies)
    assert sum(tally.wrongly_named for tally in tallies) == 0
    for tally in tallies:
        if tally.one_figure:
            assert tally.named == tally.findings == tally.cases


def test_two_faults_are_both_found_and_mostly_named(bench: Bench) -> None:
    tally = two_faults(bench, 60)
    assert tally.detected == tally.cases > 40
    assert tally.wrongly_named == 0
    assert tally.named >= 0.9 * tally.cases


def test_of_reports_in_order_nothing_is_said(bench: Bench) -> None:
    assert list(clean_reports(bench, 60)) == []
