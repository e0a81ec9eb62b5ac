"""Columns in the units that the readers of a report count."""

from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from unicodedata import category, combining, east_asian_width

from disclint.source import Place

_WIDE = frozenset("WF")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_ASTRAL = "\uffff"
_BLOCK = 1024


class ColumnUnit(StrEnum):
    """What a column counts, always from 1."""

    CHAR = "char"
    UTF16 = "utf16"
    BYTE = "byte"
    DISPLAY = "display"


def column_of(place: Place, unit: ColumnUnit) -> int | None:
    """Return the column of `place` in `unit`, or nothing where its line is not at hand."""
    if unit is ColumnUnit.CHAR:
        return place.column
    ahead = place.column - 1
    if ahead > len(place.line_text):
        return None
    block = ahead // _BLOCK
    rest = place.line_text[block * _BLOCK : ahead]
    return 1 + _lengths(place.line_text, unit)[block] + length(rest, unit)


@lru_cache(maxsize=2)
def _lengths(line: str, unit: ColumnUnit) -> list[int]:
    """Return how long a line is up to each of its blocks: a long one is measured once."""
    starts = range(0, len(line), _BLOCK)
    return [0, *accumulate(length(line[start : start + _BLOCK], unit) for start in starts)]


def length(text: str, unit: ColumnUnit) -> int:
    """Return how long `text` is; a tab is one, since each reader has stops of its own."""
    if text.isascii() or unit is ColumnUnit.CHAR:
        return len(text)
    if unit is ColumnUnit.BYTE:
        return len(text.encode("utf-8", "surrogatepass"))
    if unit is ColumnUnit.UTF16:
        return len(text) + sum(character > _ASTRAL for character in text)
    return display_width(text)


def display_width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: two for what is wide in Chinese."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if combining(character) or category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1
