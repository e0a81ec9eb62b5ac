"""Rows of a table that a page break cuts in two, made whole again."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from disclint.readers.pdf.filling import Filled
from disclint.readers.pdf.lattice import Field
from disclint.transcript import Content, Para

_NEAR = 3.0
_PADDING = 16.0
"""The most that is left free on a line, with the space at both sides, beside one more character."""
_NUMBERED = re.compile(r"\s*(?:[0-9０-９]+\s*[.．、]|[（(]?[一二三四五六七八九十]+\s*[)）、])")


@frozen
class _Pair:
    """A cell that ends where a page does, and the one right below on the next page, by index."""

    above: int
    below: int


def is_continued(above: Filled, below: Filled) -> bool:
    """Whether the last table of a page goes on as the first of the next: it is as wide."""
    upper, lower = above.table.box, below.table.box
    return abs(upper.left - lower.left) <= _NEAR and abs(upper.right - lower.right) <= _NEAR


def joined(above: Filled, below: Filled) -> tuple[Filled, Filled]:
    """Return two tables, the last of a page and the first of the next, with a cut row made whole.

    The rest of a row is known by this: cells that were full stay empty, and those that are not go
    on with text where the last line above is full. All else is left as it is.
    """
    pairs = list(_pairs(above, below))
    moving = [pair for pair in pairs if _goes_on(above, below, pair)]
    if not moving or any(_stands_alone(below, pair) for pair in pairs if pair not in moving):
        return above, below
    if not any(above.contents[pair.above] and not below.contents[pair.below] for pair in pairs):
        return above, below
    upper, lower = list(above.contents), list(below.contents)
    for pair in moving:
        upper[pair.above] = [*upper[pair.above], *lower[pair.below]]
        lower[pair.below] = []
    is_left = any(
        lower[index] for index, field in enumerate(below.table.fields) if _is_first(field)
    )
    return (
        evolve(above, contents=upper),
        evolve(below, contents=lower, has_first_row=is_left),
    )


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


def _stands_alone(below: Filled, pair: _Pair) -> bool:
    return bool(below.contents[pair.below]) and _is_first(below.table.fields[pair.below])


def _is_first(field: Field) -> bool:
    """Whether a cell is in the first row alone."""
    return (field.row, field.rows) == (0, 1)


def _has_words(text: str) -> bool:
    """Whether a text is no figure."""
    return any(char.isalpha() for char in text)


def _text(contents: Sequence[Content]) -> str:
    return "\n".join(block.text for block in contents if isinstance(block, Para))
