"""A row with a cell too many, because one figure is spread over two of them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from disclint.binding.bound import BoundRow, Figure
from disclint.forms import Compare, Slot
from disclint.nodes import Cell
from disclint.relations import Outcome, Reckoning, Status

Amounts = Mapping[Slot, Decimal]


@frozen
class Join:
    """Two neighbouring cells that make up one figure."""

    first: int
    """The first of them, from 0."""
    text: str
    """Both together."""


def find_join(reckoning: Reckoning, row: BoundRow) -> Join | None:
    """Return the two cells of `row` that, read as one, make all relations hold, if just two do."""
    if len(row.cells) != len(row.figures) + 1 or not all(map(_is_digits, row.cells)):
        return None
    outcomes = [outcome for outcome in reckoning.outcomes if _is_decided_by(outcome, row)]
    fitting = [join for join, amounts in _joins(row) if _all_hold(outcomes, amounts)]
    return fitting[0] if len(fitting) == 1 and outcomes else None


def _is_digits(cell: Cell) -> bool:
    return cell.text.isascii() and cell.text.isdigit()


def _is_decided_by(outcome: Outcome, row: BoundRow) -> bool:
    """Whether only figures of `row` are lacking to decide `outcome`."""
    return (
        outcome.relation.compare is Compare.EQUALS
        and outcome.status is Status.UNDECIDED
        and all(figure in row.figures for figure in outcome.unknown)
    )


def _joins(row: BoundRow) -> Iterator[tuple[Join, Amounts]]:
    texts = [cell.text for cell in row.cells]
    for first in range(len(row.figures)):
        joined = texts[first] + texts[first + 1]
        if not joined.startswith("0"):
            values = [*texts[:first], joined, *texts[first + 2 :]]
            slots = (figure.slot for figure in row.figures)
            yield Join(first, joined), dict(zip(slots, map(Decimal, values), strict=True))


def _all_hold(outcomes: list[Outcome], amounts: Amounts) -> bool:
    def total(figures: tuple[Figure, ...]) -> Decimal:
        values = (amounts.get(figure.slot, figure.amount) for figure in figures)
        return sum((value for value in values if value is not None), Decimal(0))

    return all(total(outcome.sum) == total(outcome.against) for outcome in outcomes)
