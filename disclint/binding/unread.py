"""Official tables whose words stand in a text, but in no layout that is known."""

from collections.abc import Container, Iterable, Iterator, Sequence

from disclint import spelling
from disclint.binding.bound import BoundSection
from disclint.forms import Form, OutlineSection
from disclint.nodes import Block, Paragraph, Report

_SHORTEST_WORD = 4
_LEAST_IN_SECTION = 4
_LEAST_IN_FILE = 6
_LEAST_HEADINGS = 2
_LONGEST_TEXT = 200_000


def find_unread(
    report: Report,
    sections: Sequence[BoundSection],
    read: Container[int],
    forms: Sequence[Form],
    outline: Sequence[OutlineSection],
) -> frozenset[int]:
    """Return the numbers of the tables that are not `read`, although their words are there.

    Prose names a row or two; only a table names many. Where there are no sections either, two of
    their headings within the text do. Past the first 200,000 characters nobody looks.
    """
    if sections:
        return frozenset(_in_sections(sections, read, forms))
    text = _text(report.blocks())
    found = {form.table for form in forms if _count(form, text) >= _LEAST_IN_FILE}
    headings = sum(spelling.normal(section.shown) in text for section in outline)
    if headings >= _LEAST_HEADINGS:
        found.update(section.table for section in outline if section.table)
    return frozenset(number for number in found if number not in read)


def _in_sections(
    sections: Iterable[BoundSection], read: Container[int], forms: Sequence[Form]
) -> Iterator[int]:
    for bound in sections:
        number = bound.official.table
        if number is not None and number not in read:
            text = _text(bound.section.blocks)
            own = [form for form in forms if form.table == number]
            if any(_count(form, text) >= _LEAST_IN_SECTION for form in own):
                yield number


def _count(form: Form, text: str) -> int:
    """Return how many words of `form`, too long to be there by chance, are in `text`."""
    return sum(len(word) >= _SHORTEST_WORD and word in text for word in form.labels)


def _text(blocks: Iterable[Block]) -> str:
    pieces: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces.append(block.text)
        else:
            pieces += (cell.text for row in block.rows for cell in row.cells)
    return spelling.normal("".join(pieces)[:_LONGEST_TEXT])
