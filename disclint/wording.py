"""Text in the two languages that disclint speaks."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import frozen

Language = Literal["zh", "en"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@frozen
class Wording:
    """The same text in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Return the English text, for logs and errors."""
        return self.en

    def in_language(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.zh if language == "zh" else self.en

    def filled(self, facts: Mapping[str, "Fact"]) -> "Wording":
        """Return the text with each `{name}` replaced by that fact, in either language."""
        return Wording(
            self.zh.format_map({name: shown(fact, "zh") for name, fact in facts.items()}),
            self.en.format_map({name: shown(fact, "en") for name, fact in facts.items()}),
        )


Fact = Wording | Decimal | date | int | str
"""What a finding may put into a message."""

Facts = dict[str, Fact]
"""Facts by the names under which a message asks for them."""


def shown(fact: Fact, language: Language) -> str:
    """Write a fact as a person would in `language`."""
    if isinstance(fact, Wording):
        return fact.in_language(language)
    if isinstance(fact, Decimal):
        return f"{fact:f}"
    if isinstance(fact, date):
        return _shown_day(fact, language)
    return str(fact)


def _shown_day(day: date, language: Language) -> str:
    """Write a day in full, whatever the locale: `2021年2月6日`, `6 February 2021`."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
