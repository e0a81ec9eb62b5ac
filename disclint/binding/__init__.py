"""From the document to what it means: sections, tables and figures by their official names."""

from collections.abc import Sequence

from disclint.binding.bound import BoundReport
from disclint.binding.cut import find_cut, without_end
from disclint.binding.identity import identify
from disclint.binding.sections import bind_sections
from disclint.binding.tables import bind_table, stretches
from disclint.binding.unread import find_unread
from disclint.forms import Form, OutlineSection
from disclint.nodes import Report, Table

__all__ = ["bind"]


def bind(report: Report, forms: Sequence[Form], outline: Sequence[OutlineSection]) -> BoundReport:
    """Return `report` with its tables matched to `forms` and its sections to `outline`."""
    sections = bind_sections(report.sections, outline)
    identity = identify(report, sections[0].section if sections else None)
    found = stretches((block for block in report.blocks() if isinstance(block, Table)), forms)
    bound = (bind_table(stretch, forms, identity.year) for stretch in found)
    tables = tuple(table for table in bound if table.is_legible)
    cut = find_cut(report, sections, tables, outline, forms)
    read = {table.form.table for table in tables}
    if cut and tables:
        last = without_end(tables[-1])
        tables = (*tables[:-1], last) if last.rows else tables[:-1]
    return BoundReport(
        report=report,
        identity=identity,
        outline=tuple(outline),
        sections=sections,
        tables=tables,
        unread=find_unread(report, sections, read, forms, outline),
        cut=cut,
    )
