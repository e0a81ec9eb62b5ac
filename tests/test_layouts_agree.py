"""One report in every layout: the same figures, and nothing to find."""

from collections.abc import Callable
from typing import get_args

import pytest

from disclint.binding.bound import BoundReport
from disclint.forms import Form, Slot
from tests.writing import LayoutName, write_report

EDITIONS = {
    2020: ("active-2019", "requests-2019", "disputes"),
    2023: ("active-2021", "requests-2021", "disputes"),
}


@pytest.mark.parametrize("layout", get_args(LayoutName))
@pytest.mark.parametrize("year", EDITIONS)
def test_a_report_of_zeros_is_clean_in_every_layout(
    layout: LayoutName,
    year: int,
    forms: dict[str, Form],
    codes: Callable[[str], list[str]],
) -> None:
    text = write_report([forms[name] for name in EDITIONS[year]], lambda _: "0", layout, year)
    assert codes(text) == []


@pytest.mark.parametrize("layout", get_args(LayoutName))
@pytest.mark.parametrize("year", EDITIONS)
def test_every_figure_is_found_in_its_place_in_every_layout(
    layout: LayoutName,
    year: int,
    forms: dict[str, Form],
    bind: Callable[[str], BoundReport],
) -> None:
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) + 1))

    report = bind(write_report([forms[name] for name in EDITIONS[year]], value, layout, year))
    assert {figure.slot.id: figure.text for figure in report.figures()} == numbers
