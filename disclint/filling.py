"""Cells filled with the figure that they must hold."""

from decimal import Decimal

from disclint.binding.bound import Figure, State
from disclint.check import Edit, Fix
from disclint.forms import Kind, is_possible

_FILLED = frozenset({State.FIGURE, State.BLANK, State.PLACEHOLDER})
"""The states in which a figure has a cell of its own, and nothing in it that would be lost."""


def fill(figure: Figure, value: Decimal) -> Fix | None:
    """Return what writes `value` into the cell of a count, or nothing where that is doubtful.

    An amount is left alone: its unit is not known. It is never safe, as the report says more then.
    """
    column = figure.slot.column
    if column.kind is Kind.MONEY or not is_possible(column.kind, value):
        return None
    if figure.state not in _FILLED or not figure.is_in_one_piece:
        return None
    return Fix((Edit(figure.span, str(int(value))),))
