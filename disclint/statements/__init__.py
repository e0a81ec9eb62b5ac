"""What the prose of a report says of figures: those of its tables, and those beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.glossary import Aspect, Glossary
from disclint.nodes import Count, Share
from disclint.parsing import read_prose
from disclint.source import Span
from disclint.statements.claim import Claim, How
from disclint.statements.figures import Reading, readings
from disclint.statements.listing import Listing, find_listings
from disclint.statements.percentage import Percentage, find_percentages
from disclint.statements.reader import ClaimReader
from disclint.statements.whose import names_of

__all__ = [
    "STATED",
    "How",
    "Reading",
    "Stated",
    "StatedPercentage",
    "StatedWhole",
    "Statement",
    "read_statements",
]

_LONGEST_HEADING = 40
_SAYS_NUMBERS = re.compile(r"\d|[未无均全都零]|没有|不存在|[一二三四五六七八九十两百][件条份宗起]")
_NUMBER = re.compile(r"\d+")
_GOES_OVER_TO_PARTS = re.compile(r"其中|包括|含|分|[(:%]")
_LEAST_NUMBERS = 3
_LONGEST = 50_000
"""More letters than any paragraph has: what is longer is not read, for it would take too long."""


@frozen(kw_only=True, eq=False)
class Statement:
    """A claim about the figures of the report's tables."""

    claim: Claim
    passage: Passage
    report: BoundReport
    beside: tuple[Claim, ...]
    """The claims of its sentence."""

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self.passage.span(self.claim.span.start, self.claim.span.end)

    @property
    def text(self) -> str:
        """What is written."""
        return self.passage.as_written(self.claim.span.start, self.claim.span.end)

    def readings(self, aspect: Aspect | None = None) -> tuple[Reading, ...]:
        """Return the figures that it is about, or those for another `aspect` of the same topic."""
        claim = self.claim
        return readings(self.report, claim.topic, aspect or claim.aspect, claim.party)


@frozen(kw_only=True, eq=False)
class StatedWhole:
    """A whole that the prose states, with the parts that it lists."""

    listing: Listing
    passage: Passage

    def place(self, count: Count) -> Span:
        """Return where a number of it stands in the file."""
        return self.passage.span(count.span.start, count.span.end)


@frozen(kw_only=True, eq=False)
class StatedPercentage:
    """A percentage that the prose states beside the figures that it is worked out from."""

    percentage: Percentage
    passage: Passage

    def place(self, number: Count | Share) -> Span:
        """Return where a number of it stands in the file."""
        return self.passage.span(number.span.start, number.span.end)


Stated = Statement | StatedWhole | StatedPercentage
STATED: frozenset[type] = frozenset({Statement, StatedWhole, StatedPercentage})
"""The types of what `read_statements` yields."""


def read_statements(report: BoundReport, glossary: Glossary) -> Iterator[Stated]:
    """Yield what the prose of `report` says of figures, in the order of the text.

    A passage is read under its section's heading and the lesser one that stands right over it.
    """
    reader = ClaimReader(glossary, report.identity)
    section: Passage | None = None
    lesser: Passage | None = None
    for passage in report.passages:
        if passage.is_heading:
            section, lesser = passage, None
            continue
        above = [over for over in (section, lesser) if over]
        if _may_say(passage, above, glossary):
            yield from _of_passage(passage, above, reader, report)
        lesser = passage if len(passage.text) <= _LONGEST_HEADING else None


def _may_say(passage: Passage, above: Sequence[Passage], glossary: Glossary) -> bool:
    """Whether a passage may give a number that counts anything, or one with its parts.

    Reading costs by the word, and most of the prose says nothing of the kind.
    """
    text = passage.text
    if len(text) > _LONGEST or not _SAYS_NUMBERS.search(text):
        return False
    if any(glossary.names_topic(one.text) for one in (passage, *above)):
        return True
    numbers = islice(_NUMBER.finditer(text), _LEAST_NUMBERS)
    return bool(_GOES_OVER_TO_PARTS.search(text)) and len(list(numbers)) == _LEAST_NUMBERS


def _of_passage(
    passage: Passage, above: Sequence[Passage], reader: ClaimReader, report: BoundReport
) -> Iterator[Stated]:
    glossary, names = reader.glossary, names_of(report.identity.body)
    sentences = read_prose(passage.text, glossary.word_list, names)
    heading = [one for over in above for one in read_prose(over.text, glossary.word_list, names)]
    for claims in reader.read(sentences, heading, is_cut=passage.may_go_on):
        for claim in claims:
            yield Statement(claim=claim, passage=passage, report=report, beside=claims)
    for sentence in sentences:
        for listing in find_listings(sentence, glossary):
            yield StatedWhole(listing=listing, passage=passage)
        for percentage in find_percentages(sentence, glossary):
            yield StatedPercentage(percentage=percentage, passage=passage)
