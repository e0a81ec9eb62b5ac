"""From text to the document: sections, paragraphs, and tables in whatever layout they stand."""

from collections.abc import Iterator
from itertools import groupby

from attrs import evolve

from disclint import spelling
from disclint.nodes import Block, Cell, Paragraph, Report, Row, Section, Table
from disclint.parsing.aligned import Aligned
from disclint.parsing.breaks import cut_lines
from disclint.parsing.cells import Cells
from disclint.parsing.grid import Grid
from disclint.parsing.layout import Layout
from disclint.parsing.lines import Lines, Vocabulary, heading_end, heading_in_front
from disclint.parsing.paragraphs import Paragraphs
from disclint.parsing.pipes import Pipes
from disclint.parsing.prose import WordList, read_prose
from disclint.parsing.quantity import Unread, read_quantity
from disclint.parsing.runon import Runon
from disclint.parsing.tabbed import Tabbed
from disclint.parsing.tabs import Tabs
from disclint.source import Source, Span

__all__ = ["LAYOUTS", "Unread", "Vocabulary", "WordList", "parse", "read_prose", "read_quantity"]

LAYOUTS: tuple[Layout, ...] = (
    Grid(),
    Tabs(),
    Tabbed(),
    Pipes(),
    Cells(),
    Aligned(),
    Paragraphs(),
    Runon(),
)
"""The layouts that are known, in the order in which they may claim a line."""

_SPACES = " \u3000\xa0"
"""What a blank line may hold; a tab may be a cell."""


def parse(source: Source, vocabulary: Vocabulary) -> Report:
    """Return the document that `source` holds; any text at all is one."""
    lines = cut_lines(source.text, vocabulary)
    report = _parse(source, lines, vocabulary)
    found = {vocabulary.section_of(section.heading.text) for section in report.sections}
    lacking = frozenset(range(len(vocabulary.sections))) - found
    return _parse(source, lines, evolve(vocabulary, bracketed=lacking)) if lacking else report


def _parse(source: Source, lines: Lines, vocabulary: Vocabulary) -> Report:
    preamble: list[Block] = []
    sections: list[Section] = []
    heading: Paragraph | None = None
    blocks = preamble
    for piece, opens_section in _pieces(source, lines, vocabulary):
        if opens_section and isinstance(piece, Paragraph):
            if heading:
                sections.append(_section(heading, blocks))
            heading, blocks = piece, []
        else:
            blocks.append(piece)
    if heading:
        sections.append(_section(heading, blocks))
    return Report(
        preamble=tuple(preamble), sections=tuple(sections), span=Span(0, len(source.text))
    )


def _section(heading: Paragraph, blocks: list[Block]) -> Section:
    span = heading.span | blocks[-1].span if blocks else heading.span
    return Section(heading=heading, blocks=tuple(blocks), span=span)


def _pieces(source: Source, lines: Lines, vocabulary: Vocabulary) -> Iterator[tuple[Block, bool]]:
    """Yield each block in order, and whether it is a section's heading."""
    index = 0
    barren = dict.fromkeys(LAYOUTS, 0)
    while index < len(lines):
        text = lines.texts[index]
        if not text.strip(_SPACES):  # a layout would look past all blank lines, from each of them
            index += 1
        elif text.strip() and (end := heading_end(lines, index, vocabulary)) > index:
            span = lines.trimmed_span(index) | lines.trimmed_span(end - 1)
            yield Paragraph(text=source.excerpt(span), span=span), True
            index = end
        elif table := _table(source, lines, index, vocabulary, barren):
            yield from _divided(table, vocabulary)
            index = lines.index_after(table.span)
        else:
            if text.strip():
                yield from _prose(source, lines.trimmed_span(index), vocabulary)
            index += 1


def _table(
    source: Source, lines: Lines, index: int, vocabulary: Vocabulary, barren: dict[Layout, int]
) -> Table | None:
    """Return the table that begins at the line `index`, in whichever layout, or nothing.

    Up to the line that `barren` gives for a layout it has been looked for in vain.
    """
    uncut = lines.uncut_from(index)
    for layout, looked in barren.items():
        if looked > index:
            continue
        scan = layout.scan(lines if layout.reads_pieces else uncut, index, vocabulary)
        if scan.end > index:
            return layout.read(source.text, lines.span(index, scan.end), vocabulary)
        barren[layout] = scan.looked
    return None


def _divided(table: Table, vocabulary: Vocabulary) -> Iterator[tuple[Block, bool]]:
    """Yield a table, or what it is the frame of: a sheet may hold the whole report in one.

    Where a row holds nothing but a section's heading, such rows part the table, and others that
    hold nothing but words are lines of prose.
    """
    lone = {id(row): cell for row in table.rows if (cell := _lone_words(row, vocabulary))}
    if table.is_torn or not any(_is_numbered(cell.text, vocabulary) for cell in lone.values()):
        yield table, False
        return
    for is_line, rows in groupby(table.rows, lambda row: id(row) in lone):
        run = tuple(rows)
        if is_line:
            for cell in (lone[id(row)] for row in run):
                opens = vocabulary.is_heading(cell.text)
                yield Paragraph(text=cell.text, span=cell.span), opens
        else:
            yield evolve(table, rows=run, span=run[0].span | run[-1].span), False


def _lone_words(row: Row, vocabulary: Vocabulary) -> Cell | None:
    """Return the only cell of a row that is not blank, if no form has its words."""
    filled = [cell for cell in row.cells if cell.text]
    return filled[0] if len(filled) == 1 and not vocabulary.is_label(filled[0].text) else None


def _is_numbered(text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` is the heading of a section with its number."""
    return bool(spelling.heading(text).number) and vocabulary.is_heading(text)


def _prose(source: Source, span: Span, vocabulary: Vocabulary) -> Iterator[tuple[Block, bool]]:
    """Yield a line of prose, the heading that it may begin with apart."""
    text = source.excerpt(span)
    length = heading_in_front(text, vocabulary)
    if length:
        heading = Span(span.start, span.start + length)
        yield Paragraph(text=source.excerpt(heading), span=heading), True
        rest = text[length:].lstrip(":：。，,;； \t\u3000\xa0")
        text, span = rest, Span(span.end - len(rest), span.end)
    if text:
        yield Paragraph(text=text, span=span), False
