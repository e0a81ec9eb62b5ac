"""Phrases that have no place in a report."""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.check import Finding, flag, told, word_list
from disclint.source import Span

_ANY = "…"
_GAP = "[^\n]{0,40}?"


@frozen
class Phrase:
    """Phrases that stand in the prose, in normal form or as written.

    In a phrase `…` stands for up to forty letters of any kind.
    """

    phrases: tuple[str, ...] = field(converter=word_list)
    written: bool = field(default=False, converter=flag)
    """Whether they are compared with the text as written, every character of it."""
    once: bool = field(default=False, converter=flag)
    """Whether a phrase that comes again is told only once, with the number."""
    looks_at = BoundReport
    facts = told("text count")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each place where one of the phrases stands."""
        found = [found for passage in report.passages for found in self._find(passage)]
        counts = Counter(text for _, text in found)
        told: set[str] = set()
        for span, text in found:
            if self.once and text in told:
                continue
            told.add(text)
            yield Finding(span, {"text": spelling.quoted(text), "count": counts[text]})

    def _find(self, passage: Passage) -> Iterator[tuple[Span, str]]:
        """Yield the place and the words, as written, of each phrase in `passage`."""
        text = passage.written if self.written else passage.text
        there = [phrase for phrase in self.phrases if phrase.partition(_ANY)[0] in text]
        if not there:
            return
        for match in re.finditer(_alternatives(there), text):
            if self.written:
                yield passage.written_span(*match.span()), match[0]
            else:
                yield passage.span(*match.span()), passage.as_written(*match.span())


def _alternatives(phrases: list[str]) -> str:
    """Return the pattern of `phrases`, the longest first, so that none hides a longer one."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(_GAP.join(map(re.escape, phrase.split(_ANY))) for phrase in longest_first)
