"""Totals that are left blank."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from disclint.blanks import read_blanks
from disclint.check import Finding, told
from disclint.filling import fill
from disclint.relations import Outcome, Reckoning, working
from disclint.wording import Facts


@frozen
class MissingTotal:
    """Blank figures that the form makes the sum of others."""

    looks_at = Reckoning
    facts = told("cell sum", partly="cell sum")

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding for each, with the sum of its parts as far as they are known."""
        for outcome in read_blanks(reckoning).totals:
            yield _finding(outcome)


def _finding(outcome: Outcome) -> Finding:
    (total,) = outcome.sum
    whole = outcome.right
    filled = sum((part.amount or Decimal(0) for part in outcome.against), Decimal(0))
    facts: Facts = {"cell": total.name, "sum": filled if whole is None else whole}
    variant = "partly" if whole is None else ""
    fix = None if whole is None else fill(total, whole)
    return Finding(total.span, facts, variant, workings=(working(outcome),), fix=fix)
