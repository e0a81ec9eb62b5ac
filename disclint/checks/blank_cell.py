"""Blank figures in tables that are otherwise filled."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from disclint.binding.bound import BoundRow, Figure, State
from disclint.blanks import read_blanks
from disclint.check import Finding, told
from disclint.filling import fill
from disclint.forms import path_name
from disclint.relations import Reckoning
from disclint.wording import Facts

_LEAST_TOGETHER = 3
"""From how many on blank cells of a row, or such rows of a table, are said in one."""


@frozen
class BlankCell:
    """Blanks that are neither a habit of the table nor totals."""

    looks_at = Reckoning
    facts = told(
        "cell",
        determined="cell value",
        row="row count",
        several="row count",
        rows="table rows count row",
    )

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding for each blank, or one in all for a row or a table with many."""
        others = read_blanks(reckoning).others
        gaps = [
            (row, own)
            for row in reckoning.table.rows
            if (own := [blank for blank in others if blank.slot.row is row.row]) and _is_gap(row)
        ]
        if len(gaps) >= _LEAST_TOGETHER:
            yield _of_rows([own for _, own in gaps])
        else:
            yield from (_of_row(row, own) for row, own in gaps)
        told = {figure.slot for _, own in gaps for figure in own}
        for blank in others:
            if blank.slot not in told:
                yield _of_cell(blank, reckoning.determined.get(blank.slot))


def _is_gap(row: BoundRow) -> bool:
    """Whether a row is blank throughout, or in several cells, by habit or not."""
    count = sum(figure.state is State.BLANK for figure in row.figures)
    return count >= _LEAST_TOGETHER or count == len(row.figures) > 1


def _of_rows(rows: Sequence[Sequence[Figure]]) -> Finding:
    slot = rows[0][0].slot
    facts: Facts = {
        "table": slot.form.name,
        "rows": len(rows),
        "count": sum(map(len, rows)),
        "row": path_name(slot.form, slot.row_name),
    }
    return Finding(rows[0][0].span, facts, variant="rows")


def _of_row(row: BoundRow, blanks: Sequence[Figure]) -> Finding:
    name = path_name(row.form, blanks[0].slot.row_name)
    variant = "row" if len(blanks) == len(row.figures) else "several"
    return Finding(blanks[0].span, {"row": name, "count": len(blanks)}, variant)


def _of_cell(blank: Figure, value: Decimal | None) -> Finding:
    if value is None:
        return Finding(blank.span, {"cell": blank.name})
    facts: Facts = {"cell": blank.name, "value": value}
    return Finding(blank.span, facts, variant="determined", fix=fill(blank, value))
