"""A relation worked out: in which row or column, of which figures, and what they add up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from disclint.diagnostics import RelatedPlace, WorkedRelation
from disclint.reporting import Context
from disclint.reporting.columns import display_width
from disclint.reporting.escaping import printable
from disclint.reporting.headline import position
from disclint.wording import Wording

_AGAINST = Wording("而", "but")
_SUM = Wording("合计", "in all")
_NO_SUM = Wording("无法合计", "cannot be added up")
_ZEROS = {
    True: Wording("共 {count} 项", "{count} figures"),
    False: Wording("其余 {count} 项", "{count} others"),
}
"""Many zeros, by whether there is nothing else."""
_BLANK = Wording("空白", "blank")
_FEW_ZEROS = 3

_Line = tuple[str, str]
"""A figure, and what it is."""


def reckoning(working: WorkedRelation, path: str, context: Context) -> Iterator[str]:
    """Yield the lines that show a relation, for a diagnostic about the file at `path`."""
    left, right = (
        [*_parts(side, path, context), *_sum(side, total, context)]
        for side, total in ((working.left, working.left_sum), (working.right, working.right_sum))
    )
    width = max((display_width(figure) for figure, _ in (*left, *right)), default=0)
    yield printable(context.say(working.axis))
    yield from _aligned(left, width)
    yield context.say(_AGAINST)
    yield from _aligned(right, width)


def where(place: RelatedPlace, path: str, context: Context) -> str:
    """Return where a place is; its file is named if that is not the one at `path`."""
    found = context.say(place.start.part) if place.start.part else position(place.start, context)
    return found if place.path == path else f"{place.path}:{found}"


def _parts(side: Sequence[RelatedPlace], path: str, context: Context) -> Iterator[_Line]:
    """Yield each figure of a side with its name; many zeros are told by their number."""
    zeros = sum(_is_zero(place) for place in side)
    for place in side:
        if zeros <= _FEW_ZEROS or not _is_zero(place):
            name = f"{context.say(place.name)} ({where(place, path, context)})"
            yield printable(place.text) or context.say(_BLANK), printable(name)
    if zeros > _FEW_ZEROS:
        yield "0", context.say(_ZEROS[zeros == len(side)].filled({"count": zeros}))


def _is_zero(place: RelatedPlace) -> bool:
    return place.text.strip() == "0"


def _sum(side: Sequence[RelatedPlace], total: Decimal | None, context: Context) -> Iterator[_Line]:
    if len(side) > 1 and total is None:
        yield "?", context.say(_NO_SUM)
    elif len(side) > 1:
        yield f"{total:f}", context.say(_SUM)


def _aligned(lines: Sequence[_Line], width: int) -> Iterator[str]:
    for figure, name in lines:
        yield f"  {' ' * (width - display_width(figure))}{figure}  {name}"
