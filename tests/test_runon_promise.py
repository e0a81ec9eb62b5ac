"""The promise for text without borders: a figure is the true one, or it is not read."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.borderless import FAULTS, faulty, read
from benchmarks.figures import EDITIONS, valid_figures
from disclint.forms import Form
from disclint.linter import Linter

KEPT = (0.0, 0.2, 0.5, 0.9, 1.0)
"""How likely it is that a border is kept, as a space."""


def forms_of(linter: Linter, year: int) -> list[Form]:
    by_id = {form.id: form for form in linter.catalog.forms}
    return [by_id[name] for name in EDITIONS[year]]


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(KEPT), st.sampled_from(list(EDITIONS)))
def test_no_figure_of_a_report_in_order_is_read_wrong(
    linter: Linter, chance: Random, kept: float, year: int
) -> None:
    forms = forms_of(linter, year)
    found = read(linter, forms, valid_figures(chance, forms), kept, chance)
    assert found["wrong"] == 0
    assert kept < 1 or found["unread"] == 0


@pytest.mark.parametrize("fault", FAULTS)
def test_hardly_a_fault_makes_a_figure_be_read_wrong(fault: str, linter: Linter) -> None:
    chance = Random(5)
    found: Counter[str] = Counter()
    for _ in range(6):
        for year in EDITIONS:
            forms = forms_of(linter, year)
            figures = faulty(fault, forms, valid_figures(chance, forms), chance)
            found += read(linter, forms, figures, 0, chance)
    assert found["wrong"] == 0
    assert found["read"] > 0.1 * found.total()
