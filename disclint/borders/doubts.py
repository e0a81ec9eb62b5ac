"""Rows that a relation has parted in one way, but of which another story is as likely."""

from collections.abc import Iterable, Sequence

from disclint.borders.columns import Equation
from disclint.borders.strip import Strip, Way
from disclint.borders.ways import Sum, find_slips


def touches(strip: Strip, way: Way, one: Sum) -> bool:
    """Whether a total stands right after a part that is not zero, with nothing between them.

    `628` after zeros may be 6, 2 and their total, or 6 and a total of 28 with a part left blank;
    `55` may be 5 and its total, or 55 and a blank.
    """
    values = strip.values(way)
    for total in one.sum:
        start = way[total][0]
        if start in strip.borders or not values[total]:
            continue
        if any(values[part] and way[part][1] == start for part in one.against):
            return True
    return False


def has_rival(
    name: str, strip: Strip, way: Way, sums: Sequence[Sum], equations: Sequence[Equation]
) -> bool:
    """Whether the row called `name` may be otherwise than `way`, one of its cells being blank.

    The blank may stand for any figure, so that a sum says little of it. It is no rival if one of
    the `equations` that the row is part of speaks against it.
    """
    slips = find_slips(strip, sums)
    return slips is None or not all(
        _is_refuted(name, strip, way, slip, equations) for slip in slips
    )


def _is_refuted(
    name: str, strip: Strip, way: Way, slip: Way, equations: Iterable[Equation]
) -> bool:
    """Whether a relation over columns is broken if the row is parted as in `slip`."""
    old, new = strip.values(way), strip.values(slip)
    for equation in equations:
        start, end = slip[equation.column]
        change = new[equation.column] - old[equation.column]
        if start < end and change and equation.known + equation.signs[name] * change:
            return True
    return False
