"""Brackets and quotation marks in pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.linter import Linter
from tests.checks.speaking import headings, said


def told(linter: Linter, *lines: str) -> list[str]:
    """Return what is told of the prose `lines` of the first section."""
    return said(linter, "DIS703", headings().replace("平稳有序。", "\n".join(lines), 1))


@pytest.mark.parametrize(
    "pair", ["(六）", "（六)", "（包括乡镇)", "〔2023]", "［2023]", "【说明］", "《条例〉"]
)
def test_a_pair_of_two_kinds_is_told(pair: str, linter: Linter) -> None:
    assert told(linter, f"{pair}平稳有序。") == [f'2: the brackets of "{pair}" are of two kinds']


@pytest.mark.parametrize(
    "line",
    [
        "（一）平稳有序。",
        "(一)平稳有序。",
        "1)平稳有序。a）平稳有序。",
        "（包括1)申请 2)答复）平稳有序。",
        "（包括：a)申请的答复平稳有序。",
        "（参见(一)之后的表）平稳有序。",
        "(注：（甲）)平稳有序。",
        "国办公开办函〔2021〕30号，[附件](a.html)。",
        "（开头没有结尾",
        "结尾没有开头）",
    ],
)
def test_items_nested_brackets_and_single_ones_are_let_pass(line: str, linter: Linter) -> None:
    assert told(linter, line) == []


def test_a_quotation_that_a_straight_mark_ends_is_told(linter: Linter) -> None:
    (found,) = told(linter, '坚持“公正、便民"的要求，推行“应公开尽公开”。')
    assert found == '2: the quotation marks of "“公正、便民"" are of two kinds'


def test_a_quotation_that_nothing_ends_is_told_where_it_begins(linter: Linter) -> None:
    (found,) = told(linter, "推行“最多跑一次”，坚持“公正、便民的要求，平稳有序。")
    assert 'opens at "“公正、便民' in found


def test_an_opening_mark_in_the_place_of_the_closing_one_is_let_pass(linter: Linter) -> None:
    assert told(linter, "推行“放管服“改革，平稳有序。") == []


@pytest.mark.parametrize(
    "lines",
    [
        ["推行“放管服”改革，“应公开尽公开”。"],
        ['推行"放管服"改革。'],
        ["推行“分", "级审核、先审后发”程序，平稳有序。"],
        ["会议指出：“要公开。", "”平稳有序。"],
        ["“第一段平稳有序。", "“第二段平稳有序。”"],
        ["坚持“公正、便民"],
        ['IPv6改造、24"屏，推行“放管服”改革。'],
    ],
)
def test_quotations_over_passages_and_in_one_kind_are_let_pass(
    lines: list[str], linter: Linter
) -> None:
    assert told(linter, *lines) == []


def test_each_pair_of_two_kinds_is_told_as_each_has_its_own_fix(linter: Linter) -> None:
    assert len(told(linter, *["(一）平稳有序。"] * 20, *['“平稳"有序。'] * 20)) == 40


def test_many_marks_left_open_have_one_cause_and_few_are_told(linter: Linter) -> None:
    assert len(told(linter, *["全县“平稳有序。"] * 20)) <= 3


@given(
    st.lists(st.sampled_from(["（甲）", "(乙)", "“丙”", "〔2023〕", "1)", "平稳。"]), max_size=12)
)
def test_marks_that_pair_are_never_told(linter: Linter, pieces: list[str]) -> None:
    assert told(linter, "".join(pieces) + "平稳有序。") == []
