"""Whole numbers in Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.parsing.prose.numerals import read_numerals, spell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十六", 16),
        ("二十一", 21),
        ("一百零三", 103),
        ("二百〇三", 203),
        ("两千零一十", 2010),
        ("三十五万", 350_000),
        ("二十四万零一十", 240_010),
        ("十二万", 120_000),
    ],
)
def test_a_number_is_read(text: str, number: int) -> None:
    assert read_numerals(text) == number


@pytest.mark.parametrize("text", ["三五", "二三十", "十百", "一百三", "零五", "百"])
def test_what_is_not_spelt_as_a_number_is_none(text: str) -> None:
    assert read_numerals(text) is None


@given(st.integers(0, 99_999_999))
def test_every_number_is_read_back_as_it_is_spelt(number: int) -> None:
    assert read_numerals(spell(number)) == number
