"""Texts in two languages, and facts put into them."""

from datetime import date
from decimal import Decimal

import pytest

from disclint.wording import Fact, Wording, shown

TOTAL = Wording("总计", "total")


def test_a_wording_is_read_in_either_language() -> None:
    assert TOTAL.in_language("zh") == "总计"
    assert TOTAL.in_language("en") == "total"


def test_a_wording_is_english_in_logs() -> None:
    assert str(TOTAL) == "total"


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        (TOTAL, "总计", "total"),
        ("自然人", "自然人", "自然人"),
        (2023, "2023", "2023"),
        (-4, "-4", "-4"),
        (Decimal("12.50"), "12.50", "12.50"),
        (Decimal("1E+3"), "1000", "1000"),
        (Decimal("1E-7"), "0.0000001", "0.0000001"),
        (date(2021, 2, 6), "2021年2月6日", "6 February 2021"),
        (date(2020, 12, 31), "2020年12月31日", "31 December 2020"),
    ],
)
def test_a_fact_is_shown_as_a_person_would_write_it(fact: Fact, zh: str, en: str) -> None:
    assert shown(fact, "zh") == zh
    assert shown(fact, "en") == en


def test_each_name_is_replaced_by_its_fact_in_its_language() -> None:
    message = Wording("{name}应为 {value}", "{name} should be {value}")
    assert message.filled({"name": TOTAL, "value": 7}) == Wording("总计应为 7", "total should be 7")


def test_the_languages_may_name_the_facts_in_another_order() -> None:
    message = Wording("{whole}的{part}", "{part} of {whole}")
    assert message.filled({"whole": "青禾县", "part": TOTAL}) == Wording(
        "青禾县的总计", "total of 青禾县"
    )


def test_a_fact_that_no_language_asks_for_is_left_out() -> None:
    assert TOTAL.filled({"value": 7}) == TOTAL


def test_braces_in_a_fact_are_text_like_any_other() -> None:
    assert Wording("“{text}”", "'{text}'").filled({"text": "{0}{name}"}) == Wording(
        "“{0}{name}”", "'{0}{name}'"
    )
