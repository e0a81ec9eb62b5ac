"""Pinyin after the characters."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, said


def told(linter: Linter, line: str) -> list[str]:
    return said(linter, "DIS702", headings().replace("平稳有序。", line, 1))


def test_a_text_with_pinyin_is_told_once_with_the_number_of_places(linter: Linter) -> None:
    found = told(linter, "認(rèn)真答復(fù)，認(rèn)真辦(bàn)理。")
    assert [one.partition(":")[0] for one in found] == ["2"]
    assert '"認(rèn)" (places: 4)' in found[0]


def test_wide_brackets_count_as_well(linter: Linter) -> None:
    assert len(told(linter, "認（rèn）真答復（fù）辦（bàn）理。")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "尖草坪(pīng)一带平稳有序。",
        "認(rèn)真、認(rèn)真、認(rèn)真。",
        "政府网站(web)、办公系统(oa)、链接(URL)、表(a)、图(b)2。",
        "认(1)真(2)办(3)理。",
    ],
)
def test_the_pinyin_of_a_rare_character_and_other_brackets_are_let_pass(
    line: str, linter: Linter
) -> None:
    assert told(linter, line) == []


def test_a_text_in_another_script_without_pinyin_is_let_pass(linter: Linter) -> None:
    assert count(linter, "DIS702", "一、總體情況\n認真辦理。\n") == 0
