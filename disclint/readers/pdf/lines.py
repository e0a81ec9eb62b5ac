"""The printed lines that glyphs make, left to right and from the top."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import field, frozen

from disclint.readers.pdf.page import Glyph, Rect

_SPACE = 0.3
"""How far glyphs are apart, in their height, that no space between them need be written."""
_BETWEEN_DIGITS = 0.1
"""How far digits of one number are apart at most, unless the whole line is set wide."""
_GAP = 0.9
"""How far pieces of a line are apart that do not belong together."""
_SIGNS = "+-－＋−"
_FIRST_CHINESE = "\u2e80"
_NOTE = 0.8
"""How high the digits of a note are at most, beside those of a figure."""
_SAME_LINE = 0.5
_SAME_COLUMN = 0.6
_BETWEEN = 2
"""The least number of spaces between pieces that are set in columns."""


@frozen
class Piece:
    """A part of a line without a gap in it."""

    text: str
    left: float
    right: float


@frozen
class Line:
    """A printed line."""

    pieces: Sequence[Piece]
    box: Rect

    @property
    def text(self) -> str:
        """Its text, with a space in each gap."""
        return " ".join(piece.text for piece in self.pieces)


def read_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that `glyphs` make; those that are turned stand in lines of their own."""
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.quarters, []).append(glyph)
    return [line for turn, turned in sorted(by_turn.items()) for line in _lines(turned, turn)]


def _lines(glyphs: Iterable[Glyph], quarters: int) -> Iterator[Line]:
    for group in _on_a_line([glyph.turned(quarters) for glyph in glyphs]):
        pieces = list(_pieces(sorted(group, key=lambda glyph: glyph.box.left)))
        if pieces:
            boxes = [glyph.box.turned(-quarters % 4) for glyph in group]
            yield Line(pieces, _around(boxes))


def _around(boxes: Sequence[Rect]) -> Rect:
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _on_a_line(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs whose middles are about as high as that of the first of them."""
    group: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.box.middle[1]):
        if group:
            apart = glyph.box.middle[1] - group[0].box.middle[1]
            if apart > _SAME_LINE * max(glyph.box.height, group[0].box.height):
                yield group
                group = []
        group.append(glyph)
    if group:
        yield group


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[Piece]:
    text, left, right, height = "", 0.0, 0.0, 0.0
    is_spaced = False
    is_tight = any(_is_of_one_number(*pair) for pair in pairwise(glyphs))
    for glyph in glyphs:
        if glyph.text.isspace():
            is_spaced = True
            continue
        gap = (glyph.box.left - right) / (glyph.box.height or 1)
        least = _GAP if is_spaced or not text else _least_gap(text[-1], glyph.text, is_tight)
        if text and gap > least:
            yield Piece(text, left, right)
            text = ""
        if not text:
            left = glyph.box.left
        elif is_spaced or gap > _SPACE or _is_note(text, glyph, height):
            text += " "
        text += glyph.text
        right, height = glyph.box.right, glyph.box.height
        is_spaced = False
    if text:
        yield Piece(text, left, right)


def _is_note(before: str, glyph: Glyph, height: float) -> bool:
    """Whether a digit after another is that of a note, which is set smaller."""
    digits = before[-1:].isdecimal() and glyph.text.isdecimal()
    return digits and glyph.box.height < _NOTE * height


def _is_of_one_number(first: Glyph, second: Glyph) -> bool:
    """Whether two glyphs are digits that touch."""
    gap = (second.box.left - first.box.right) / (first.box.height or 1)
    return first.text.isdecimal() and second.text.isdecimal() and gap <= _BETWEEN_DIGITS


def _least_gap(before: str, after: str, is_tight: bool) -> float:  # noqa: FBT001 - of a pair
    """Return how far apart two glyphs with no space between them are of two columns.

    Cells without borders may stand close to each other: figures on a line where digits of one
    number touch, and a figure or a numbered label after words.
    """
    if before.isdecimal() and (after.isdecimal() or after in _SIGNS):
        return _BETWEEN_DIGITS if is_tight else _GAP
    is_after_words = before >= _FIRST_CHINESE and not before.isdecimal()
    return _SPACE if is_after_words and after.isdecimal() else _GAP


@frozen
class Columns:
    """Where, in characters, each piece of the lines of a page begins, so that none overlap.

    Pieces that begin about as far from the left begin at the same character on every line.
    """

    lines: Sequence[Line]
    _places: dict[float, int] = field(init=False)

    @_places.default
    def _set(self) -> dict[float, int]:
        pieces = [(piece, index) for index, line in enumerate(self.lines) for piece in line.pieces]
        pieces.sort(key=lambda pair: pair[0].left)
        ends: dict[int, int] = {}
        places: dict[float, int] = {}
        width = self._width()
        margin = pieces[0][0].left if pieces else 0.0
        place = 0
        while pieces:
            first = pieces[0][0].left
            column = [pair for pair in pieces if pair[0].left < first + _SAME_COLUMN * width]
            pieces = pieces[len(column) :]
            free = max(ends.get(index, -_BETWEEN) + _BETWEEN for _, index in column)
            place = max(place, free, round((first - margin) / width))
            for piece, index in column:
                places[piece.left] = place
                ends[index] = place + len(piece.text)
        return places

    def _width(self) -> float:
        """Return how wide a character is for most lines."""
        heights = sorted(line.box.height for line in self.lines)
        return (heights[len(heights) // 2] if heights else 0) or 1.0

    def laid_out(self, line: Line) -> str:
        """Return the text of one of the lines, its pieces in their columns."""
        text = ""
        for piece in line.pieces:
            least = len(text) + _BETWEEN if text else 0
            text = text.ljust(max(self._places[piece.left], least)) + piece.text
        return text
