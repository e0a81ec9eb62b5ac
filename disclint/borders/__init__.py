"""Borders between figures that run together, found where there is but one way to draw them."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from disclint.binding.bound import BoundReport, BoundRow, BoundTable, Figure, Misfit, State
from disclint.binding.columns import ColumnHeads
from disclint.binding.figures import read_figure
from disclint.borders.columns import Equation, solve
from disclint.borders.strip import Strip, Sum, Way
from disclint.forms import Compare, FormBlock, Over, Relation, Scope
from disclint.nodes import Edges

__all__ = ["find_borders"]

Open = dict[str, tuple[BoundRow, Strip, list[Way]]]
"""The rows, by id, of which more than one way is left to part them."""


def find_borders(report: BoundReport) -> BoundReport:
    """Return `report` with the figures read of which it is certain where each begins and ends."""
    if not any(row.misfit is Misfit.FUSED for table in report.tables for row in table.rows):
        return report
    return evolve(report, tables=tuple(map(_find_in_table, report.tables)))


def _find_in_table(table: BoundTable) -> BoundTable:
    rows = {row.row.id: row for row in table.rows}
    for block in table.form.blocks:
        own = {row.row.id: row for row in table.rows if row.block is block}
        rows |= _find_in_block(block, own)
    return evolve(table, rows=tuple(rows[row.row.id] for row in table.rows))


def _find_in_block(block: FormBlock, rows: Mapping[str, BoundRow]) -> dict[str, BoundRow]:
    """Return `rows`, by id, with those parted that can be, first each by itself, then together."""
    result = dict(rows)
    left: Open = {}
    sums = list(_sums(block))
    used = frozenset(one.id for one in sums)
    for name, row in rows.items():
        strip = _strip(row)
        if strip is None:
            continue
        # Without any relation: `007` in three columns is 0, 0 and 7, since no figure begins with
        # a needless 0, and three figures leave no room for a blank.
        certain = strip.ways((), most=2)
        if certain and len(certain) == 1:
            result[name] = _parted(row, strip, certain[0], {})
            continue
        ways = strip.ways(sums) if sums else None
        if ways and len(ways) == 1:
            result[name] = _parted(row, strip, ways[0], dict.fromkeys(range(len(row.figures)), used))
        elif ways:
            left[name] = row, strip, ways
    return result | dict(_find_together(block, result, left, used))


def _find_together(
    block: FormBlock, rows: Mapping[str, BoundRow], left: Open, used: frozenset[str]
) -> Iterator[tuple[str, BoundRow]]:
    """Yield the rows of which the relations over columns leave but one way."""
    if not left:
        return
    equations = list(_equations(block, rows, left))
    options = {name: [strip.values(way) for way in ways] for name, (_, strip, ways) in left.items()}
    for name, index in solve(options, equations).items():
        row, strip, ways = left[name]
        by_column = {
            column: used.union(
                equation.id
                for equation in equations
                if equation.column == column and name in equation.signs
            )
            if len({values[column] for values in options[name]}) > 1
            else used
            for column in range(len(row.figures))
        }
        yield name, _parted(row, strip, ways[index], by_column)


def _strip(row: BoundRow) -> Strip | None:
    """Return the digits of a row whose figures run together, if they are all its own."""
    if row.misfit is not Misfit.FUSED or any(cell.edges is Edges.DOUBTFUL for cell in row.cells):
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


def _equalities(block: FormBlock, over: Over) -> Iterator[Relation]:
    """Yield the relations that make sums equal, within one report."""
    for relation in block.relations:
        scopes = {operand.scope for operand in (*relation.sum, *relation.against)}
        if relation.over is over and relation.compare is Compare.EQUALS and scopes == {Scope.HERE}:
            yield relation


def _sums(block: FormBlock) -> Iterator[Sum]:
    """Yield the relations among the columns of each row."""
    places = {column.id: index for index, column in enumerate(block.columns)}
    for relation in _equalities(block, Over.ROWS):
        yield Sum(
            relation.id,
            tuple(places[operand.id] for operand in relation.sum),
            tuple(places[operand.id] for operand in relation.against),
        )


def _equations(
    block: FormBlock, rows: Mapping[str, BoundRow], left: Open
) -> Iterator[Equation]:
    """Yield the relations over columns of which all figures are known but those of open rows."""
    for relation in _equalities(block, Over.COLUMNS):
        signs = {operand.id: 1 for operand in relation.sum}
        signs |= {operand.id: -1 for operand in relation.against}
        if any(name not in rows for name in signs):
            continue
        for column in range(len(block.columns)):
            amounts = {
                name: rows[name].figures[column].amount for name in signs if name not in left
            }
            known = [signs[name] * amount for name, amount in amounts.items() if amount is not None]
            if len(known) == len(amounts) < len(signs):
                open_signs = {name: sign for name, sign in signs.items() if name in left}
                yield Equation(relation.id, column, open_signs, sum(known))
