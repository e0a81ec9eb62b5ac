"""Rows that a relation has parted in one way, but of which another story is as likely."""

from collections.abc import Iterable, Sequence

from disclint.borders.columns import Equation
from disclint.borders.strip import Strip, Way
from disclint.borders.ways import Sum, find_slips


def repeats(strip: Strip, way: Way, one: Sum) -> bool:
    """Whether a total stands right after the only part that is not zero, nothing between them.

    `55` at the end of zeros may be 5 and its total, or a 55 whose total is blank.
    """
    (total, *others), values = one.sum, strip.values(way)
    parts = [part for part in one.against if values[part]]
    if others or len(parts) != 1 or not values[total]:
        return False
    start = way[total][0]
    return way[parts[0]][1] == start and start not in strip.borders


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
