"""Whether a file stops half-way through its report."""

from collections.abc import Sequence

from attrs import evolve

from disclint import spelling
from disclint.binding.bound import BoundRow, BoundSection, BoundTable, Misfit
from disclint.forms import Form, OutlineSection
from disclint.nodes import Block, Paragraph, Report
from disclint.source import Span

_SENTENCE_ENDS = '。！？；：”）…」.!?;:)"'
_SHORTEST_PROSE = 40
_MOST_SCRAPS = 4
"""So many cells too many may be the beginning of the next row."""


def find_cut(
    report: Report,
    sections: Sequence[BoundSection],
    tables: Sequence[BoundTable],
    outline: Sequence[OutlineSection],
    forms: Sequence[Form],
) -> Span | None:
    """Return the last text of a file that stops before its report does, or nothing.

    It stops half-way if sections are still to come and it ends in a table that lacks its last
    row, in a long sentence without its end, or in a heading. A text that ends in good order lacks
    what it lacks.
    """
    blocks = report.sections[-1].blocks if report.sections else report.preamble
    if not (sections or tables) or not _sections_to_come(sections, outline):
        return None
    if not blocks:
        return _heading_at_the_end(report)
    last = _last_text(blocks[-1])
    table = tables[-1] if tables else None
    if table and table.span.start >= blocks[0].span.start and _lacks_its_end(table):
        after = [block for block in blocks if block.span.start >= table.span.end]
        return last if all(map(_is_scrap, after)) else None
    if _is_broken_off(blocks[-1]) or _is_table_begun(blocks, forms):
        return last
    if _is_heading_begun(blocks[-1], sections, outline):
        return last
    return None


def _last_text(block: Block) -> Span:
    return block.span if isinstance(block, Paragraph) else block.rows[-1].span


def _heading_at_the_end(report: Report) -> Span | None:
    """Return the heading after which a file with any text above it stops, or nothing."""
    above = any(section.blocks for section in report.sections)
    return report.sections[-1].heading.span if report.sections and above else None


def without_end(table: BoundTable, cut: Span, *, is_alone: bool) -> BoundTable:
    """Return `table`, the last of a file that is cut, without what the cut has left open.

    No row is missing past its last one. A table that is alone, in a file without any heading, may
    well be whole but for a cell.
    """
    table = table if is_alone else _without_last_text(table, cut)
    rows = table.rows
    if rows and _is_mostly_gone(rows[-1]):
        rows = rows[:-1]
    missing = tuple(
        (row, block, span)
        for row, block, span in table.missing_rows
        if any(span.end < bound.span.start for bound in table.rows)
    )
    is_cut = len(rows) < len(table.rows) or len(missing) < len(table.missing_rows)
    return evolve(table, rows=rows, missing_rows=missing, is_cut=is_cut or table.is_cut)


def _without_last_text(table: BoundTable, cut: Span) -> BoundTable:
    """Return `table` without what may go on: a row, a label, a number that has no label yet."""
    goes_on = bool(table.rows) and _may_go_on(table.rows[-1], cut)
    return evolve(
        table,
        rows=table.rows[:-1] if goes_on else table.rows,
        unknown_rows=tuple(
            row for row in table.unknown_rows if row.label or row.span.end < cut.start
        ),
        misworded=tuple(label for label in table.misworded if label.cell.span.end < cut.end),
        is_cut=goes_on,
    )


def _is_mostly_gone(row: BoundRow) -> bool:
    """Whether more than half of a row's cells are not there, or some, and the others are blank."""
    if row.misfit is Misfit.FUSED:
        return False
    lacking = len(row.figures) - len(row.cells)
    return lacking > len(row.cells) or (lacking > 0 and not any(cell.text for cell in row.cells))


def _may_go_on(row: BoundRow, cut: Span) -> bool:
    """Whether a row has not the cells of the form, or the file ends in a blank one of them."""
    if row.misfit is Misfit.MORE:
        return len(row.cells) <= len(row.figures) + _MOST_SCRAPS
    if row.misfit is not None:
        return row.misfit is Misfit.FEWER
    return bool(row.cells) and not row.cells[-1].text and row.cells[-1].span.end >= cut.end


def _sections_to_come(sections: Sequence[BoundSection], outline: Sequence[OutlineSection]) -> bool:
    found = [outline.index(section.official) for section in sections]
    return not found or max(found) < len(outline) - 1


def _lacks_its_end(table: BoundTable) -> bool:
    last = table.form.blocks[-1].rows[-1]
    missing = [row for row, _, _ in table.missing_rows]
    return last in missing or any(
        row.row is last and row.misfit is Misfit.FEWER for row in table.rows
    )


def _is_scrap(block: Block) -> bool:
    """Whether a block may be what is left of a table's row."""
    return isinstance(block, Paragraph) and len(block.text) < _SHORTEST_PROSE


def _is_table_begun(blocks: Sequence[Block], forms: Sequence[Form]) -> bool:
    """Whether nothing stands there but words of a form, before the first of its figures."""
    return all(map(_is_scrap, blocks)) and any(
        spelling.label(block.text.strip("| ")).text in form.labels
        for block in blocks
        if isinstance(block, Paragraph)
        for form in forms
    )


def _is_heading_begun(
    block: Block, sections: Sequence[BoundSection], outline: Sequence[OutlineSection]
) -> bool:
    """Whether the last line is the beginning of a heading that is still to come."""
    if not isinstance(block, Paragraph):
        return False
    begun = spelling.heading(block.text)
    found = [section.official for section in sections]
    return bool(begun.text) and any(
        spelling.label(official.shown).full.startswith(begun.full)
        for official in outline
        if official not in found
    )


def _is_broken_off(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and len(block.text) >= _SHORTEST_PROSE
        and block.text[-1] not in _SENTENCE_ENDS
    )
