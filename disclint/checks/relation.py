"""Relations of the form that do not hold."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.binding.bound import Figure
from disclint.check import Finding
from disclint.forms import Over
from disclint.relations import Outcome
from disclint.wording import Facts


@frozen
class Relation:
    """The relations of one name, wherever they are broken."""

    looks_at = Outcome

    relation: str

    def look(self, outcome: Outcome) -> Iterator[Finding]:
        """Yield a finding at the first figure of the side that must agree with the other."""
        if outcome.relation.name != self.relation or not outcome.broken:
            return
        facts: Facts = {
            "cell": outcome.sum[0].name,
            "axis": outcome.axis,
            "left": outcome.left or 0,
            "right": outcome.right or 0,
            "left_labels": _labels(outcome, outcome.sum),
            "right_labels": _labels(outcome, outcome.against),
            "left_figures": _figures(outcome.sum),
            "right_figures": _figures(outcome.against),
        }
        yield Finding(outcome.sum[0].span, facts)


def _labels(outcome: Outcome, figures: Sequence[Figure]) -> str:
    names = (
        figure.slot.column.label if outcome.relation.over is Over.ROWS else figure.slot.row.label
        for figure in figures
    )
    return " + ".join(names)


def _figures(figures: Sequence[Figure]) -> str:
    """Return the sum as written out, zeros left out but where all are zero."""
    amounts = [figure.amount or 0 for figure in figures]
    terms = [f"{amount:f}" for amount in amounts if amount] or ["0"]
    return " + ".join(terms).replace("+ -", "- ")
