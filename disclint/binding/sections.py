"""Sections of a document matched to the official outline."""

from collections.abc import Iterator, Sequence

from disclint import spelling
from disclint.binding.bound import BoundSection
from disclint.binding.lexicon import likeness
from disclint.forms import OutlineSection
from disclint.nodes import Section

_CLOSE = 0.8


def bind_sections(
    sections: Sequence[Section], outline: Sequence[OutlineSection]
) -> tuple[BoundSection, ...]:
    """Return the sections that are official ones, without the lines of a table of contents."""
    bound = [section for section in map_sections(sections, outline) if section]
    return tuple(
        section
        for index, section in enumerate(bound)
        if section.section.blocks
        or all(later.official is not section.official for later in bound[index + 1 :])
    )


def map_sections(
    sections: Sequence[Section], outline: Sequence[OutlineSection]
) -> Iterator[BoundSection | None]:
    """Yield each section as the official one whose heading it bears, or nothing."""
    for section in sections:
        official = _find(section.heading.text, outline)
        number = spelling.label(section.heading.text).number
        yield BoundSection(official=official, section=section, number=number) if official else None


def _find(heading: str, outline: Sequence[OutlineSection]) -> OutlineSection | None:
    text = spelling.label(heading).text
    for agrees in (str.__eq__, str.endswith):
        for official in outline:
            words = (official.label, *official.variants)
            if any(agrees(text, spelling.label(word).text) for word in words):
                return official
    scores = [
        (likeness(heading, (official.label, *official.variants)), -index)
        for index, official in enumerate(outline)
    ]
    score, index = max(scores)
    return outline[-index] if score >= _CLOSE else None
