"""Enumerations in the prose: 一是, 二是, 三是."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.check import Finding, told

_DIGITS = "一二三四五六七八九"
_NUMERALS = ("", *_DIGITS, "十", *(f"十{digit}" for digit in _DIGITS))
_SET_OFF = r"(?:^|(?<=[。;:,、!?)]))"
_MARK = re.compile(
    rf"{_SET_OFF}(?:(?P<numeral>十[{_DIGITS}]|[{_DIGITS}十])是"
    rf"|\([{_DIGITS}十]{{1,3}}\)|[{_DIGITS}十]{{1,3}}、|\d{{1,2}}[.、](?!\d))"
)


@frozen
class Mark:
    """One mark, `二是`, and where it stands; a lesser heading has the number 0."""

    number: int
    passage: Passage
    start: int
    """Where it begins in the passage."""
    offset: int
    """Where it begins in the text of the section."""


@frozen
class Enumeration:
    """The marks 一是, 二是, 三是 of each section, one enumeration within another or not."""

    looks_at = BoundReport
    facts = told("mark last due", twice="mark last due")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for the first mark of an enumeration that is out of turn.

        A lesser heading begins anew. What begins with another number than 一 is let pass: the
        first item may be put in other words.
        """
        for _, group in groupby(report.passages, lambda passage: passage.section):
            passages = [passage for passage in group if not passage.is_heading]
            text = "".join(passage.text for passage in passages)
            if "是" in text:
                for is_mark, marks in groupby(_marks(passages), lambda mark: mark.number > 0):
                    if is_mark:
                        yield from _breaks(marks, text)


def _marks(passages: Sequence[Passage]) -> Iterator[Mark]:
    starts = accumulate((len(passage.text) for passage in passages), initial=0)
    for passage, start in zip(passages, starts, strict=False):
        for match in _MARK.finditer(passage.text):
            number = _NUMERALS.index(match["numeral"] or "")
            yield Mark(number, passage, match.start(), start + match.start())


def _breaks(marks: Iterable[Mark], text: str) -> Iterator[Finding]:
    """Yield the breaks of a run of marks, the first of each enumeration.

    `reached` has the last number of each enumeration that is open, the innermost last.
    """
    reached: tuple[int, ...] = ()
    told = False
    before = 0
    for mark in marks:
        after = _advance(reached, mark.number)
        if after is None and reached and not told:
            finding = _break(reached[-1], mark, text[before : mark.offset])
            told = finding is not None
            if finding:
                yield finding
        elif mark.number == 1:
            told = False
        reached = after or (*reached[:-1], mark.number)
        before = mark.offset + 1


def _advance(reached: tuple[int, ...], number: int) -> tuple[int, ...] | None:
    """Return how far one has come with `number`, or nothing if it follows on none that is open."""
    if number == 1:
        return (*reached, 1)
    while reached and reached[-1] + 1 != number:
        reached = reached[:-1]
    return (*reached[:-1], number) if reached else None


def _break(last: int, mark: Mark, between: str) -> Finding | None:
    """Return the finding at `mark`, which follows on `last`, if its number is surely wrong."""
    missing = range(last + 1, mark.number)
    if mark.number < last or any(_is_otherwise_put(number, between) for number in missing):
        return None
    numeral = _NUMERALS[mark.number]
    return Finding(
        mark.passage.span(mark.start, mark.start + len(numeral) + 1),
        {
            "mark": f"{numeral}是",
            "last": f"{_NUMERALS[last]}是",
            "due": f"{_NUMERALS[last + 1]}是",
        },
        variant="" if missing else "twice",
    )


def _is_otherwise_put(number: int, text: str) -> bool:
    """Whether an item that is missed may stand in `text` in other words: `二要`, `其次`, `2.`."""
    numeral = _NUMERALS[number]
    return (
        f"{numeral}是" in text
        or "其次" in text
        or re.search(rf"{_SET_OFF}[(第]?(?:{numeral}|{number}(?!\d))", text) is not None
    )
