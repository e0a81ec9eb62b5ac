"""Everything said to be done, against what is carried over."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.check import Finding, NotApplicable, Related, Said, names, told, word
from disclint.statements import How, Statement
from disclint.wording import Facts


@frozen
class AllDone:
    """Each "all of them" of one aspect, against the figure of those that are left."""

    looks_at = Statement
    facts = told("text cell value")

    aspect: str = field(converter=word, metadata=names("aspect"))
    left: str = field(converter=word, metadata=names("aspect"))
    """The aspect that is none where all are done."""

    def look(self, statement: Statement) -> Iterator[Said]:
        """Yield a finding where some are left, unless the same sentence says how many."""
        claim = statement.claim
        left = claim.topic.aspect(self.left)
        if claim.how is not How.ALL or claim.aspect.id != self.aspect or left is None:
            yield NotApplicable()
            return
        if any(other.aspect is left for other in statement.beside):
            return
        for reading in statement.readings(left):
            if not reading.values:
                yield reading.unread
            elif min(reading.values) > 0:
                text = spelling.quoted(statement.text)
                facts: Facts = {"text": text, "cell": reading.name, "value": reading.values[0]}
                place = Related(reading.figure.span, reading.name)
                yield Finding(statement.span, facts, related=(place,))
