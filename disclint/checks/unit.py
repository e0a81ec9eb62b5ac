"""Units beside figures, and units that are lacking."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from disclint.binding.bound import COUNTERS, Figure
from disclint.check import Finding
from disclint.forms import Column, Kind
from disclint.wording import Facts

_MONEY = frozenset({"元", "百元", "千元", "万元", "百万元", "千万元", "亿元", "万亿元"})


class Fault(StrEnum):
    """What may be wrong with a figure's unit."""

    MISSING = "missing"
    ODD = "odd"
    CONTRADICTING = "contradicting"
    REDUNDANT = "redundant"


def find_fault(column: Column, unit: str, *, zero: bool) -> Fault | None:
    """Return what is wrong with `unit` in a cell of `column`, if anything is."""
    if not unit:
        bare = column.kind is Kind.MONEY and not column.unit and not zero
        return Fault.MISSING if bare else None
    if column.kind is not Kind.MONEY:
        return Fault.REDUNDANT if unit in COUNTERS else Fault.ODD
    if unit not in _MONEY:
        return Fault.ODD
    if not column.unit:
        return None
    return Fault.REDUNDANT if unit == column.unit else Fault.CONTRADICTING


@frozen
class Unit:
    """Figures with one fault in their unit; `odd` takes in what contradicts the head."""

    looks_at = Figure

    fault: Fault = field(converter=Fault)

    def look(self, figure: Figure) -> Iterator[Finding]:
        """Yield a finding at a figure whose unit has the fault."""
        quantity = figure.quantity
        if quantity is None:
            return
        column = figure.slot.column
        fault = find_fault(column, quantity.unit, zero=quantity.value == 0)
        told = Fault.ODD if fault is Fault.CONTRADICTING else fault
        if fault is None or told is not self.fault:
            return
        facts: Facts = {
            "cell": figure.name,
            "text": figure.text,
            "unit": quantity.unit,
            "value": quantity.value,
            "expected": column.unit,
        }
        yield Finding(figure.span, facts, variant=_variant(fault, column))


def _variant(fault: Fault, column: Column) -> str:
    if fault is Fault.CONTRADICTING:
        return "contradicting"
    if fault is Fault.ODD and column.kind is not Kind.MONEY:
        return "in-count"
    if fault is Fault.REDUNDANT and column.kind is Kind.MONEY:
        return "repeated"
    return ""
