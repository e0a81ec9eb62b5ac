"""Faults to be planted in reports that are in order, each kind by one function."""

from collections.abc import Callable
from random import Random

from attrs import frozen

from benchmarks.figures import BALANCE, Figures
from disclint.forms import Slot

Planter = Callable[[Random, Figures, Slot], "Fault | None"]


@frozen
class Fault:
    """Figures with one fault, and the cells that have it."""

    figures: Figures
    cells: tuple[Slot, ...]
    row: str = "no row"
    """The label of the row that is counted twice or left out."""


def _changed(figures: Figures, slot: Slot, text: str) -> Fault | None:
    if figures[slot.id] == text:
        return None
    return Fault({**figures, slot.id: text}, (slot,))


def wrong_value(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put another number in the cell."""
    return _changed(figures, slot, str(random.randint(0, 2 * int(figures[slot.id]) + 9)))


def left_at_zero(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put 0 in the cell of a total."""
    return _changed(figures, slot, "0") if _is_total(slot) else None


def left_blank(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave the cell empty."""
    return _changed(figures, slot, "")


def words(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put words in the cell."""
    return _changed(figures, slot, "未统计")


def swapped_digits(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Swap two neighbouring digits."""
    text = figures[slot.id]
    if len(text) < 2:  # noqa: PLR2004 - a pair
        return None
    at = random.randrange(len(text) - 1)
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return None if swapped.startswith("0") else _changed(figures, slot, swapped)


def lost_digit(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave out a digit."""
    text = figures[slot.id]
    at = random.randrange(len(text))
    shorter = text[:at] + text[at + 1 :]
    return _changed(figures, slot, shorter) if shorter == "0" or shorter[:1] > "0" else None


def doubled_digit(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Write a digit twice."""
    text = figures[slot.id]
    at = random.randrange(len(text))
    return None if text == "0" else _changed(figures, slot, text[:at] + text[at] + text[at:])


def swapped_neighbours(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Let the cell and the next one change places."""
    after = _next(slot)
    if after is None or figures[slot.id] == figures[after.id] or _is_free(slot, after):
        return None
    one, other = figures[slot.id], figures[after.id]
    return Fault({**figures, slot.id: other, after.id: one}, (slot, after))


def split_figure(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Spread the figure over the cell and the next one."""
    after, text = _next(slot), figures[slot.id]
    if after is None or len(text) < 2 or (text[1] == "0" and len(text) > 2):  # noqa: PLR2004
        return None
    if figures[after.id] == text[1:]:
        return None
    return Fault({**figures, slot.id: text[0], after.id: text[1:]}, (slot, after))


def cell_too_many(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Spread the figure over its cell and one more, which moves the rest of the row."""
    text = figures[slot.id]
    if len(text) < 2 or text[1] == "0":  # noqa: PLR2004
        return None
    return Fault({**figures, slot.id: f"{text[0]}\n\t{text[1:]}"}, (), slot.row.label or text)


def shifted_row(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Move the row from the cell on by one column, its last figure being lost."""
    row = _row(slot)
    moved = row[row.index(next(one for one in row if one.id == slot.id)) :]
    texts = ["0", *(figures[one.id] for one in moved[:-1])]
    shifted = {one.id: text for one, text in zip(moved, texts, strict=True)}
    cells = tuple(one for one in moved if figures[one.id] != shifted[one.id])
    return Fault({**figures, **shifted}, cells) if len(cells) > 1 else None


def row_twice(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Count a result row twice in （七）总计."""
    return _in_total(figures, slot, 1)


def row_left_out(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave a result row out of （七）总计."""
    return _in_total(figures, slot, -1)


def _in_total(figures: Figures, slot: Slot, factor: int) -> Fault | None:
    first = slot.column is slot.block.columns[0]
    if not first or slot.form.table != 3 or slot.row.id in BALANCE:  # noqa: PLR2004 - 表三
        return None
    changed = dict(figures)
    for one in _row(slot):
        total = f"{slot.form.id}.results-total.{one.column.id}"
        changed[total] = str(int(figures[total]) + factor * int(figures[one.id]))
    return Fault(changed, (), slot.row.label) if changed != figures else None


PLANTERS: dict[str, Planter] = {
    "wrong value": wrong_value,
    "total left at 0": left_at_zero,
    "left blank": left_blank,
    "words": words,
    "digits swapped": swapped_digits,
    "digit lost": lost_digit,
    "digit doubled": doubled_digit,
    "neighbours swapped": swapped_neighbours,
    "figure split": split_figure,
    "figure split, a cell more": cell_too_many,
    "row shifted": shifted_row,
    "row counted twice": row_twice,
    "row left out": row_left_out,
}
ONE_FIGURE = {"wrong value", "total left at 0", "digits swapped", "digit lost", "digit doubled"}


def _row(slot: Slot) -> list[Slot]:
    return [Slot(slot.form, slot.block, slot.row, column) for column in slot.block.columns]


def _next(slot: Slot) -> Slot | None:
    row = _row(slot)
    at = slot.block.columns.index(slot.column)
    return row[at + 1] if at + 1 < len(row) else None


def _is_free(slot: Slot, after: Slot) -> bool:
    """Whether two cells are parts of one total and of nothing else, so that no sum tells."""
    parts = slot.column.under == after.column.under
    return slot.form.table == 4 and parts and not _is_total(after)  # noqa: PLR2004 - 表四


def _is_total(slot: Slot) -> bool:
    return slot.column.id.endswith("total") or slot.row.id == "results-total"
