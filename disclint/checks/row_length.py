"""Rows with fewer or more cells than the form."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint.binding.bound import BoundRow, Misfit
from disclint.check import Finding
from disclint.forms import path_name
from disclint.wording import Facts


@frozen
class RowLength:
    """Rows that have fewer cells than the form, or rows that have more."""

    looks_at = BoundRow

    cells: Misfit = field(converter=Misfit)

    def look(self, row: BoundRow) -> Iterator[Finding]:
        """Yield a finding at the row's label, or at the cell from which on the rest is moved."""
        if row.misfit is not self.cells:
            return
        expected = len(row.figures)
        facts: Facts = {
            "row": path_name(row.form, row.figures[0].slot.row_name),
            "expected": expected,
            "count": row.cells,
            "difference": abs(row.cells - expected),
            "first": row.shift or 0,
        }
        if row.shift_span:
            yield Finding(row.shift_span, facts, variant="shifted")
        elif row.cells == 0:
            yield Finding(row.span, facts, variant="none")
        else:
            yield Finding(row.cells_span, facts)
