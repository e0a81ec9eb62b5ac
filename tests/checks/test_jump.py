"""Figures that leap from year to year, and those that only change."""

import pytest
from attrs import evolve

from disclint.config import parse_config
from disclint.engine import Engine
from disclint.errors import PackError
from disclint.linter import Linter
from tests.filling import row_of
from tests.together import found, line_of, report_of, told


def leaps(linter: Linter, name: str, last: str, now: str, year: int = 2023) -> list[str]:
    """Return what is said of one figure that changes, and of no chain."""
    texts = {
        "old.txt": report_of(linter, year - 1, {name: last}),
        "new.txt": report_of(linter, year, {name: now}),
    }
    return [one.message.zh for one in found(linter, texts) if one.code == "DIS604"]


@pytest.mark.parametrize(("last", "now"), [("38", "3812"), ("3812", "38"), ("9", "100")])
def test_what_goes_up_or_down_by_more_than_the_factor_is_said(
    last: str, now: str, linter: Linter
) -> None:
    (one,) = leaps(linter, "penalties.decisions", last, now)
    assert f"由上一年的 {last} 变为 {now}（上一年见 old.txt:" in one


@pytest.mark.parametrize(
    ("last", "now"),
    [
        ("10", "100"),  # not beyond
        ("3", "99"),  # small figures leap by themselves
        ("0", "5000"),
        ("5000", "0"),
        ("", "5000"),
        ("38", "38 12"),
    ],
)
def test_a_change_that_may_well_be_is_not_said(last: str, now: str, linter: Linter) -> None:
    assert leaps(linter, "penalties.decisions", last, now) == []


def test_only_totals_of_a_wide_table_are_compared(linter: Linter) -> None:
    assert leaps(linter, "received.person", "3", "900") == []
    assert len(leaps(linter, "received.total", "3", "900")) == 1


def test_a_figure_is_the_same_one_in_either_edition(linter: Linter) -> None:
    assert len(leaps(linter, "penalties.decisions", "38", "3812", year=2021)) == 1
    assert len(leaps(linter, "received.total", "3", "900", year=2021)) == 1


@pytest.mark.parametrize(("last", "now"), [("24万元", "240000元"), ("24", "240000元")])
def test_amounts_in_other_units_are_not_compared(last: str, now: str, linter: Linter) -> None:
    assert leaps(linter, "fees.fees-collected", last, now) == []


def test_several_leaps_of_one_table_are_one_finding(linter: Linter) -> None:
    texts = {
        "old.txt": report_of(linter, 2022, row_of("received", 2) | row_of("results-total", 2)),
        "new.txt": report_of(linter, 2023, row_of("received", 400) | row_of("results-total", 400)),
    }
    (one,) = found(linter, texts)
    assert "表中另有 1 项如此" in one.message.zh
    assert one.start.line == line_of(texts["new.txt"], "一、本年新收")
    assert [place.path for place in one.related] == ["old.txt", "old.txt"]


def test_the_factor_is_that_of_the_configuration(linter: Linter) -> None:
    texts = {
        "old.txt": report_of(linter, 2022, {"penalties.decisions": "38"}),
        "new.txt": report_of(linter, 2023, {"penalties.decisions": "152"}),
    }
    assert told(linter, texts) == []
    strict = evolve(linter, config=parse_config("jump-factor = 2.5", "disclint.toml"))
    (one,) = found(strict, texts)
    assert "相差超过 2.5 倍" in one.message.zh


def test_a_factor_of_one_is_the_pack_s_mistake(linter: Linter) -> None:
    rule = linter.catalog.find("DIS604")
    assert rule
    broken = evolve(rule, options={**rule.options, "factor": 1})
    with pytest.raises(PackError, match="above 1"):
        Engine.build([broken], linter.plugins.checks)
