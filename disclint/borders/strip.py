"""The digits of one row, whose figures have run together."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from disclint import spelling
from disclint.forms import Kind
from disclint.nodes import Cell
from disclint.source import Span

Way = tuple[tuple[int, int], ...]
"""Where in the strip each column's figure begins and ends; it is blank where both are the same."""
Values = tuple[Decimal, ...]

_LONGEST = 80
_COUNTER = "[件条项次人个宗份部起家笔]?"
_FIGURE = {
    Kind.COUNT: re.compile(rf"(?:0|[1-9]\d*|[1-9]\d{{0,2}}(?:,\d{{3}})+){_COUNTER}"),
    Kind.CHANGE: re.compile(rf"[-+]?(?:0|[1-9]\d*){_COUNTER}"),
    Kind.MONEY: re.compile(
        r"¥?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?(?:[百千万亿]{0,2}元|万)?"
    ),
}
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


@frozen
class Strip:
    """Figures written without borders, or with some of them."""

    text: str
    borders: tuple[int, ...]
    """Where white space parts the text, from 0 to its end."""
    kinds: tuple[Kind, ...]
    """What the figure of each column is."""
    cells: tuple[Cell, ...]
    """The text as written."""

    @classmethod
    def of(cls, cells: Sequence[Cell], kinds: Sequence[Kind]) -> "Strip | None":
        """Return the strip that `cells` are, if it is short enough to be looked through."""
        folded = [spelling.folded(cell.text) for cell in cells]
        text = "".join(folded)
        if len(text) > _LONGEST or list(map(len, folded)) != [len(cell.text) for cell in cells]:
            return None
        borders = [0]
        for piece in folded:
            borders.append(borders[-1] + len(piece))
        return cls(text, tuple(borders), tuple(kinds), tuple(cells))

    def values(self, way: Way) -> Values:
        """Return the figures of `way`."""
        return tuple(
            value_of(kind, self.text[start:end]) or Decimal(0)
            for kind, (start, end) in zip(self.kinds, way, strict=True)
        )

    def cell(self, start: int, end: int) -> Cell:
        """Return what is written from `start` to `end`, which lies in one cell."""
        for cell, first, last in zip(self.cells, self.borders, self.borders[1:], strict=False):
            if first <= start and end <= last:
                text = cell.text[start - first : end - first]
                at = cell.span.start + start - first
                return Cell(text=text, span=Span(at, at + len(text)))
        message = f"no cell holds {start} to {end}"
        raise ValueError(message)


@lru_cache(maxsize=4096)
def value_of(kind: Kind, text: str) -> Decimal | None:
    """Return the figure that `text` is, blank being zero, or nothing if it is none of its kind."""
    if not text:
        return Decimal(0)
    if not _FIGURE[kind].fullmatch(text):
        return None
    number = _NUMBER.search(text)
    return Decimal(number[0].replace(",", "")) if number else None
