"""The figures of a block, laid out for its relations by row and by column."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from disclint.binding.bound import BoundRow, BoundTable, Figure, State
from disclint.forms import Column, Form, FormBlock, Named, Over, Slot

Line = tuple[Figure, ...]
"""The figures of one row, by column, or of one column, by row."""


@frozen(eq=False)
class Grid:
    """The figures of one block of a table, or what another edition has of them."""

    rows: Mapping[str, Line]
    columns: Mapping[str, Line]
    known: frozenset[str] | None
    """The ids of the rows and columns of the table's own edition, if it is another one."""

    @classmethod
    def of(cls, table: BoundTable, block: FormBlock) -> "Grid":
        """Return the figures that `table` has for `block`, a block of its own form or another."""
        bound = {row.row.id: row for row in table.rows if row.block.title == block.title}
        rows = {row.id: tuple(_line(table, block, row, bound.get(row.id))) for row in block.rows}
        by_column = zip(*rows.values(), strict=True)
        columns = zip((column.id for column in block.columns), by_column, strict=True)
        return cls(rows, dict(columns), _ids(table.form, block))

    def has(self, over: Over, name: str) -> bool:
        """Whether there is a line that an operand called `name` stands for."""
        return over is Over.CELLS or self.known is None or name in self.known

    def lines(self, over: Over, name: str) -> Sequence[Figure]:
        """Return the figures that an operand called `name` stands for, wherever it holds."""
        if over is Over.ROWS:
            return self.columns[name]
        if over is Over.COLUMNS:
            return self.rows[name]
        return [figure for row in self.rows.values() for figure in row]


def _ids(form: Form, block: FormBlock) -> frozenset[str] | None:
    """Return the ids of the rows and columns that `form` has for `block`, unless it is its own."""
    if block in form.blocks:
        return None
    named = (
        one
        for other in form.blocks
        if other.title == block.title
        for one in (*other.rows, *other.columns)
    )
    return frozenset(one.id for one in named)


def _line(
    table: BoundTable, block: FormBlock, row: Named, bound: BoundRow | None
) -> Iterable[Figure]:
    """Return the figures of a row in the order of the columns of `block`."""
    if bound and bound.block is block:
        return bound.figures
    figures = {figure.slot.column.id: figure for figure in bound.figures} if bound else {}
    return (
        figures.get(column.id) or _missing(table, block, row, column) for column in block.columns
    )


def _missing(table: BoundTable, block: FormBlock, row: Named, column: Column) -> Figure:
    """Return the figure of a cell that is not there."""
    slot = Slot(table.form, block, row, column)
    return Figure(slot=slot, state=State.MISSING, text="", quantity=None, span=table.span)
