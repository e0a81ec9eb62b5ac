"""Sections of a document matched to the official outline."""

from collections.abc import Iterator, Sequence

from disclint import spelling
from disclint.binding.bound import BoundSection
from disclint.binding.lexicon import likeness
from disclint.forms import OutlineSection
from disclint.nodes import Section, Table

_CLOSE = 0.8
_LEAST_CONTENTS = 2


def bind_sections(
    sections: Sequence[Section], outline: Sequence[OutlineSection]
) -> tuple[BoundSection, ...]:
    """Return the sections that are official ones.

    Of headings that come again, those of a table of contents are none. Of the others that come
    again, that with the section's own number counts, else that in the official words, else that
    with a table under it; the rest are lesser headings or captions.
    """
    bound = [section for section in map_sections(sections, outline) if section]
    kept = without_contents(bound)
    best: dict[OutlineSection, tuple[bool, ...]] = {}
    for section in kept:
        best[section.official] = max(_standing(section), best.get(section.official, ()))
    return tuple(section for section in kept if _standing(section) == best[section.official])


def _standing(section: BoundSection) -> tuple[bool, ...]:
    """Return how surely a heading is that of its section, to be compared."""
    official = section.official
    words = spelling.heading(section.section.heading.text).text
    return (
        section.is_numbered_rightly,
        not section.is_numbered_rightly and words == spelling.label(official.label).text,
        not section.is_numbered_rightly
        and any(words == spelling.label(variant).text for variant in official.variants),
        not section.is_numbered_rightly
        and any(isinstance(block, Table) for block in section.section.blocks),
    )


def without_contents(bound: Sequence[BoundSection]) -> list[BoundSection]:
    """Return the sections whose heading is not a line of a table of contents.

    Such a line comes again and has nothing under it, or follows on such lines: under the last of
    them stands what comes between the contents and the report.
    """
    last = {section.official: index for index, section in enumerate(bound)}
    last_numbered = {
        section.official: index
        for index, section in enumerate(bound)
        if section.is_numbered_rightly
    }
    kept = []
    contents = 0
    for index, section in enumerate(bound):
        # A caption of the same words, without the number, is not the heading again.
        comes_again = (last_numbered if section.is_numbered_rightly else last)[section.official]
        if comes_again > index and (not section.section.blocks or contents >= _LEAST_CONTENTS):
            contents += 1
        else:
            contents = 0
            kept.append(section)
    return kept


def map_sections(
    sections: Sequence[Section], outline: Sequence[OutlineSection]
) -> Iterator[BoundSection | None]:
    """Yield each section as the official one whose heading it bears, or nothing."""
    for section in sections:
        official = _find(section.heading.text, outline)
        number = spelling.heading(section.heading.text).number
        yield BoundSection(official=official, section=section, number=number) if official else None


def _find(heading: str, outline: Sequence[OutlineSection]) -> OutlineSection | None:
    text = spelling.heading(heading).text
    for agrees in (str.__eq__, str.endswith):
        for official in outline:
            words = (official.label, *official.variants)
            if any(agrees(text, spelling.label(word).text) for word in words):
                return official
    scores = [
        (likeness(text, (official.label, *official.variants)), -index)
        for index, official in enumerate(outline)
    ]
    score, index = max(scores)
    return outline[-index] if score >= _CLOSE else None
