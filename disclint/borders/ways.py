"""The ways to part the digits of a row into its figures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from attrs import define, field, frozen

from disclint.borders.strip import Strip, Way, value_of
from disclint.forms import Kind

_ZERO = Decimal(0)
_MOST_STEPS = 10_000
_MOST_WAYS = 64
_MOST_SLIPS = 1000


@frozen
class Sum:
    """A relation within a row: the figures of some columns add up to those of others."""

    id: str
    sum: tuple[int, ...]
    against: tuple[int, ...]


def find_ways(strip: Strip, sums: Sequence[Sum], blanks: int) -> list[Way] | None:
    """Return the ways in which `sums` hold, or nothing where there are too many to look at.

    Up to that many figures may be `blanks`, which count as zero in a sum.
    """
    return _Search(strip, sums, most=_MOST_WAYS).found(blanks)


def find_slips(strip: Strip, sums: Sequence[Sum]) -> list[Way] | None:
    """Return the ways with one blank that stands for whatever figure makes `sums` hold."""
    ways = _Search(strip, sums, most=_MOST_SLIPS, blank=None).found(1)
    return None if ways is None else [way for way in ways if any(a == b for a, b in way)]


def find_only_way(strip: Strip) -> Way | None:
    """Return the way to part the strip if there is no other, whatever the figures may be.

    `007` in three columns is 0, 0 and 7: no figure begins with a needless 0, and three figures
    leave no room for a blank.
    """
    ways = _Search(strip, (), most=2).found(len(strip.kinds))
    return ways[0] if ways else None


@define
class _Tally:
    """A sum, as far as its columns are filled, from the last to the first."""

    one: Sum
    counts: bool
    """Whether its parts are never below zero."""
    left: Decimal = _ZERO
    """The total less the parts."""
    gaps: int = 0
    """How many parts are blanks that may be any figure."""
    free: int = 0
    """How many totals are."""

    def enter(self, column: int, value: Decimal | None, times: int = 1) -> None:
        """Enter the figure of a column, or with -1 take it back."""
        is_total = column in self.one.sum
        if value is None and is_total:
            self.free += times
        elif value is None:
            self.gaps += times
        else:
            self.left += value * (times if is_total else -times)

    def fits(self, column: int) -> bool:
        """Whether it holds, or may still hold when the columns before `column` are filled."""
        if self.free or column > min(self.one.sum):
            return True
        if not self.gaps and column == min(*self.one.sum, *self.one.against):
            return self.left == 0
        return self.left >= 0 or not self.counts

    def is_spent(self, column: int) -> bool:
        """Whether no larger figure in `column` will do either."""
        return self.left < 0 and self.counts and column in self.one.against


@define
class _Search:
    """A search through the ways, column by column from the last, where totals stand."""

    strip: Strip
    sums: Sequence[Sum]
    most: int
    """How many ways are too many."""
    blank: Decimal | None = _ZERO
    """What a blank counts as; nothing where it may be any figure."""
    steps: int = 0
    _tallies: list[list[_Tally]] = field()
    """The sums that each column is part of."""
    _bound: list[bool] = field()
    """Whether a sum has figures both up to each column and after it."""
    _least: list[int] = field()
    """How many figures at least make up the strip up to each place."""
    _known: dict[tuple[int, int, int], list[Way]] = field(factory=dict)

    @_tallies.default
    def _open_tallies(self) -> list[list[_Tally]]:
        kinds = self.strip.kinds
        tallies = [
            _Tally(one, all(kinds[column] is Kind.COUNT for column in one.against))
            for one in self.sums
        ]
        return [
            [tally for tally in tallies if column in (*tally.one.sum, *tally.one.against)]
            for column in range(len(kinds))
        ]

    @_bound.default
    def _find_bound(self) -> list[bool]:
        edges = [sorted((*one.sum, *one.against)) for one in self.sums]
        return [
            any(first <= column < last for first, *_, last in edges)
            for column in range(len(self.strip.kinds))
        ]

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

    def found(self, blanks: int) -> list[Way] | None:
        """Return every way with up to that many blanks, or nothing where there are too many."""
        every = self.ways(len(self.strip.kinds) - 1, len(self.strip.text), blanks)
        ways = list(islice(every, self.most))
        return None if self.steps > _MOST_STEPS or len(ways) == self.most else ways

    def ways(self, column: int, end: int, blanks: int) -> Iterator[Way]:
        """Yield the ways to fill the columns up to `column` with the strip up to `end`.

        Where no sum reaches over the next column's border, they are the same whatever follows.
        """
        if column < 0:
            if end == 0:
                yield ()
        elif self._bound[column]:
            yield from self._extend(column, end, blanks)
        else:
            if (column, end, blanks) not in self._known:
                found = list(islice(self._extend(column, end, blanks), self.most))
                self._known[column, end, blanks] = found
            yield from self._known[column, end, blanks]

    def _extend(self, column: int, end: int, blanks: int) -> Iterator[Way]:
        if self._least[end] > column + 1 or self.steps > _MOST_STEPS:
            return
        text, kind, tallies = self.strip.text, self.strip.kinds[column], self._tallies[column]
        first = max((border for border in self.strip.borders if border < end), default=0)
        for start in range(end - (not blanks), first - 1, -1):
            self.steps += 1
            value = value_of(kind, text[start:end]) if start < end else self.blank
            if value is None and start < end:
                continue
            for tally in tallies:
                tally.enter(column, value)
            if all(tally.fits(column) for tally in tallies):
                for way in self.ways(column - 1, start, blanks - (start == end)):
                    yield (*way, (start, end))
            spent = any(tally.is_spent(column) and not tally.fits(column) for tally in tallies)
            for tally in tallies:
                tally.enter(column, value, -1)
            if spent:
                return
