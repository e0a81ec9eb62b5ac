"""What the prose says there was none of, against the tables."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.check import Finding, NotApplicable, Related, Said, told
from disclint.statements import How, Statement
from disclint.wording import Facts


@frozen
class DeniedFigure:
    """Each "there was none" in prose of something that the tables count."""

    looks_at = Statement
    facts = told("text cell value")

    def look(self, statement: Statement) -> Iterator[Said]:
        """Yield a finding where every figure that may be meant is above zero."""
        readings = statement.readings()
        if statement.claim.how is not How.NONE or not readings:
            yield NotApplicable()
            return
        first = readings[0]
        if not all(one.values for one in readings):
            yield next(one for one in readings if not one.values).unread
        elif all(min(one.values) > 0 for one in readings):
            text = spelling.quoted(statement.text)
            facts: Facts = {"text": text, "cell": first.name, "value": first.values[0]}
            yield Finding(statement.span, facts, related=(Related(first.figure.span, first.name),))
