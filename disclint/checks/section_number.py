"""Numbers in front of the headings."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import BoundReport, BoundSection
from disclint.check import Edit, Finding, Fix, told
from disclint.source import Span

_NUMBER = re.compile(
    r"[#*\s]*(?P<number>"
    r"[(（]\s*[一二三四五六七八九十\d]{1,3}\s*[)）]\s*[、.,．，]?"
    r"|第[一二三四五六七八九十]{1,3}部分\s*[:：、]?"
    r"|[一二三四五六七八九十]{1,3}\s*[、.,．，]"
    r"|\d{1,2}(?:\s*[、.,．，](?!\d))?"
    r"|)\s*"
)
"""What may stand before the words of a heading."""


@frozen
class SectionNumber:
    """The number of each section against the official one."""

    looks_at = BoundReport
    facts = told("section written", unnumbered="section written")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each heading with a number that is not its own.

        Headings without any number are let pass where most have none: a word processor's own
        numbers are lost when its text is taken out.
        """
        numbered = sum(1 for bound in report.sections if bound.number)
        for bound in report.sections:
            if bound.is_numbered_rightly:
                continue
            if bound.number or numbered > len(report.sections) / 2:
                yield _finding(bound, _fix(report, bound))


def _finding(bound: BoundSection, fix: Fix | None) -> Finding:
    return Finding(
        bound.section.heading.span,
        {"section": bound.official.shown, "written": spelling.quoted(bound.section.heading.text)},
        variant="" if bound.number else "unnumbered",
        fix=fix,
    )


def _fix(report: BoundReport, bound: BoundSection) -> Fix | None:
    """Return what gives a heading its number, if that is certain and no other line bears it."""
    heading, number = bound.section.heading, f"{bound.official.number}、"
    if not _is_in_order(report) or number in map(_number, _lines(report)):
        return None
    found = _NUMBER.match(heading.text)
    if found is None or heading.span.end - heading.span.start != len(heading.text):
        return None
    start, end = found.start("number"), found.end()
    mended = spelling.heading(heading.text[:start] + number + heading.text[end:])
    if (mended.number, mended.text) != (number, spelling.heading(heading.text).text):
        return None
    begin = heading.span.start
    return Fix((Edit(Span(begin + start, begin + end), number),), is_safe=True)


def _is_in_order(report: BoundReport) -> bool:
    """Whether each section is there but once, and after those that come before it."""
    places = [report.outline.index(bound.official) for bound in report.sections]
    return all(one < other for one, other in pairwise(places))


def _lines(report: BoundReport) -> Iterator[str]:
    """Yield the lines of the prose, headings among them."""
    return (line.text for passage in report.passages for line in passage.lines)


def _number(line: str) -> str:
    return spelling.heading(line).number
