"""Phrases that have no place in a report."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.check import Edit, Finding, Fix, flag, told, word_list
from disclint.source import Span
from disclint.wording import Facts

_ANY = "…"
_GAP = "[^\n]{0,40}?"


def _replacements(given: object) -> Mapping[str, str]:
    """Return what a rule's `with` gives to be written in the place of phrases.

    Raises:
        ValueError: it is no mapping of texts.

    """
    pairs = given.items() if isinstance(given, Mapping) else [(None, None)]
    found = {one: text for one, text in pairs if isinstance(one, str) and isinstance(text, str)}
    if len(found) < len(pairs):
        message = "must be a mapping of phrases to texts"
        raise ValueError(message)
    return found


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
    instead: Mapping[str, str] = field(factory=dict, converter=_replacements)
    """What to write in the place of some of the phrases; nothing, and a phrase is taken out."""
    safe: bool = field(default=False, converter=flag)
    """Whether that leaves what the report says as it is."""
    looks_at = BoundReport
    facts = told("text count")

    @instead.validator
    def _hold_against_phrases(self, _: object, instead: Mapping[str, str]) -> None:
        if others := instead.keys() - {*self.phrases}:
            message = f"`instead`: not among the phrases: {min(others)}"
            raise ValueError(message)

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each place where one of the phrases stands."""
        places: dict[str, list[Span]] = defaultdict(list)
        found = [found for passage in report.passages for found in self._find(passage)]
        for span, text in found:
            places[text].append(span)
        told: set[str] = set()
        for span, text in found:
            if self.once and text in told:
                continue
            told.add(text)
            fix = self._fix(text, places[text] if self.once else [span])
            facts: Facts = {"text": spelling.quoted(text), "count": len(places[text])}
            yield Finding(span, facts, fix=fix)

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

    def _fix(self, text: str, spans: Sequence[Span]) -> Fix | None:
        """Return what puts another text in the place of a phrase, where that stands in one line."""
        fits = (new for phrase, new in self.instead.items() if self._is(phrase, text))
        new = next(fits, None)
        if new is None or any(span.end - span.start != len(text) for span in spans):
            return None
        return Fix(tuple(Edit(span, new) for span in spans), is_safe=self.safe)

    def _is(self, phrase: str, text: str) -> bool:
        """Whether `text`, as written, is `phrase`."""
        words = text if self.written else spelling.traced_prose(text).text
        return re.fullmatch(_alternatives([phrase]), words) is not None


def _alternatives(phrases: list[str]) -> str:
    """Return the pattern of `phrases`, the longest first, so that none hides a longer one."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(_GAP.join(map(re.escape, phrase.split(_ANY))) for phrase in longest_first)
