"""Blank figures in tables that are otherwise filled."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from disclint.binding.bound import Figure
from disclint.blanks import read_blanks
from disclint.check import Finding
from disclint.forms import path_name
from disclint.relations import Reckoning


@frozen
class BlankCell:
    """Blanks that are neither a habit of the table nor totals."""

    looks_at = Reckoning

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding for each blank, or one in all for a row that is blank throughout."""
        blanks = read_blanks(reckoning).others
        counts = Counter(blank.slot.row for blank in blanks)
        for blank in blanks:
            row, columns = blank.slot.row, blank.slot.block.columns
            if counts[row] < len(columns) or len(columns) == 1:
                yield _finding(blank, reckoning.determined.get(blank.slot))
            elif blank.slot.column is columns[0]:
                name = path_name(reckoning.table.form, blank.slot.row_name)
                yield Finding(blank.span, {"row": name, "count": counts[row]}, variant="row")


def _finding(blank: Figure, value: Decimal | None) -> Finding:
    if value is None:
        return Finding(blank.span, {"cell": blank.name})
    return Finding(blank.span, {"cell": blank.name, "value": value}, variant="determined")
