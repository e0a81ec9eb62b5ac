"""Borders between figures that run together, found where there is but one way to draw them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import mul

from attrs import evolve

from disclint.binding.bound import BoundReport, BoundRow, BoundTable, Figure, Misfit, State
from disclint.binding.columns import ColumnHeads
from disclint.binding.figures import read_figure
from disclint.borders.columns import Equation, solve
from disclint.borders.doubts import has_rival, touches
from disclint.borders.strip import Strip, Way
from disclint.borders.ways import Sum, find_only_way, find_ways
from disclint.forms import FormBlock, Named, Over
from disclint.nodes import Edges

__all__ = ["find_borders"]

_LEAST_FILLED = 3
"""How many rows at least show that a report writes its zeros."""
_MOST_HOPELESS = 1
"""How many rows may be such that their totals hold in no way, before all others are doubted."""

Open = dict[str, tuple[BoundRow, Strip, list[Way]]]
"""The rows, by id, of which more than one way is left to part them."""


def find_borders(report: BoundReport) -> BoundReport:
    """Return `report` with the figures read of which it is certain where each begins and ends.

    First come the rows that can be parted in but one way, then those that a relation leaves but
    one way. A blank cell leaves no trace where borders are lost, so ways with blanks compete with
    all others; only where the rows read first show that this report writes its zeros is a row
    taken to have one blank at most.
    """
    if not any(row.misfit is Misfit.FUSED for table in report.tables for row in table.rows):
        return report
    tables = [_each_row(table, _alone) for table in report.tables]
    fills = _fills_every_cell(tables)
    return evolve(report, tables=tuple(_by_relations(table, fills=fills) for table in tables))


def _each_row(table: BoundTable, change: Callable[[BoundRow], BoundRow]) -> BoundTable:
    return evolve(table, rows=tuple(map(change, table.rows)))


def _alone(row: BoundRow) -> BoundRow:
    """Return `row` parted, if it can be in one way only, without any relation."""
    strip = _strip(row)
    way = find_only_way(strip) if strip else None
    return _parted(row, strip, way, {}) if strip and way else row


def _fills_every_cell(tables: Iterable[BoundTable]) -> bool:
    """Whether rows that are certain have zeros written in them, and none has cells too few."""
    rows = [row for table in tables for row in table.rows if row.misfit is not Misfit.FUSED]
    if any(row.misfit for row in rows):
        return False
    full = sum(any(figure.amount == 0 for figure in row.figures) for row in rows)
    return full >= _LEAST_FILLED


def _by_relations(table: BoundTable, *, fills: bool) -> BoundTable:
    rows: dict[Named, BoundRow] = {}
    for block in table.form.blocks:
        own = {row.row.id: row for row in table.rows if row.block is block}
        parted = _part_block(block, own, fills=fills)
        rows |= {row.row: row for row in parted.values()}
    return _each_row(table, lambda row: rows[row.row])


def _part_block(
    block: FormBlock, rows: Mapping[str, BoundRow], *, fills: bool
) -> dict[str, BoundRow]:
    """Return `rows`, by id, with those parted that can be, each by itself, then all together."""
    result = dict(rows)
    left: Open = {}
    sums = list(_sums(block))
    used = frozenset(one.id for one in sums)
    settled: Open = {}
    hopeless = 0
    for name, row in rows.items():
        strip = _strip(row) if sums else None
        ways = find_ways(strip, sums, 1 if fills else len(row.figures)) if strip else None
        if strip and ways:
            if len(ways) == 1:
                every = dict.fromkeys(range(len(row.figures)), used)
                result[name] = _parted(row, strip, ways[0], every)
                settled[name] = row, strip, ways
            else:
                left[name] = row, strip, ways
        hopeless += ways == []
    together = _find_together(block, result, left, used)
    result |= dict(together or ())
    agrees = together is not None and hopeless <= _MOST_HOPELESS
    return result | dict(_doubted(block, result, settled, sums, agrees=agrees))


def _doubted(
    block: FormBlock,
    rows: Mapping[str, BoundRow],
    settled: Open,
    sums: Sequence[Sum],
    *,
    agrees: bool,
) -> Iterator[tuple[str, BoundRow]]:
    """Yield the rows, as they were, that a relation has parted but may yet be otherwise."""
    equations = list(_equations(block, rows, ()))
    for name, (row, strip, (way,)) in settled.items():
        own = [equation for equation in equations if name in equation.signs]
        if own or not agrees:
            doubtful = has_rival(name, strip, way, sums, own)
        else:
            doubtful = any(touches(strip, way, one) for one in sums)
        if doubtful:
            yield name, row


def _find_together(
    block: FormBlock, rows: Mapping[str, BoundRow], left: Open, used: frozenset[str]
) -> list[tuple[str, BoundRow]] | None:
    """Return the rows of which the relations over columns leave but one way.

    There is nothing to return where they leave none, so that something is wrong with the table.
    """
    equations = [one for one in _equations(block, rows, left.keys()) if one.unread]
    options = {name: [strip.values(way) for way in ways] for name, (_, strip, ways) in left.items()}
    chosen = solve(options, equations)
    if chosen is None:
        return None
    found = []
    for name, index in chosen.items():
        row, strip, ways = left[name]
        differ = [len(set(column)) > 1 for column in zip(*options[name], strict=True)]
        settled_by = {
            column: used.union(one.id for one in equations if one.is_about(name, column))
            if differs
            else used
            for column, differs in enumerate(differ)
        }
        found.append((name, _parted(row, strip, ways[index], settled_by)))
    return found


def _strip(row: BoundRow) -> Strip | None:
    """Return the digits of a row whose figures run together, if they are all its own.

    Where columns are set by spaces, a cell is missing, and no border is lost.
    """
    if row.misfit is not Misfit.FUSED or any(cell.edges is Edges.DOUBTFUL for cell in row.cells):
        return None
    if any(cell.columns for cell in row.cells):
        return None
    if any(figure.state is not State.FUSED for figure in row.figures):
        return None
    return Strip.of(row.cells, [figure.slot.column.kind for figure in row.figures])


def _parted(
    row: BoundRow, strip: Strip, way: Way, settled_by: Mapping[int, frozenset[str]]
) -> BoundRow:
    """Return `row` with its figures parted in `way`; one with blanks would be a guess."""
    if any(start == end for start, end in way):
        return row
    cells = [strip.cell(start, end) for start, end in way]
    figures = [
        evolve(
            read_figure(figure.slot, cell, ColumnHeads(units=_unit(figure))),
            settled_by=settled_by.get(column, frozenset()),
        )
        for column, (figure, cell) in enumerate(zip(row.figures, cells, strict=True))
    ]
    if any(figure.state is not State.FIGURE for figure in figures):
        return row
    return evolve(row, figures=tuple(figures), cells=tuple(cells), misfit=None)


def _unit(figure: Figure) -> dict[str, str]:
    return {figure.slot.column.id: figure.head_unit}


def _sums(block: FormBlock) -> Iterator[Sum]:
    """Yield the relations among the columns of each row."""
    places = {column.id: index for index, column in enumerate(block.columns)}
    for relation in block.equalities(Over.ROWS):
        yield Sum(
            relation.id,
            tuple(places[operand.id] for operand in relation.sum),
            tuple(places[operand.id] for operand in relation.against),
        )


def _equations(
    block: FormBlock, rows: Mapping[str, BoundRow], unread: Collection[str]
) -> Iterator[Equation]:
    """Yield the relations over columns of which all figures are known but those of some rows."""
    for relation in block.equalities(Over.COLUMNS):
        signs = {operand.id: 1 for operand in relation.sum}
        signs |= {operand.id: -1 for operand in relation.against}
        known = [name for name in signs if name not in unread]
        for column in range(len(block.columns)) if all(name in rows for name in known) else ():
            amounts = [rows[name].figures[column].amount for name in known]
            sure = [amount for amount in amounts if amount is not None]
            if len(sure) == len(amounts):
                residual = sum(map(mul, map(signs.__getitem__, known), sure), Decimal(0))
                yield Equation(relation.id, column, signs, residual, signs.keys() & unread)
