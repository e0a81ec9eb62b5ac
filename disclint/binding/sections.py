"""Sections of a document matched to the official outline."""

from collections.abc import Iterator, Sequence

from disclint import spelling
from disclint.binding.bound import BoundSection
from disclint.binding.lexicon import likeness
from disclint.forms import OutlineSection
from disclint.nodes import Section

_CLOSE = 0.8
_LEAST_CONTENTS = 2


def bind_sections(
    sections: Sequence[Section], outline: Sequence[OutlineSection]
) -> tuple[BoundSection, ...]:
    """Return the sections that are official ones.

    Of headings that come again, those of a table of contents are none; and where one has the
    section's own number, one with another number, or with none, is a lesser heading or a caption.
    """
    bound = [section for section in map_sections(sections, outline) if section]
    kept = [section for index, section in enumerate(bound) if not _is_of_contents(bound, index)]
    numbered = {section.official for section in kept if section.is_numbered_rightly}
    return tuple(
        section
        for section in kept
        if section.is_numbered_rightly or section.official not in numbered
    )


def _is_of_contents(bound: Sequence[BoundSection], index: int) -> bool:
    """Whether a heading comes again and has nothing under it, or follows on such headings.

    Under the last heading of the contents stands what comes between them and the report.
    """
    here = bound[index]
    if not any(_comes_again(here, later) for later in bound[index + 1 :]):
        return False
    return not here.section.blocks or (
        index >= _LEAST_CONTENTS
        and all(
            _is_of_contents(bound, earlier) for earlier in range(index - _LEAST_CONTENTS, index)
        )
    )


def _comes_again(here: BoundSection, later: BoundSection) -> bool:
    """Whether `later` is the same heading, and not a mere caption of it."""
    return here.official is later.official and (
        later.is_numbered_rightly or not here.is_numbered_rightly
    )


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
