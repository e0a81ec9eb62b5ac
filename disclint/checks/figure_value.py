"""Figures that cannot be what the form counts."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import Figure
from disclint.check import Finding, told, word_list
from disclint.forms import Kind


class Demand(StrEnum):
    """What may be demanded of a figure."""

    NOT_NEGATIVE = "not-negative"
    WHOLE = "whole"


def _kinds(kinds: object) -> frozenset[Kind]:
    return frozenset(Kind(kind) for kind in word_list(kinds))


@frozen
class FigureValue:
    """Figures of some kinds against a demand."""

    looks_at = Figure
    facts = told("cell text")

    demand: Demand = field(converter=Demand)
    kinds: frozenset[Kind] = field(converter=_kinds)

    def look(self, figure: Figure) -> Iterator[Finding]:
        """Yield a finding at a figure that does not meet the demand."""
        value = figure.value
        if value is None or figure.slot.column.kind not in self.kinds:
            return
        if self.demand is Demand.NOT_NEGATIVE:
            met = value >= 0
        else:
            met = value == value.to_integral_value()
        if not met:
            yield Finding(figure.span, {"cell": figure.name, "text": spelling.quoted(figure.text)})
