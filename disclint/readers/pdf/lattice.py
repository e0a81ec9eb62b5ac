"""The tables that lines rule on a page: rows, columns, and the cells between the lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from disclint.readers.pdf.page import Rect, Ruling
from disclint.reading import LimitError

_NEAR = 3.0
"""How far apart lines that are meant to be one, or to meet, may be."""
_NARROW = 5.0
"""How wide or high is nothing that text stands in: its two sides are the same line, drawn twice."""
_LEAST_LENGTH = 6.0


@frozen
class Field:
    """A cell: the row and column where it begins, and how many of them it is over."""

    row: int
    column: int
    rows: int
    columns: int


@frozen
class Lattice:
    """A table: where its rows and columns begin and end, and the cells in the order of reading."""

    across: Sequence[float]
    down: Sequence[float]
    fields: Sequence[Field]
    _owners: Sequence[Sequence[int]] = field(repr=False)
    """The cell, by index, to which each crossing of row and column belongs."""

    @property
    def box(self) -> Rect:
        """The rectangle around it."""
        return Rect(self.across[0], self.down[0], self.across[-1], self.down[-1])

    def index_at(self, point: tuple[float, float]) -> int:
        """Return which cell a point of the table lies in."""
        column = bisect_right(self.across, point[0]) - 1
        row = bisect_right(self.down, point[1]) - 1
        return self._owners[min(row, len(self.down) - 2)][min(column, len(self.across) - 2)]

    def reach(self, cell: Field) -> tuple[float, float]:
        """Return how far a cell reaches from left to right."""
        return self.across[cell.column], self.across[cell.column + cell.columns]

    def ordinal(self, index: int) -> int:
        """Return the number, from 1, that a cell has in the row where it begins."""
        begins = self.fields[index]
        owners = self._owners[begins.row][: begins.column + 1]
        return len(set(owners))


def find_lattices(rulings: Iterable[Ruling], most_cells: int) -> list[Lattice]:
    """Return the tables on a page, the larger first; a frame of one column is none.

    Raises:
        LimitError: they have too many cells.

    """
    found: list[Lattice] = []
    cells = 0
    for cluster in _clusters(_joined(rulings)):
        across, down = _edges(cluster, upright=True), _edges(cluster, upright=False)
        cells += (len(across) - 1) * (len(down) - 1)
        if cells > most_cells:
            limit = "cells"
            raise LimitError(limit, most_cells)
        lattice = _lattice(cluster, across, down)
        if any(piece.columns < len(across) - 1 for piece in lattice.fields):
            found.append(lattice)
    return sorted(found, key=lambda lattice: -lattice.box.width * lattice.box.height)


def _joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return one line for those that lie on each other or go on from each other."""
    joined: list[Ruling] = []
    for group in _aligned(sorted(rulings, key=lambda line: (line.upright, line.at))):
        at = group[0].at
        current: Ruling | None = None
        for ruling in sorted(group, key=lambda line: line.start):
            if current and ruling.start <= current.end + _NEAR:
                current = evolve(current, end=max(current.end, ruling.end))
                continue
            joined += [current] if current else []
            current = evolve(ruling, at=at)
        joined += [current] if current else []
    return [line for line in joined if line.end - line.start >= _LEAST_LENGTH]


def _aligned(rulings: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    """Yield the lines at one place, of those in order."""
    group: list[Ruling] = []
    for ruling in rulings:
        first = group[0] if group else ruling
        if (ruling.upright, True) != (first.upright, ruling.at <= first.at + _NEAR):
            yield group
            group = []
        group.append(ruling)
    if group:
        yield group


@define
class _Sets:
    """Which lines hang together, by index."""

    _parents: list[int]

    def find(self, index: int) -> int:
        """Return the line that stands for all that hang together with this one."""
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def join(self, one: int, other: int) -> None:
        """Note that two lines meet."""
        self._parents[self.find(one)] = self.find(other)


def _clusters(rulings: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Yield the lines that hang together, level ones and upright ones."""
    sets = _Sets(list(range(len(rulings))))
    upright = [index for index, line in enumerate(rulings) if line.upright]
    places = [rulings[index].at for index in upright]
    for index, line in enumerate(rulings):
        if not line.upright:
            first = bisect_left(places, line.start - _NEAR)
            end = bisect_right(places, line.end + _NEAR)
            for other in upright[first:end]:
                if rulings[other].start - _NEAR <= line.at <= rulings[other].end + _NEAR:
                    sets.join(index, other)
    clusters: dict[int, list[Ruling]] = {}
    for index, line in enumerate(rulings):
        clusters.setdefault(sets.find(index), []).append(line)
    for cluster in clusters.values():
        if len({line.upright for line in cluster}) > 1:
            yield cluster


def _edges(cluster: Iterable[Ruling], *, upright: bool) -> list[float]:
    """Return where columns, or rows, begin and end: at lines, and where crossing lines end."""
    crossing = [line for line in cluster if line.upright is not upright]
    places = {line.at for line in cluster if line.upright is upright}
    places |= {min(line.start for line in crossing), max(line.end for line in crossing)}
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _NARROW:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _lattice(cluster: Iterable[Ruling], across: list[float], down: list[float]) -> Lattice:
    walls = _closed(cluster, across, down, upright=True)
    floors = _closed(cluster, down, across, upright=False)
    fields: list[Field] = []
    owners: list[list[int]] = []
    for row in range(len(down) - 1):
        owners.append([0] * (len(across) - 1))
        for start, end in _stretches(row, walls, len(across) - 1):
            index = _above(row, start, end, owners, fields)
            if index is None or all((row, column) in floors for column in range(start, end)):
                index = len(fields)
                fields.append(Field(row, start, 1, end - start))
            else:
                fields[index] = evolve(fields[index], rows=fields[index].rows + 1)
            owners[row][start:end] = [index] * (end - start)
    return Lattice(across, down, fields, owners)


def _closed(
    cluster: Iterable[Ruling], edges: list[float], crossing: list[float], *, upright: bool
) -> set[tuple[int, int]]:
    """Return the crossings, row first, that a line shuts off to the left, or above."""
    middles = [(first + second) / 2 for first, second in pairwise(crossing)]
    boundaries = [(first + second) / 2 for first, second in pairwise(edges)]
    closed: set[tuple[int, int]] = set()
    for line in cluster:
        if line.upright is upright:
            edge = bisect_left(boundaries, line.at)
            reach = range(bisect_left(middles, line.start), bisect_right(middles, line.end))
            closed |= {(index, edge) if upright else (edge, index) for index in reach}
    return closed


def _stretches(row: int, walls: set[tuple[int, int]], columns: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where no line stands between the columns of a row."""
    starts = [0, *(column for column in range(1, columns) if (row, column) in walls), columns]
    yield from pairwise(starts)


def _above(
    row: int, start: int, end: int, owners: Sequence[Sequence[int]], fields: Sequence[Field]
) -> int | None:
    """Return the cell right above a stretch of columns, if it is over just these."""
    if not row:
        return None
    index = owners[row - 1][start]
    above = fields[index]
    return index if (above.column, above.columns) == (start, end - start) else None
