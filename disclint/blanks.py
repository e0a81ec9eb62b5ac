"""What the blank cells of a table mean: a figure forgotten, or zeros that nobody writes."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from attrs import frozen

from disclint.binding.bound import Figure, State
from disclint.forms import Compare, Slot
from disclint.relations import Outcome, Reckoning

_LEAST_FOR_HABIT = 3
"""How many blanks at least make a habit of leaving zeros out."""
_LEAST_ROWS = 5
"""How many rows a column has at least, to have a habit of its own."""


@frozen
class Blanks:
    """The blank figures of one table."""

    as_zero: tuple[Figure, ...]
    """Those that stand for zero by the table's own habit."""
    totals: tuple[Outcome, ...]
    """Those of which the form says what they are the sum of."""
    others: tuple[Figure, ...]


def read_blanks(reckoning: Reckoning) -> Blanks:
    """Return what the blank cells of a table mean.

    Where three cells or more are blank and no zero is written, in the whole table or in one of its
    columns, blank is how this table writes zero. A total is none of these if its parts are not 0.
    """
    figures = list(reckoning.table.figures())
    blanks = [figure for figure in figures if figure.state is State.BLANK]
    if not blanks:
        return Blanks((), (), ())
    totals = _blank_totals(reckoning)
    habit = {figure.slot for figure in _by_habit(figures, blanks)}
    lone_totals = tuple(
        outcome for slot, outcome in totals.items() if _is_total_alone(outcome, habit, slot)
    )
    told = {outcome.sum[0].slot for outcome in lone_totals}
    return Blanks(
        as_zero=tuple(blank for blank in blanks if blank.slot in habit - told),
        totals=lone_totals,
        others=tuple(blank for blank in blanks if blank.slot not in habit | told),
    )


def _is_total_alone(outcome: Outcome, habit: Container[Slot], slot: Slot) -> bool:
    """Whether a blank total is a slip of its own: its parts are there, or cannot all be zero."""
    if all(part.state is State.BLANK for part in outcome.against):
        return False
    return slot not in habit or any(part.amount for part in outcome.against)


def _by_habit(figures: Sequence[Figure], blanks: Sequence[Figure]) -> Iterable[Figure]:
    if len(blanks) >= _LEAST_FOR_HABIT and not _writes_zero(figures):
        return blanks
    columns = defaultdict(list)
    for figure in figures:
        columns[figure.slot.column].append(figure)
    return [
        figure
        for column in columns.values()
        if len(column) >= _LEAST_ROWS and not _writes_zero(column)
        for figure in _enough([figure for figure in column if figure.state is State.BLANK])
    ]


def _writes_zero(figures: Iterable[Figure]) -> bool:
    return any(figure.quantity is not None and figure.quantity.value == 0 for figure in figures)


def _enough(blanks: list[Figure]) -> list[Figure]:
    return blanks if len(blanks) >= _LEAST_FOR_HABIT else []


def _blank_totals(reckoning: Reckoning) -> dict[Slot, Outcome]:
    """Return the blank figures that are the sum of others, each with its first relation."""
    totals: dict[Slot, Outcome] = {}
    for outcome in reckoning.outcomes:
        if outcome.relation.compare is Compare.EQUALS and len(outcome.sum) == 1:
            (total,) = outcome.sum
            if total.state is State.BLANK:
                totals.setdefault(total.slot, outcome)
    return totals
