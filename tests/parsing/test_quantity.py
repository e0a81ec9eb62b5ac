"""Quantities: what the text of a cell says as a number, or why it says none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.nodes import Quantity
from disclint.parsing import Unread, read_quantity
from tests.strategies import FIGURES, ODD_SPACES, WIDTHS, amounts, counts


def number(text: str) -> Quantity:
    reading = read_quantity(text)
    assert isinstance(reading, Quantity)
    return reading


@given(counts)
def test_a_plain_number_is_read_back(count: int) -> None:
    assert read_quantity(str(count)) == Quantity(value=Decimal(count))


@given(amounts)
def test_an_amount_with_a_fraction_is_read_back(amount: Decimal) -> None:
    assert read_quantity(f"{amount:f}万元") == Quantity(value=amount, unit="万元")


@given(counts.filter(lambda count: count > 999))
def test_a_number_with_thousands_marks_is_read_back_and_marked(count: int) -> None:
    assert read_quantity(f"{count:,}") == Quantity(value=Decimal(count), marks=("thousands-mark",))
    assert read_quantity(f"{count:,}".replace(",", " ")) == Quantity(
        value=Decimal(count), marks=("space",)
    )


@given(counts)
def test_a_number_in_wide_digits_is_read_back_and_marked(count: int) -> None:
    assert read_quantity(str(count).translate(WIDTHS)) == Quantity(
        value=Decimal(count), marks=("wide-digits",)
    )


@given(counts, st.sampled_from("+-"))
def test_a_sign_is_kept_and_counts(count: int, sign: str) -> None:
    value = Decimal(-count if sign == "-" else count)
    assert read_quantity(f"{sign}{count}") == Quantity(value=value, sign=sign)


@given(
    st.sampled_from((*FIGURES, "规章", "1 2", "")), st.sampled_from((" ", "\n", *ODD_SPACES[:6]))
)
def test_space_around_a_figure_says_nothing(figure: str, space: str) -> None:
    assert read_quantity(f"{space}{figure}{space}") == read_quantity(figure)


@given(
    st.text(
        st.sampled_from("0123456789０１.,，．+-－—/、 \n\u3000¥￥万亿千元件%余约（）无²½一"),
        max_size=8,
    )
)
def test_any_text_is_a_quantity_or_has_a_reason_why_not(text: str) -> None:
    assert isinstance(read_quantity(text), Quantity | Unread)


@pytest.mark.parametrize("sign", ["-", "－", "−", "–", "—"])
def test_any_dash_before_a_number_is_a_minus(sign: str) -> None:
    reading = number(f"{sign}18")
    assert (reading.value, reading.sign) == (Decimal(-18), "-")


def test_a_sign_may_stand_apart() -> None:
    assert [number("+ 42").value, number("- 42").value] == [Decimal(42), Decimal(-42)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5件", "5", "件"),
        ("5 件", "5", "件"),
        ("5（件）", "5", "件"),
        ("0 件", "0", "件"),
        ("3万", "3", "万"),
        ("3 万 元", "3", "万元"),
        ("3萬元", "3", "万元"),
        ("2359.4197万元", "2359.4197", "万元"),
        ("¥12", "12", "元"),
        ("￥ 12.50 元", "12.50", "元"),
        ("¥3万元", "3", "万元"),
        ("100%", "100", "%"),
    ],
)
def test_a_unit_is_read_apart_from_the_number(text: str, value: str, unit: str) -> None:
    reading = number(text)
    assert (reading.value, reading.unit, reading.about) == (Decimal(value), unit, False)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("约3件", "3", "件"),
        ("近3件", "3", "件"),
        ("3余件", "3", "件"),
        ("3多件", "3", "件"),
        ("1.2万余条", "1.2", "万条"),
        ("3件左右", "3", "件"),
        ("3件以上", "3", "件"),
    ],
)
def test_a_number_that_is_only_about_right_is_known(text: str, value: str, unit: str) -> None:
    reading = number(text)
    assert (reading.value, reading.unit, reading.about) == (Decimal(value), unit, True)


@pytest.mark.parametrize(
    ("text", "value", "marks"),
    [
        ("1, 234", "1234", ("thousands-mark", "space")),
        ("13，185", "13185", ("thousands-mark",)),
        ("１３,１８５", "13185", ("wide-digits", "thousands-mark")),
        ("1. 5", "1.5", ("space",)),
        ("1．5", "1.5", ("wide-digits",)),
        ("－18", "-18", ("wide-digits",)),
        ("1,234,567.89", "1234567.89", ("thousands-mark",)),
    ],
)
def test_spellings_that_a_plain_number_does_not_have_are_marked(
    text: str, value: str, marks: tuple[str, ...]
) -> None:
    reading = number(text)
    assert (reading.value, reading.marks) == (Decimal(value), marks)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000", "\u00a0\u2002"])
def test_space_alone_is_blank(text: str) -> None:
    assert read_quantity(text) is Unread.BLANK


@pytest.mark.parametrize("text", ["-", "－", "—", "——", "--", "/", "／", "\\", "无", "無", " 无 "])
def test_a_dash_a_slash_and_none_are_placeholders(text: str) -> None:
    assert read_quantity(text) is Unread.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "1 2",
        "1\n2",
        "12\n345",
        "1/2",
        "1 / 2",
        "+42/-5",
        "+1 +2",
        "1,23",
        "12,34",
        "1,2345",
        "1234,567",
        "13  185",
        "1 2345",
        "0 0",
        "00",
        "007",
        "０１２",
        *(
            pytest.param(
                text,
            )
            for text in ("1、2", "1;2", "1；2", "1 +2")
        ),
    ],
)
def test_digits_that_may_be_several_numbers_are_not_guessed_at(text: str) -> None:
    assert read_quantity(text) is Unread.FUSED


@pytest.mark.parametrize(
    "text",
    [
        "规章",
        "万元",
        "左右",
        "十",
        "零",
        "3元整",
        "5件/年",
        "2020年",
        "1万2千",
        "1e5",
        "1_000",
        "٣",
        ".5",
        "2.",
        "1.2.3",
        "+-5",
        "--5",
        "1-2",
        "- 4 -",
        "0(0)",
        "NaN",
        "Infinity",
        pytest.param(
            "10²",
        ),
    ],
)
def test_anything_else_is_words(text: str) -> None:
    assert read_quantity(text) is Unread.WORDS
