"""Cells of a row as figures of the form: which cell is whose, and what it says."""

from collections.abc import Sequence
from itertools import combinations, islice

from attrs import frozen

from disclint.binding.bound import BoundRow, Figure, Misfit, State
from disclint.binding.columns import ColumnHeads
from disclint.binding.covered import Covered
from disclint.binding.lexicon import RowKey
from disclint.forms import Slot
from disclint.nodes import Cell, Edges, Quantity
from disclint.parsing import Unread, read_quantity
from disclint.source import Span

_MOST_READINGS = 1000
_STATE_OF = {
    Unread.BLANK: State.BLANK,
    Unread.PLACEHOLDER: State.PLACEHOLDER,
    Unread.FUSED: State.FUSED,
    Unread.WORDS: State.WORDS,
}


@frozen
class _Placement:
    """Which cell is whose: one for each column, none where it is not certain."""

    cells: tuple[Cell | None, ...]
    misfit: Misfit | None = None
    shift: int | None = None


def bind_row(
    covered: Covered, key: RowKey, values: Sequence[Cell], label: Span, heads: ColumnHeads
) -> BoundRow:
    """Return a row filled with `values`, the cells after the label that stands at `label`."""
    form, block, row = covered.form, key.block, key.row
    placement = _place(values, len(block.columns), covered)
    slots = [Slot(form, block, row, column) for column in block.columns]
    text = " | ".join(cell.text for cell in values)

    def figure(slot: Slot, cell: Cell | None) -> Figure:
        if cell:
            return read_figure(slot, cell, heads)
        if placement.misfit is Misfit.FUSED:
            return _fused(slot, values, heads)
        return _unplaced(slot, text, label, there=bool(values))

    return BoundRow(
        form=form,
        block=block,
        row=row,
        span=label | values[-1].span if values else label,
        figures=tuple(map(figure, slots, placement.cells)),
        cells=tuple(values),
        misfit=placement.misfit,
        shift=placement.shift,
    )


def _place(values: Sequence[Cell], width: int, covered: Covered) -> _Placement:
    """Return which of `values` belongs to which of `width` columns."""
    if _may_be_fused(values, width):
        return _Placement((None,) * width, Misfit.FUSED)
    if len(values) < width:
        return _Placement((None,) * width, Misfit.FEWER)
    own = [cell for cell in values if not cell.is_covered]
    for fitting in (values, own):  # spans that reach too far are common on pages
        if len(fitting) == width:
            return _Placement(tuple(fitting))
    return _without_covered(values, width, covered) or _without_blanks(values, width)


def _without_blanks(values: Sequence[Cell], width: int) -> _Placement:
    """Return the figures that are certain though there are cells too many.

    One of them may be a blank one that merged cells left behind. So every reading that leaves out
    blank cells until the number fits is tried, and only what all of them agree on is certain.
    """
    blanks = [index for index, cell in enumerate(values) if not cell.text]
    readings = [
        tuple(cell for index, cell in enumerate(values) if index not in left_out)
        for left_out in islice(combinations(blanks, len(values) - width), _MOST_READINGS)
    ]
    if not 0 < len(readings) < _MOST_READINGS:
        return _Placement((None,) * width, Misfit.MORE)
    certain = tuple(
        column[0]
        if all(cell is column[0] or not (cell.text or column[0].text) for cell in column)
        else None
        for column in zip(*readings, strict=True)
    )
    if [cell and cell.text for cell in certain] == [cell.text for cell in values[:width]]:
        return _Placement(certain)
    shift = blanks[0] if len(readings) == 1 else None
    return _Placement(certain, Misfit.MORE, shift)


def _without_covered(values: Sequence[Cell], width: int, covered: Covered) -> _Placement | None:
    """Return the figures between blank cells that merged ones cover, if there are such.

    Where both sides are as likely and make a difference, none of them is certain.
    """
    surplus = len(values) - width
    blanks = [index for index, cell in enumerate(values) if not cell.text]
    if _only_frame(blanks, len(values), surplus, covered.labels):
        first = surplus if blanks[0] == 0 else 0
        return _Placement(tuple(values[first : first + width]))
    readings = covered.readings(values, width)
    if not readings:
        return None
    alike = {tuple(cell.text for cell in reading) for reading in readings}
    return _Placement(tuple(readings[0]) if len(alike) == 1 else (None,) * width)


def _may_be_fused(values: Sequence[Cell], width: int) -> bool:
    """Whether cells without borders may hold more figures than one each, or digits of a label.

    Where columns are set by spaces, too few figures may as well have blanks between them.
    """
    if any(cell.edges is Edges.DOUBTFUL for cell in values):
        return True
    loose = [cell for cell in values if cell.edges is Edges.LOOSE]
    return len(values) < width and any(
        cell.columns or sum(map(str.isdigit, cell.text)) > 1 for cell in loose
    )


def _only_frame(blanks: list[int], count: int, surplus: int, fillers: int) -> bool:
    """Whether the blanks are just the surplus, all before or all after the figures.

    Before them stand the empty ends of a label's merged cells, after them those of the row.
    """
    if len(blanks) != surplus:
        return False
    leading = blanks == list(range(surplus)) and surplus <= fillers
    trailing = blanks == list(range(count - surplus, count))
    return leading or trailing


def read_figure(slot: Slot, cell: Cell, heads: ColumnHeads) -> Figure:
    """Return what `cell`, which is the figure's own, says of it."""
    reading = read_quantity(cell.text)
    quantity = reading if isinstance(reading, Quantity) else None
    if slot.column.id in heads.unplaced:
        state, quantity = State.UNPLACED, None
    elif isinstance(reading, Unread):
        state = _STATE_OF[reading]
    elif reading.about:
        state, quantity = State.WORDS, None
    else:
        state = State.FIGURE
    return Figure(
        slot=slot,
        state=state,
        text=cell.text,
        quantity=quantity,
        span=cell.span,
        head_unit=heads.units.get(slot.column.id, slot.column.unit),
    )


def _fused(slot: Slot, values: Sequence[Cell], heads: ColumnHeads) -> Figure:
    """Return a figure that is somewhere in `values`."""
    return Figure(
        slot=slot,
        state=State.UNPLACED if slot.column.id in heads.unplaced else State.FUSED,
        text=" ".join(cell.text for cell in values),
        quantity=None,
        span=values[0].span | values[-1].span,
        head_unit=heads.units.get(slot.column.id, slot.column.unit),
    )


def _unplaced(slot: Slot, text: str, label: Span, *, there: bool) -> Figure:
    return Figure(
        slot=slot,
        state=State.UNPLACED if there else State.MISSING,
        text=text,
        quantity=None,
        span=label,
    )
