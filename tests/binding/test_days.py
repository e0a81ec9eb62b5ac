"""Days of the calendar in the spellings of reports."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.binding.days import read_day, read_number, spelt

DAY = re.compile(spelt("day"))
DAY_OF_2020 = re.compile(spelt("day", may_lack_year=True))
DIGITS = "〇一二三四五六七八九"

days = st.dates(min_value=date(2008, 5, 1), max_value=date(2099, 12, 31))


def chinese(number: int) -> str:
    """Return a number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


def in_numerals(day: date) -> str:
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese(day.month)}月{chinese(day.day)}日"


def read(text: str) -> date | None:
    match = DAY.fullmatch(text)
    return match and read_day(match, "day")


@given(days)
def test_a_day_is_the_same_in_every_spelling(day: date) -> None:
    spellings = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y年%m月%d日}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day.year}.{day.month}.{day.day}",
        in_numerals(day),
        in_numerals(day).replace("〇", "○"),
        in_numerals(day).replace("〇", "零"),
    ]
    assert {read(text) for text in spellings} == {day}


@given(st.integers(min_value=1, max_value=99))
def test_chinese_numerals_are_read_as_they_are_written(number: int) -> None:
    assert read_number(chinese(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "2021年2月29日",
        "2021年11月31日",
        "2021年13月1日",
        "2021年0月1日",
        "2021-02-30",
        "2021年2月0日",
    ],
)
def test_an_impossible_day_is_none(text: str) -> None:
    match = DAY.search(text)
    assert match is None or read_day(match, "day") is None


@pytest.mark.parametrize(
    "text", ["12021年2月6日", "2021年2月", "2021年1-12月", "2021-02-061", "1921年2月6日"]
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert DAY.search(text) is None


@pytest.mark.parametrize("text", ["12月31日", "当年12月31日", "同年十二月三十一日", "12.31"])
def test_a_day_may_lack_the_year_that_another_has_told(text: str) -> None:
    match = DAY_OF_2020.fullmatch(text)
    assert match
    assert read_day(match, "day", 2020) == date(2020, 12, 31)
