"""What a sentence says of something that the tables count."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from disclint.binding.bound import MONEY
from disclint.glossary import Aspect, Party, Topic
from disclint.nodes import Quantity
from disclint.source import Span


class How(Enum):
    """In which way a number is given."""

    FIGURE = "figure"
    NONE = "none"
    """In words: 未发生, 没有收到."""
    ALL = "all"
    """Without a number: 均已办结."""


@frozen(kw_only=True)
class Claim:
    """What a sentence says of one aspect of a topic, for the report's year and whole body."""

    topic: Topic
    aspect: Aspect
    party: Party | None = None
    how: How = How.FIGURE
    quantity: Quantity | None = None
    """The number that is given, if one is."""
    span: Span
    """Where it stands: offsets into the text of its passage."""

    @property
    def value(self) -> Decimal | None:
        """The number in the units of the forms, money in 万元."""
        if self.quantity is None:
            return None
        return self.quantity.value * MONEY.get(self.quantity.unit, Decimal(1))

    def __str__(self) -> str:
        """Return it in short: `requests.received@person=16`, `~` for about, or `=none`."""
        party = f"@{self.party.id}" if self.party else ""
        sign = "~" if self.quantity and self.quantity.about else "="
        value = self.how.value if self.value is None else f"{self.value.normalize():f}"
        return f"{self.topic.id}.{self.aspect.id}{party}{sign}{value}"


def most_specific(aspects: Sequence[Aspect]) -> Aspect:
    """Return the aspect that is a case of the others: `refused-process` of `refused`."""
    return max(aspects, key=lambda aspect: len(aspect.id))
