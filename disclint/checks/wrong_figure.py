"""One figure that is wrong, by every relation that it is part of."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.causes import Account, Cause, Kind
from disclint.causes.slips import Slip, find_slip
from disclint.check import Finding, Related, told
from disclint.filling import fill
from disclint.forms import Compare
from disclint.relations import working

_FACTS = "cell text value count"


@frozen
class WrongFigure:
    """Figures whose correction mends every broken relation that they are part of."""

    looks_at = Account
    facts = told(_FACTS, **dict.fromkeys(Slip, _FACTS))

    def look(self, account: Account) -> Iterator[Finding]:
        """Yield a finding at each wrong figure, with the value that mends all."""
        for cause in account.causes:
            if cause.kind is Kind.FIGURE:
                yield _finding(cause)


def _finding(cause: Cause) -> Finding:
    (correction,) = cause.corrections
    figure, value = correction.figure, correction.value
    slip = None if figure.amount is None else find_slip(figure.amount, value)
    return Finding(
        figure.span,
        {
            "cell": figure.name,
            "text": spelling.quoted(figure.text),
            "value": value,
            "count": len(cause.outcomes),
        },
        variant=slip.value if slip else "",
        related=tuple(Related(o.sum[0].span, o.axis) for o in cause.outcomes),
        workings=tuple(map(working, cause.outcomes)),
        fix=fill(figure, value) if _is_certain(cause, slip) else None,
    )


def _is_certain(cause: Cause, slip: Slip | None) -> bool:
    """Whether the figure is a total left at zero, or that of several relations which all tell so.

    A figure that is no total says a fact, which nobody but the office knows.
    """
    (correction,) = cause.corrections
    is_borne_out = slip is Slip.LEFT_AT_ZERO or len(cause.outcomes) > 1
    return is_borne_out and all(
        outcome.relation.compare is Compare.EQUALS and outcome.sum == (correction.figure,)
        for outcome in cause.outcomes
    )
