"""Slips of the hand: how a figure as written may have come of the right one."""

from decimal import Decimal
from enum import StrEnum


class Slip(StrEnum):
    """A way in which a figure is mistyped."""

    LEFT_AT_ZERO = "left-at-zero"
    SWAPPED_DIGITS = "swapped-digits"
    LOST_DIGIT = "lost-digit"
    DOUBLED_DIGIT = "doubled-digit"


def find_slip(written: Decimal, right: Decimal) -> Slip | None:
    """Return how `written` may have come of `right`, both whole numbers, or nothing."""
    if written == right:
        return None
    if written == 0:
        return Slip.LEFT_AT_ZERO
    one, other = f"{written:f}", f"{right:f}"
    if _is_swap(one, other):
        return Slip.SWAPPED_DIGITS
    if one in _shorter_by_one(other):
        return Slip.LOST_DIGIT
    if other in _shorter_by_one(one, doubled=True):
        return Slip.DOUBLED_DIGIT
    return None


def _is_swap(one: str, other: str) -> bool:
    """Whether two neighbouring digits stand the other way round."""
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(places) != 2:  # noqa: PLR2004 - a pair
        return False
    first, second = places
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def _shorter_by_one(digits: str, *, doubled: bool = False) -> set[str]:
    """Return `digits` without one of them, or only without one that repeats its neighbour."""
    return {
        digits[:i] + digits[i + 1 :]
        for i in range(len(digits))
        if not doubled or digits[i] in (digits[i - 1 : i], digits[i + 1 : i + 2])
    }
