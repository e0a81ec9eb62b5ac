"""Sections that are copied from last year's report or another body's."""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from disclint.binding.passages import Passage
from disclint.check import (
    Finding,
    NotApplicable,
    Related,
    Said,
    number,
    told,
    whole_number,
    word_list,
)
from disclint.comparison import Filing, Likeness, Prose
from disclint.comparison.shingles import longest_run, shared
from disclint.source import Span
from disclint.wording import Facts, Wording

_SENTENCE = re.compile(r"[^。;!?]+")
_LETTERS = re.compile(r"[\u3400-\u9fff]")
_PERCENT = 100

_FACTS = "section share body year length place"


@frozen
class CopiedText:
    """Sections of which a `share` of the text stands in an earlier report.

    What is compared are Chinese letters alone, without numbers, marks and the name of the body,
    and without sentences that speak of one of `formulas`, which the law puts into every mouth. A
    section with fewer than `least` letters left is too short to be told from chance.
    """

    looks_at = Likeness
    facts = told(_FACTS, other_body=_FACTS)

    share: float = field(converter=number)
    least: int = field(converter=whole_number)
    formulas: tuple[str, ...] = field(converter=word_list)

    def look(self, likeness: Likeness) -> Iterator[Said]:
        """Yield a finding at the longest passage that is copied."""
        if not likeness.others:
            return
        own = _Letters.of(likeness.filing, likeness.prose, self.formulas)
        if len(own.text) < self.least:
            yield NotApplicable()
            return
        for other, prose in likeness.others:
            theirs = _Letters.of(other, prose, self.formulas)
            share = shared(own.text, theirs.text)
            if share >= self.share:
                yield _finding(likeness, own, share, other, theirs)
                return


@frozen(eq=False)
class _Letters:
    """The letters of a section that are compared, with the way back to the file."""

    text: str
    places: Sequence[tuple[Passage, int]]

    @classmethod
    def of(cls, filing: Filing, prose: Prose, formulas: Sequence[str]) -> "_Letters":
        names = filter(None, (filing.identity.body, filing.body))
        body = re.compile("|".join(map(re.escape, names)))
        places = [
            (passage, at)
            for passage in prose.passages()
            for sentence in _SENTENCE.finditer(passage.text)
            if not any(formula in sentence[0] for formula in formulas)
            for at in _letters(sentence, body)
        ]
        return cls("".join(passage.text[at] for passage, at in places), places)

    def span(self, start: int, length: int) -> Span:
        (first, begin), (last, end) = self.places[start], self.places[start + length - 1]
        return first.span(begin, begin + 1) | last.span(end, end + 1)


def _letters(sentence: re.Match[str], body: re.Pattern[str]) -> Iterator[int]:
    """Yield the places of the Chinese letters in a sentence, but for those of the body's name."""
    named = {at for name in body.finditer(sentence[0]) for at in range(*name.span())}
    for letter in _LETTERS.finditer(sentence[0]):
        if letter.start() not in named:
            yield sentence.start() + letter.start()


def _finding(
    likeness: Likeness, own: _Letters, share: float, other: Filing, theirs: _Letters
) -> Finding:
    start, elsewhere, length = longest_run(own.text, theirs.text)
    there = theirs.span(elsewhere, length)
    facts: Facts = {
        "section": likeness.prose.section.shown,
        "share": int(share * _PERCENT),
        "body": other.identity.body,
        "year": other.identity.year or 0,
        "length": length,
        "place": other.cite(there),
    }
    variant = "" if other.body == likeness.filing.body else "other-body"
    name = Wording(likeness.prose.section.shown, likeness.prose.section.shown)
    related = (Related(there, name, other.source),)
    return Finding(own.span(start, length), facts, variant, related)
