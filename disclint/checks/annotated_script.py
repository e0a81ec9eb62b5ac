"""Pinyin after the characters."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.check import Finding, told, whole_number


@frozen
class AnnotatedScript:
    """A text whose characters a converter has given their pinyin."""

    least: int = field(converter=whole_number)
    """So many at least: a writer may well give the pinyin of one rare character."""
    looks_at = BoundReport
    facts = told("text count")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield one finding at the first place, with the number of places."""
        found = [
            (passage, match)
            for passage in report.passages
            for match in spelling.annotated(passage.written)
            if not match[0][1:].isascii()  # a tone; without one it may be any word: 网站(web)
        ]
        if len({match[0] for _, match in found}) >= self.least:
            passage, match = found[0]
            text = match[0]
            yield Finding(passage.written_span(*match.span()), {"text": text, "count": len(found)})
