"""Units beside figures, and units that are lacking."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import COUNTERS, MONEY, Figure
from disclint.check import Edit, FactNames, Finding, Fix, told
from disclint.forms import Column, Kind
from disclint.nodes import Quantity
from disclint.wording import Facts

_FACTS = "cell text unit value expected"


class Fault(StrEnum):
    """What may be wrong with a figure's unit."""

    MISSING = "missing"
    ODD = "odd"
    CONTRADICTING = "contradicting"
    REDUNDANT = "redundant"


_VARIANTS = {Fault.ODD: ("contradicting", "in_count"), Fault.REDUNDANT: ("repeated",)}


def find_fault(kind: Kind, unit: str, head: str, *, zero: bool) -> Fault | None:
    """Return what is wrong with `unit` in a cell under a head with the unit `head`, if anything."""
    if not unit:
        return Fault.MISSING if kind is Kind.MONEY and not head and not zero else None
    if kind is not Kind.MONEY:
        return Fault.REDUNDANT if unit in COUNTERS else Fault.ODD
    if unit not in MONEY:
        return Fault.ODD
    if not head:
        return None
    return Fault.REDUNDANT if unit == head else Fault.CONTRADICTING


@frozen
class Unit:
    """Figures with one fault in their unit; `odd` takes in what contradicts the head."""

    looks_at = Figure

    fault: Fault = field(converter=Fault)

    @property
    def facts(self) -> FactNames:
        """The facts of a finding, by variant."""
        return told(_FACTS, **dict.fromkeys(_VARIANTS.get(self.fault, ()), _FACTS))

    def look(self, figure: Figure) -> Iterator[Finding]:
        """Yield a finding at a figure whose unit has the fault."""
        quantity = figure.quantity
        if quantity is None:
            return
        column = figure.slot.column
        zero = quantity.value == 0
        fault = find_fault(column.kind, quantity.unit, figure.head_unit, zero=zero)
        told = Fault.ODD if fault is Fault.CONTRADICTING else fault
        if fault is None or told is not self.fault:
            return
        facts: Facts = {
            "cell": figure.name,
            "text": spelling.quoted(figure.text),
            "unit": quantity.unit,
            "value": quantity.value,
            "expected": figure.head_unit,
        }
        variant = _variant(fault, column)
        fix = _fix(figure, quantity) if fault is Fault.ODD else None
        yield Finding(figure.span, facts, variant, fix=fix)


def _fix(figure: Figure, quantity: Quantity) -> Fix | None:
    """Return what makes 万 a unit of money, if it can only be short for one.

    It is not safe, for the writer may have meant something else. Where the head says the unit, the
    number alone is left.
    """
    text, unit, head = figure.text, quantity.unit, figure.head_unit
    whole = f"{unit}元"
    is_money = figure.slot.column.kind is Kind.MONEY and whole in MONEY
    if not is_money or not text.endswith(unit) or head not in {"", whole}:
        return None
    if not figure.is_in_one_piece:
        return None
    return Fix((Edit(figure.span, text.removesuffix(unit).rstrip() if head else f"{text}元"),))


def _variant(fault: Fault, column: Column) -> str:
    if fault is Fault.CONTRADICTING:
        return "contradicting"
    if fault is Fault.ODD and column.kind is not Kind.MONEY:
        return "in-count"
    if fault is Fault.REDUNDANT and column.kind is Kind.MONEY:
        return "repeated"
    return ""
