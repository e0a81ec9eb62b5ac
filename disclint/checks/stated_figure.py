"""Figures in prose against those of the tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from disclint import spelling
from disclint.check import Finding, NotApplicable, Related, Said, Undecided, told
from disclint.statements import How, Reading, Statement
from disclint.wording import Facts, Wording

_ROUNDED = Wording("文中写的是约数", "the text gives a rounded number")


@frozen
class StatedFigure:
    """Each number in prose that the tables count too."""

    looks_at = Statement
    facts = told("text said cell value")

    def look(self, statement: Statement) -> Iterator[Said]:
        """Yield a finding where the number is none of the figures that it may be."""
        said, readings = statement.claim.value, statement.readings()
        if statement.claim.how is not How.FIGURE or said is None or not readings:
            yield NotApplicable()
        elif statement.claim.quantity and statement.claim.quantity.about:
            yield Undecided(_ROUNDED, statement.span)
        elif not any(_agree(said, value) for one in readings for value in one.values):
            unknown = next((one for one in readings if not one.values), None)
            yield unknown.unread if unknown else _finding(statement, said, readings)


def _agree(said: Decimal, figure: Decimal) -> bool:
    """Whether a figure is what is said, rounded to as many decimals as that has."""
    return said == figure or (
        figure != figure.to_integral_value() and said == round(figure, _decimals(said))
    )


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _finding(statement: Statement, said: Decimal, readings: Sequence[Reading]) -> Finding:
    values = dict.fromkeys(f"{one.values[0]:f}" for one in readings)
    facts: Facts = {
        "text": spelling.quoted(statement.text),
        "said": said,
        "cell": readings[0].name,
        "value": Wording("或 ".join(values), " or ".join(values)),
    }
    related = tuple(Related(one.figure.span, one.name) for one in readings)
    return Finding(statement.span, facts, related=related)
