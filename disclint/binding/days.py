"""Days of the calendar as reports write them: in figures, in Chinese numerals, with dashes."""

import re
from datetime import date

_ZEROS = "〇○零Oo0"
_ONES = "一二三四五六七八九"
_VALUES = dict.fromkeys(_ZEROS, "0") | {one: str(n) for n, one in enumerate(_ONES, start=1)}
_TENS = re.compile(rf"([{_ONES}]?)十([{_ONES}]?)")

YEAR = rf"(?:20\d\d|二[{_ZEROS}][{_ZEROS}{_ONES}]{{2}})"
"""The pattern of a year, for the normal form of a text."""

_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_ONES}])"
_DAY = rf"(?:[0-3]?\d|[二三]?十[{_ONES}]?|[{_ONES}])"


def spelt(name: str, *, may_lack_year: bool = False) -> str:
    """Return the pattern of a day, to be read by `read_day` under the same name.

    It is one for the normal form of a text: `2021年2月6日`, `二〇二一年二月六日`, `2021-02-06`,
    `2021.2.6`. The year may be left out, or be `当年`, after a day that has told it.
    """
    year = rf"(?:(?P<{name}_year>{YEAR})(?:年|[-/.])"
    same = "|(?:当|同|本)年)?" if may_lack_year else ")"
    month = rf"(?P<{name}_month>{_MONTH})(?:月|[-/.])"
    return rf"(?<!\d){year}{same}{month}(?P<{name}_day>{_DAY})(?:日|(?![\d月]))"


def read_day(match: re.Match[str], name: str, year: int = 0) -> date | None:
    """Return the day that a match of `spelt(name)` says, or nothing if there is no such day.

    Where it says no year, it is one of `year`.
    """
    said = match[f"{name}_year"]
    try:
        return date(
            read_number(said) if said else year,
            read_number(match[f"{name}_month"]),
            read_number(match[f"{name}_day"]),
        )
    except ValueError:
        return None


def read_number(numeral: str) -> int:
    """Return the number of a year, a month or a day: `2021`, `二〇二一`, `十一`, `二十`."""
    if tens := _TENS.fullmatch(numeral):
        first, last = tens.groups()
        return 10 * int(_VALUES.get(first, "1")) + int(_VALUES.get(last, "0"))
    return int("".join(_VALUES.get(char, char) for char in numeral))
