"""Amounts of money that no body of that level can have."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import MONEY, BoundReport, Figure
from disclint.check import Finding, told, whole_number
from disclint.forms import Kind
from disclint.wording import Facts

_LEAST_UNIT = Decimal(1)


def _limits(limits: object) -> dict[str, int]:
    if not isinstance(limits, dict) or "any" not in limits:
        message = "must be a mapping of levels to numbers, with `any`"
        raise ValueError(message)
    return {level: whole_number(limit) for level, limit in limits.items()}


@frozen
class Magnitude:
    """Amounts in 万元 against a limit, as where 元 was meant.

    `limits` are in 万元, by level of the body; `any` where the level is not known.
    """

    looks_at = BoundReport
    facts = told("cell text hundred_million")

    limits: Mapping[str, int] = field(converter=_limits)

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding at each amount beyond the limit."""
        limit = self.limits.get(report.identity.level or "any", self.limits["any"])
        for figure in report.figures():
            amount = _in_wan(figure)
            if amount is not None and amount > limit:
                facts: Facts = {
                    "cell": figure.name,
                    "text": spelling.quoted(figure.text),
                    "hundred_million": amount / 10000,
                }
                yield Finding(figure.span, facts)


def _in_wan(figure: Figure) -> Decimal | None:
    """Return an amount of money in 万元, if it is said to be in 万元 or more."""
    quantity = figure.quantity
    if quantity is None or figure.slot.column.kind is not Kind.MONEY:
        return None
    scale = MONEY.get(quantity.unit or figure.head_unit, Decimal(0))
    return quantity.value * scale if scale >= _LEAST_UNIT else None
