"""From the document to what it means: sections, tables and figures by their official names."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from disclint.binding.bound import BoundReport, BoundSection
from disclint.binding.cut import find_cut, without_end
from disclint.binding.dates import find_dates
from disclint.binding.division import divide
from disclint.binding.given import NOTHING_GIVEN, Given
from disclint.binding.identity import identify
from disclint.binding.legible import is_legible
from disclint.binding.passages import find_passages
from disclint.binding.sections import bind_sections
from disclint.binding.tables import Part, bind_table, stretches
from disclint.binding.unread import find_unread
from disclint.forms import Form, OutlineSection
from disclint.nodes import Report

__all__ = ["bind"]


def bind(
    document: Report,
    forms: Sequence[Form],
    outline: Sequence[OutlineSection],
    given: Given = NOTHING_GIVEN,
    genre: str = "",
) -> tuple[BoundReport, ...]:
    """Return the reports in `document`, tables matched to `forms` and sections to `outline`.

    These are those of the kind of report `genre`. A file holds one as a rule; even what is none at
    all is bound as one.
    """
    *whole, last = (
        evolve(_bind(report, forms, outline, given), genre=genre)
        for report in divide(document, outline)
    )
    return (*(evolve(report, cut=None) for report in whole), last)


def _bind(
    report: Report, forms: Sequence[Form], outline: Sequence[OutlineSection], given: Given
) -> BoundReport:
    sections = bind_sections(report.sections, outline)
    official = {id(bound.section): bound.official for bound in sections}
    passages = tuple(find_passages(report, official))
    dates = find_dates(report, passages)
    told = identify(report, sections[0].section if sections else None, dates)
    identity = given.applied_to(told)
    found = stretches(_parts(report, sections), forms)
    bound = (bind_table(stretch, forms, identity.year) for stretch in found)
    tables = tuple(table for table in bound if is_legible(table))
    cut = find_cut(report, sections, tables, outline, forms)
    read = {table.form.table for table in tables}
    if cut and tables:
        last = without_end(tables[-1], cut, is_alone=not sections)
        tables = (*tables[:-1], last) if last.rows else tables[:-1]
    return BoundReport(
        report=report,
        identity=identity,
        outline=tuple(outline),
        sections=sections,
        passages=passages,
        dates=dates,
        tables=tables,
        unread=find_unread(report, sections, read, forms, outline),
        cut=cut,
    )


def _parts(report: Report, sections: Sequence[BoundSection]) -> Iterator[Part]:
    """Yield what stands before the first section and in each, with the table that is due there."""
    yield Part(report.preamble)
    due = {id(bound.section): bound.official.table for bound in sections}
    for section in report.sections:
        yield Part(section.blocks, due.get(id(section)))
