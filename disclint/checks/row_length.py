"""Rows with fewer or more cells than the form."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint.binding.bound import BoundRow, Misfit
from disclint.causes.joins import find_join
from disclint.check import FactNames, Finding, told
from disclint.forms import path_name
from disclint.relations import Reckoning
from disclint.wording import Facts

_FACTS = "row expected count difference"


@frozen
class RowLength:
    """Rows that have fewer cells than the form, or rows that have more."""

    looks_at = Reckoning

    cells: Misfit = field(converter=Misfit)

    @property
    def facts(self) -> FactNames:
        """The facts of a finding, by variant."""
        if self.cells is Misfit.MORE:
            return told(_FACTS, shifted=f"{_FACTS} first", split=f"{_FACTS} first value")
        return told(_FACTS, none=_FACTS, determined=f"{_FACTS} values")

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding for each such row, with what explains it where something does."""
        for row in reckoning.table.rows:
            if row.misfit is self.cells:
                yield _finding(reckoning, row)


def _finding(reckoning: Reckoning, row: BoundRow) -> Finding:
    expected, count = len(row.figures), len(row.cells)
    facts: Facts = {
        "row": path_name(row.form, row.figures[0].slot.row_name),
        "expected": expected,
        "count": count,
        "difference": abs(count - expected),
    }
    if not row.cells:
        return _none(reckoning, row, facts)
    if row.shift is not None:
        return Finding(row.cells[row.shift].span, facts | {"first": row.shift + 1}, "shifted")
    if join := find_join(reckoning, row):
        facts |= {"first": join.first + 1, "value": join.text}
        return Finding(row.cells[join.first].span, facts, "split")
    return Finding(row.cells[0].span | row.cells[-1].span, facts)


def _none(reckoning: Reckoning, row: BoundRow, facts: Facts) -> Finding:
    """Return a finding at the label of a row without cells, with its figures if they are known."""
    values = [reckoning.determined.get(figure.slot) for figure in row.figures]
    known = [f"{value:f}" for value in values if value is not None]
    if len(known) < len(values):
        return Finding(row.span, facts, "none")
    return Finding(row.span, facts | {"values": " ".join(known)}, "determined")
