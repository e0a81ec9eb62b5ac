"""Enumerations 一是, 二是, 三是."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.linter import Linter
from tests.checks.speaking import headings, said

NUMERALS = "一二三四五六七八九"


def told(linter: Linter, *lines: str) -> list[str]:
    """Return what is told of the prose `lines` of the first section."""
    return said(linter, "DIS705", headings().replace("平稳有序。", "\n".join(lines), 1))


def test_a_number_left_out_is_told_at_the_next_one(linter: Linter) -> None:
    assert told(linter, "一是公开。", "二是解读。", "四是回应。") == [
        "4: 四是 comes after 二是; 三是 is missing"
    ]


def test_a_number_that_stands_twice_is_told_at_the_second(linter: Linter) -> None:
    assert told(linter, "一是公开。二是解读。", "二是回应。三是培训。") == [
        "3: 二是 stands twice; by its turn it should be 三是"
    ]


def test_one_slip_is_told_once(linter: Linter) -> None:
    assert len(told(linter, "一是公开；三是解读；三是回应；四是培训。")) == 1


def test_each_enumeration_is_told_by_itself(linter: Linter) -> None:
    assert len(told(linter, "一是公开。三是解读。", "一是回应。三是培训。")) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["一是公开。二是解读。", "一是回应。二是培训。"],
        ["一是公开：一是目录；二是指南。二是解读：一是图解；二是问答；三是访谈。三是回应。"],
        ["一是公开。", "一是目录；二是指南；三是年报。", "二是解读。"],
        ["一是公开，二要解读，三是回应。"],
        ["一是公开。其次解读。三是回应。"],
        ["一是公开。第二，解读。三是回应。"],
        ["一是公开，平稳有序二是解读。三是回应。"],
        ["首先公开。二是解读。三是回应。"],
        ["（一）一是公开。（二）二是解读。三是回应。"],
        ["1.一是公开。二是解读。", "2.二是回应。"],
        ["这一是公开的事项，不二是解读。三是回应。"],
        ["一是公开。二是解读。三是回应。二是培训。"],
        ["九是公开。十是解读。十一是回应。十二是培训。"],
    ],
)
def test_nested_ones_and_those_put_in_other_words_are_let_pass(
    lines: list[str], linter: Linter
) -> None:
    assert told(linter, *lines) == []


def test_a_section_does_not_go_on_with_the_enumeration_of_the_one_before(linter: Linter) -> None:
    text = headings().replace("平稳有序。", "一是公开。", 1)
    rest = text.replace("平稳有序。", "三是回应。", 1)
    assert said(linter, "DIS705", rest) == []


@given(st.lists(st.integers(min_value=1, max_value=9), max_size=5))
def test_enumerations_in_order_are_never_told(linter: Linter, lengths: list[int]) -> None:
    items = ["".join(f"{NUMERALS[i]}是公开。" for i in range(length)) for length in lengths]
    assert told(linter, *items, "平稳有序。") == []


@given(st.integers(min_value=3, max_value=9), st.data())
def test_one_number_taken_from_the_middle_is_always_told(
    linter: Linter, length: int, data: st.DataObject
) -> None:
    gone = data.draw(st.integers(min_value=1, max_value=length - 2))
    text = "".join(f"{NUMERALS[i]}是公开。" for i in range(length) if i != gone)
    assert len(told(linter, text)) == 1
