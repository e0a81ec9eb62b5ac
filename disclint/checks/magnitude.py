"""Amounts of money that no body of that level can have."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from disclint.binding.bound import BoundReport, Figure
from disclint.check import Finding
from disclint.forms import Kind
from disclint.wording import Facts

_IN_WAN = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "亿元": Decimal(10000),
}
_WAN = "万元"


@frozen
class Magnitude:
    """Amounts in 万元 against a limit, as where 元 was meant.

    `limits` are in 万元, by level of the body; `any` where the level is not known.
    """

    looks_at = BoundReport

    limits: dict[str, int]

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding at each amount beyond the limit."""
        limit = self.limits.get(report.identity.level or "any", self.limits["any"])
        for figure in report.figures():
            amount = _in_wan(figure)
            if amount is not None and amount > limit:
                facts: Facts = {
                    "cell": figure.name,
                    "text": figure.text,
                    "hundred_million": amount / 10000,
                }
                yield Finding(figure.span, facts)


def _in_wan(figure: Figure) -> Decimal | None:
    """Return an amount of money in 万元, if it is said to be in 万元 or more."""
    quantity = figure.quantity
    if quantity is None or figure.slot.column.kind is not Kind.MONEY:
        return None
    unit = quantity.unit or figure.slot.column.unit
    if unit not in _IN_WAN or _IN_WAN[unit] < 1:
        return None
    return quantity.value * _IN_WAN[unit]
