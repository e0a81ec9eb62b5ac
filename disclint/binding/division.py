"""A file that holds several reports, one after the other, divided into them."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from disclint.binding.identity import is_title
from disclint.binding.sections import map_sections, without_contents
from disclint.forms import OutlineSection
from disclint.nodes import Block, Paragraph, Report, Section
from disclint.source import Span

_LEAST_SECTIONS = 3
"""How many sections at least come in their order, for them to be those of a report."""
_FARTHEST_TITLE = 12
"""How many blocks before its first section a report's title stands at most."""


def divide(report: Report, outline: Sequence[OutlineSection]) -> Iterator[Report]:
    """Yield the reports in `report`, each with its title where one stands before its sections.

    A new one begins where the first section comes again after several others, with several more
    to follow: a lone heading that comes again is a slip within one report.
    """
    sections = list(report.sections)
    preamble, begin = report.preamble, report.span.start
    starts = _starts(sections, outline)
    for start, end in zip([0, *starts], [*starts, len(sections)], strict=True):
        own = sections[start:end]
        ahead: tuple[Block, ...] = ()
        if end < len(sections):
            own[-1], ahead = _without_title(own[-1])
        until = own[-1].span.end if end < len(sections) else report.span.end
        span = Span(begin, until)
        yield evolve(report, preamble=preamble, sections=tuple(own), span=span)
        preamble, begin = ahead, until


def _starts(sections: Sequence[Section], outline: Sequence[OutlineSection]) -> list[int]:
    """Return the sections, by index, with which a further report begins."""
    bound = [found for found in map_sections(sections, outline) if found]
    kept = {id(one.section): outline.index(one.official) for one in without_contents(bound)}
    ranks = [kept.get(id(section)) for section in sections]
    starts: list[int] = []
    for index, rank in enumerate(ranks):
        if rank != 0:
            continue
        before = ranks[starts[-1] if starts else 0 : index]
        if all(map(_is_report, (before, ranks[index:]))):
            starts.append(index)
    return starts


def _is_report(ranks: Sequence[int | None]) -> bool:
    """Whether enough sections are there, one after the other, up to where the first comes again."""
    highest, count = -1, 0
    for rank in ranks:
        if rank == 0 and count >= _LEAST_SECTIONS:
            break
        if rank is not None and rank > highest:
            highest, count = rank, count + 1
    return count >= _LEAST_SECTIONS


def _without_title(section: Section) -> tuple[Section, tuple[Block, ...]]:
    """Return the last section of one report, and what at its end is the opening of the next."""
    first = max(0, len(section.blocks) - _FARTHEST_TITLE)
    for index in range(first, len(section.blocks)):
        block = section.blocks[index]
        if isinstance(block, Paragraph) and is_title(block.text):
            blocks = section.blocks[:index]
            span = section.heading.span | blocks[-1].span if blocks else section.heading.span
            return evolve(section, blocks=blocks, span=span), section.blocks[index:]
    return section, ()
