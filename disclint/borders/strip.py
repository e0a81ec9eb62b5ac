"""The digits of one row, and the ways to part them into its figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from attrs import define, field, frozen

from disclint import spelling
from disclint.forms import Kind
from disclint.nodes import Cell
from disclint.source import Span

Way = tuple[tuple[int, int], ...]
"""Where in the strip each column's figure begins and ends; it is blank where both are the same."""
Values = tuple[Decimal, ...]

_LONGEST = 80
_MOST_STEPS = 10_000
_MOST_WAYS = 64
_MOST_SLIPS = 1000
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
class Sum:
    """A relation within a row: the figures of some columns add up to those of others."""

    id: str
    sum: tuple[int, ...]
    against: tuple[int, ...]


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

    def ways(self, sums: Sequence[Sum], blanks: int) -> list[Way] | None:
        """Return the ways in which `sums` hold, or nothing where there are too many to look at.

        Up to that many figures may be `blanks`, which count as zero in a sum.
        """
        search = _Search(self, sums)
        found = list(islice(search.ways(len(self.kinds) - 1, len(self.text), blanks), _MOST_WAYS))
        return None if search.steps > _MOST_STEPS or len(found) == _MOST_WAYS else found

    def slips(self, sums: Sequence[Sum]) -> list[Way] | None:
        """Return the ways with one blank that stands for whatever figure makes `sums` hold."""
        search = _Search(self, sums, blank=None)
        every = search.ways(len(self.kinds) - 1, len(self.text), 1)
        found = list(islice((way for way in every if any(a == b for a, b in way)), _MOST_SLIPS))
        return None if search.steps > _MOST_STEPS or len(found) == _MOST_SLIPS else found

    def only_way(self) -> Way | None:
        """Return the way to part the strip if there is no other, whatever the figures may be.

        `007` in three columns is 0, 0 and 7: no figure begins with a needless 0, and three figures
        leave no room for a blank.
        """
        search = _Search(self, ())
        every = search.ways(len(self.kinds) - 1, len(self.text), len(self.kinds))
        found = list(islice(every, 2))
        return found[0] if len(found) == 1 and search.steps <= _MOST_STEPS else None

    def values(self, way: Way) -> Values:
        """Return the figures of `way`."""
        return tuple(
            _value(kind, self.text[start:end]) or Decimal(0)
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
def _value(kind: Kind, text: str) -> Decimal | None:
    """Return the figure that `text` is, blank being zero, or nothing if it is none of its kind."""
    if not text:
        return Decimal(0)
    if not _FIGURE[kind].fullmatch(text):
        return None
    number = _NUMBER.search(text)
    return Decimal(number[0].replace(",", "")) if number else None


@define
class _Search:
    """A search through the ways, column by column from the last, where totals stand."""

    strip: Strip
    sums: Sequence[Sum]
    blank: Decimal | None = Decimal(0)
    """What a blank counts as; nothing where it may be any figure."""
    steps: int = 0
    _values: dict[int, Decimal | None] = field(factory=dict)
    _known: dict[tuple[int, int, int], list[Way]] = field(factory=dict)
    _least: list[int] = field()
    """How many figures at least make up the strip up to each place."""

    @_least.default
    def _count_least(self) -> list[int]:
        text, borders = self.strip.text, set(self.strip.borders)
        least = [0]
        for end in range(1, len(text) + 1):
            fewest = len(text) + 1
            for start in range(end - 1, -1, -1):
                if text[start] != "0" or end - start == 1 or not text[start + 1].isdigit():
                    fewest = min(fewest, least[start] + 1)
                if start in borders:
                    break
            least.append(fewest)
        return least

    def ways(self, column: int, end: int, blanks: int) -> Iterator[Way]:
        """Yield the ways to fill the columns up to `column` with the strip up to `end`.

        Where no sum reaches over the next column's border, they are the same whatever follows.
        """
        if column < 0 or self._is_bound(column):
            yield from self._extend(column, end, blanks)
            return
        if (column, end, blanks) not in self._known:
            found = list(islice(self._extend(column, end, blanks), _MOST_WAYS))
            self._known[column, end, blanks] = found
        yield from self._known[column, end, blanks]

    def _is_bound(self, column: int) -> bool:
        """Whether a sum has figures both up to `column` and after it."""
        return any(
            min(*one.sum, *one.against) <= column < max(*one.sum, *one.against) for one in self.sums
        )

    def _extend(self, column: int, end: int, blanks: int) -> Iterator[Way]:
        if column < 0:
            if end == 0:
                yield ()
            return
        if self._least[end] > column + 1 or self.steps > _MOST_STEPS:
            return
        text, kind = self.strip.text, self.strip.kinds[column]
        first = max((border for border in self.strip.borders if border < end), default=0)
        for start in range(end - (not blanks), first - 1, -1):
            self.steps += 1
            value = _value(kind, text[start:end]) if start < end else self.blank
            if value is None and start < end:
                continue
            self._values[column] = value
            if all(self._may_hold(one, column) for one in self.sums):
                for way in self.ways(column - 1, start, blanks - (start == end)):
                    yield (*way, (start, end))

    def _may_hold(self, one: Sum, column: int) -> bool:
        """Whether a sum holds, or may still hold when the columns before `column` are filled."""
        if any(c < column for c in one.sum):
            return True
        totals = [self._values[c] for c in one.sum]
        parts = [self._values[c] for c in one.against if c >= column]
        total = sum((value for value in totals if value is not None), Decimal(0))
        known = sum((value for value in parts if value is not None), Decimal(0))
        if None in totals:
            return True
        if len(parts) == len(one.against) and None not in parts:
            return known == total
        counts = all(self.strip.kinds[c] is Kind.COUNT for c in one.against)
        return not counts or known <= total
