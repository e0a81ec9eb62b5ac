"""Rows of a table that a page break cuts in two, made whole again."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from disclint.readers.pdf.filling import Filled
from disclint.readers.pdf.lattice import Field
from disclint.reading.transcript import Content, Para

_NEAR = 3.0
_SURELY_SHARED = 4
_MOST_FRAMED = 2
"""How many cells a row has at most that is none, but the rest of a frame."""
_PADDING = 16.0
"""The most that is left free on a line, with the space at both sides, beside one more character."""
_NUMBERED = re.compile(r"\s*(?:[0-9０-９]+\s*[.．、]|[（(]?[一二三四五六七八九十]+\s*[)）、])")


@frozen
class _Pair:
    """A cell that ends where a page does, and the one right below on the next page, by index."""

    above: int
    below: int


def is_continued(above: Filled, below: Filled) -> bool:
    """Whether the last table of a page goes on as the first of the next.

    It is as wide; or one of its sides is not ruled there, but columns end where they did.
    """
    edges = above.table.across
    shared = sum(any(abs(edge - at) <= _NEAR for at in edges) for edge in below.table.across)
    upper, lower = above.table.box, below.table.box
    sides = (abs(upper.left - lower.left) <= _NEAR, abs(upper.right - lower.right) <= _NEAR)
    return all(sides) or (any(sides) and shared >= _SURELY_SHARED)


def joined(above: Filled, below: Filled) -> tuple[Filled, Filled]:
    """Return two tables, the last of a page and the first of the next, with cut cells made whole.

    The rest of a cell is known by going on with words where the last line above is full. That of a
    cell over several rows goes up by itself, that of a row only as a whole: other cells that were
    full stay empty. All else is left as it is.
    """
    pairs = list(_pairs(above, below))
    alone = [pair for pair in pairs if _is_over_rows(above, below, pair)]
    row = [pair for pair in pairs if pair not in alone]
    moving = [pair for pair in alone if _goes_on(above, below, pair)]
    if _is_rest(above, below, row):
        moving += (pair for pair in row if below.contents[pair.below])
    upper, lower = list(above.contents), list(below.contents)
    for pair in moving:
        upper[pair.above] = [*upper[pair.above], *lower[pair.below]]
        lower[pair.below] = []
    is_left = any(
        lower[index] for index, field in enumerate(below.table.fields) if _is_first(field)
    )
    return (
        evolve(above, contents=upper, has_last_row=not _ends_empty(above)),
        evolve(below, contents=lower, has_first_row=is_left or not moving),
    )


def _ends_empty(table: Filled) -> bool:
    """Whether nothing but the frame of the table goes on below its last full row.

    The row that would follow has gone to the next page whole; its columns are not even ruled.
    """
    last = len(table.table.down) - 2
    fields = [
        (field, content)
        for field, content in zip(table.table.fields, table.contents, strict=True)
        if field.row + field.rows == last + 1
    ]
    is_empty = all(field.row == last and not content for field, content in fields)
    return last > 0 and is_empty and len(fields) <= _MOST_FRAMED


def _is_over_rows(above: Filled, below: Filled, pair: _Pair) -> bool:
    return above.table.fields[pair.above].rows > 1 or below.table.fields[pair.below].rows > 1


def _is_rest(above: Filled, below: Filled, row: Sequence[_Pair]) -> bool:
    """Whether the cells of the first row below hold nothing but the rest of those above."""
    going_on = [_goes_on(above, below, pair) for pair in row if below.contents[pair.below]]
    is_ended = any(above.contents[pair.above] and not below.contents[pair.below] for pair in row)
    return is_ended and bool(going_on) and all(going_on)


def _pairs(above: Filled, below: Filled) -> Iterator[_Pair]:
    """Yield the cells that are over the same stretch of the page's width."""
    last = len(above.table.down) - 1
    ends = {
        index: above.table.reach(field)
        for index, field in enumerate(above.table.fields)
        if field.row + field.rows == last
    }
    for below_index, field in enumerate(below.table.fields):
        if field.row == 0:
            left, right = below.table.reach(field)
            for index, (start, end) in ends.items():
                if abs(start - left) <= _NEAR and abs(end - right) <= _NEAR:
                    yield _Pair(index, below_index)


def _goes_on(above: Filled, below: Filled, pair: _Pair) -> bool:
    """Whether the text of the lower cell is the rest of that in the upper."""
    tail = above.tails[pair.above]
    text = _text(below.contents[pair.below])
    if tail is None or not _has_words(_text(above.contents[pair.above])) or not _has_words(text):
        return False
    left, right = above.table.reach(above.table.fields[pair.above])
    is_full = right - left - tail.box.width <= tail.box.height + _PADDING
    return is_full and not _NUMBERED.match(text)


def _is_first(field: Field) -> bool:
    """Whether a cell is in the first row alone."""
    return (field.row, field.rows) == (0, 1)


def _has_words(text: str) -> bool:
    """Whether a text is no figure."""
    return any(char.isalpha() for char in text)


def _text(contents: Sequence[Content]) -> str:
    return "\n".join(block.text for block in contents if isinstance(block, Para))
