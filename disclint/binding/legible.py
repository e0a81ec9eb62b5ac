"""Whether a table has been read as it stands on the page, or its layout was misunderstood."""

from collections.abc import Iterator
from decimal import Decimal

from disclint.binding.bound import BoundRow, BoundTable, Figure, Misfit, State
from disclint.binding.lexicon import RowKey, lexicon
from disclint.forms import Kind, Over

_MANY_MORE = 4
"""So many cells too many are no slip: they are those of another row."""
_SIGNS = tuple("+-＋－−")


def is_legible(table: BoundTable) -> bool:
    """Whether most rows have the cells of the form.

    Where labels may be torn from their figures, less is understood.
    """
    if any(one.is_torn for one in table.tables) and _is_mistaken(table):
        return False
    strange = len(table.unknown_rows) + sum(map(_is_misfit, table.rows))
    return strange <= max(1, sum(len(block.rows) for block in table.form.blocks) / 2)


def _is_mistaken(table: BoundTable) -> bool:
    """Whether a converter may have put figures elsewhere than where they are taken to be."""
    return bool(
        all(map(_is_misfit, table.rows))
        or any(map(_is_lost, table.rows))
        or not all(row.label for row in table.unknown_rows)
        or (table.unknown_rows and table.missing_rows)
        or _is_out_of_order(table)
        or _is_cut_off(table)
    )


def _is_misfit(row: BoundRow) -> bool:
    """Whether a row has too few cells or too many, and not for want of borders in the text.

    Where columns are set by spaces, borders are not lost: a table of such rows has been misread.
    """
    if row.misfit is Misfit.FUSED:
        return any(cell.columns for cell in row.cells)
    return row.misfit is not None


def _is_lost(row: BoundRow) -> bool:
    """Whether a converter has lost which figures are the row's, or which is whose.

    It has those of another row as well, or its heads have come in another order, or a count bears
    the sign that the change beside it lacks.
    """
    width = len(row.figures)
    mixed = row.misfit is None and any(f.state is State.UNPLACED for f in row.figures)
    crowded = len(row.cells) >= width + _MANY_MORE and all(c.text for c in row.cells)
    return mixed or crowded or _is_sign_elsewhere(row)


def _is_sign_elsewhere(row: BoundRow) -> bool:
    kinds = [figure.slot.column.kind for figure in row.figures]
    signed = {f.slot.column.kind for f in row.figures if f.text.startswith(_SIGNS)}
    return Kind.CHANGE in kinds and Kind.CHANGE not in signed and Kind.COUNT in signed


def _is_out_of_order(table: BoundTable) -> bool:
    """Whether a label may have got the figures of a row that seems to have none.

    Then a row stands before another that it should follow.
    """
    order = {key: place for place, key in enumerate(lexicon(table.form).rows)}
    places = [order[RowKey(row.block, row.row)] for row in table.rows]
    is_full = all(row.cells for row in table.rows) and not table.missing_rows
    return not is_full and places != sorted(places)


def _is_cut_off(table: BoundTable) -> bool:
    """Whether the edge of a page seems to have cut off the ends of the last figures in rows.

    Each total that does not hold is then the sum without its last digits, and is a longer number
    than all that hold.
    """
    totals = [pair for row in table.rows for pair in _last_totals(row)]
    cut = [len(due) for text, due in totals if due != text and due.startswith(text)]
    whole = [len(due) for text, due in totals if due == text]
    return bool(cut) and min(cut) > max(whole, default=0)


def _last_totals(row: BoundRow) -> Iterator[tuple[str, str]]:
    """Yield the last figure of a row set by columns, and what it should be by its parts."""
    figures = {figure.slot.column.id: figure for figure in row.figures}
    last = row.figures[-1]
    if (
        row.misfit
        or last.amount is None
        or not all(cell.columns for cell in row.cells if cell.text)
    ):
        return
    for relation in row.block.equalities(Over.ROWS):
        sides = (relation.sum, relation.against), (relation.against, relation.sum)
        for total, parts in sides:
            if [operand.id for operand in total] == [last.slot.column.id]:
                yield str(last.amount), str(_sum(figures[operand.id] for operand in parts))


def _sum(figures: Iterator[Figure]) -> Decimal:
    """Return what `figures` amount to, a blank being none."""
    return sum((figure.amount or Decimal(0) for figure in figures), Decimal(0))
