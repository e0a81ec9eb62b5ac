"""Blank cells of a table set by columns, told by where the figures of the other rows stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from disclint.binding.entries import Entry
from disclint.forms import Form, FormBlock
from disclint.nodes import Cell, Columns
from disclint.source import Span

_MOST_OFF = 2
"""How far from its column a figure may stand, as lines of a page are not even."""

_Measure = Callable[[Columns], tuple[int, int]]
_MEASURES: tuple[_Measure, ...] = (
    lambda columns: columns.code_points,
    lambda columns: columns.screen,
)
"""Converters count a Chinese character as one column, people as two."""


@frozen
class _Reach:
    """From where to where the cells of one column stand in their lines, by one measure."""

    ranges: Sequence[tuple[int, int]]

    @property
    def spread(self) -> int:
        """How far apart the cells of the column begin or end, whichever is less."""
        starts, ends = zip(*self.ranges, strict=True)
        return int(min(max(starts) - min(starts), max(ends) - min(ends)))

    def distance(self, start: int, end: int) -> int:
        """Return how far the column is from a cell."""
        first = min(start for start, _ in self.ranges)
        last = max(end for _, end in self.ranges)
        return max(0, first - end, start - last)


def fill_blanks(entries: Sequence[Entry], form: Form) -> list[Entry]:
    """Return `entries` with a blank cell wherever a row has no figure in a column.

    Only rows of a layout that sets cells by columns are filled, and only where each of their
    figures stands in one column and in no other.
    """
    return [
        evolve(entry, values=tuple(_filled(entry.values, entries, block, form)))
        if (block := _block(entry, form)) and _is_short(entry, block)
        else entry
        for entry in entries
    ]


def _block(entry: Entry, form: Form) -> FormBlock | None:
    if entry.key:
        return entry.key.block
    return form.blocks[0] if len(form.blocks) == 1 else None


def _is_short(entry: Entry, block: FormBlock) -> bool:
    known = all(cell.columns for cell in entry.values)
    return known and 0 < len(entry.values) < len(block.columns)


def _filled(
    values: Sequence[Cell], entries: Sequence[Entry], block: FormBlock, form: Form
) -> Sequence[Cell]:
    """Return `values` with blank cells between them, or as they are where that is not certain."""
    by_measure = [(measure, list(_reaches(entries, block, form, measure))) for measure in _MEASURES]
    spreads = [sum(reach.spread for reach in found if reach) for _, found in by_measure]
    readings = {
        tuple(_columns(values, found, measure))
        for (measure, found), spread in zip(by_measure, spreads, strict=True)
        if spread == min(spreads)
    }
    certain = [reading for reading in readings if _is_certain(reading)]
    if len(certain) != 1:
        return values
    columns = (column for column in certain[0] if column is not None)
    return _with_blanks(dict(zip(columns, values, strict=True)), len(block.columns))


def _is_certain(columns: Sequence[int | None]) -> bool:
    known = [column for column in columns if column is not None]
    return len(known) == len(columns) and known == sorted(set(known))


def _reaches(
    entries: Iterable[Entry], block: FormBlock, form: Form, measure: _Measure
) -> Iterator[_Reach | None]:
    """Yield for each column of `block` where the figures of full rows stand.

    Heads tell less: a converter sets them elsewhere than the figures.
    """
    own = [entry for entry in entries if _block(entry, form) is block]
    full = [entry.values for entry in own if len(entry.values) == len(block.columns)]
    for index in range(len(block.columns)):
        columns = (values[index].columns for values in full)
        ranges = [measure(one) for one in columns if one]
        yield _Reach(ranges) if ranges else None


def _columns(
    values: Iterable[Cell], reaches: Sequence[_Reach | None], measure: _Measure
) -> Iterator[int | None]:
    """Yield for each of `values` the only column that it can stand in, or nothing."""
    for cell in values:
        start, end = measure(cell.columns) if cell.columns else (0, 0)
        distances = sorted(
            (reach.distance(start, end), column) for column, reach in enumerate(reaches) if reach
        )
        near, alone = distances[:1], [*distances[1:2], (_MOST_OFF * 3, 0)]
        if near and near[0][0] <= _MOST_OFF < alone[0][0] - near[0][0]:
            yield near[0][1]
        else:
            yield None


def _with_blanks(by_column: Mapping[int, Cell], width: int) -> Sequence[Cell]:
    place = min(cell.span.start for cell in by_column.values())
    result = []
    for column in range(width):
        cell = by_column.get(column) or Cell(text="", span=Span(place, place))
        result.append(cell)
        place = cell.span.end
    return result
