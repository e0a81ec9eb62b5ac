"""The outline of a document: its sections, in them the tables, in these the rows."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from lsprotocol import types as lsp

from disclint.binding.bound import BoundReport, BoundRow, BoundTable
from disclint.lsp.positions import Ruler
from disclint.lsp.telling import Telling
from disclint.nodes import Section
from disclint.source import Source, Span


def outline(telling: Telling) -> list[lsp.DocumentSymbol]:
    """Return the outline of all reports that a document holds."""
    look = telling.look
    if look.source is None or look.verdict is None:
        return []
    drawing = _Drawing(look.source, telling.ruler, telling)
    return [one for report in look.verdict.reports for one in drawing.of_report(report)]


_NAMELESS = "-"
"""Clients refuse a name that is empty."""


@frozen
class _Drawing:
    """What draws the outline of one document."""

    source: Source
    ruler: Ruler
    telling: Telling

    def of_report(self, report: BoundReport) -> Iterator[lsp.DocumentSymbol]:
        """Yield the sections, and the tables that stand in none."""
        sections = report.report.sections
        for table in report.tables:
            if not any(_begins_in(table.span, section.span) for section in sections):
                yield self._table(table, table.span)
        for section in sections:
            yield self._section(section, report.tables)

    def _section(self, section: Section, tables: Sequence[BoundTable]) -> lsp.DocumentSymbol:
        inner = [table for table in tables if _begins_in(table.span, section.span)]
        whole = self._range(section.span)
        return lsp.DocumentSymbol(
            name=section.heading.text.strip() or _NAMELESS,
            kind=lsp.SymbolKind.Namespace,
            range=whole,
            selection_range=_start_of(whole),
            children=[self._table(table, section.span) for table in inner],
        )

    def _table(self, table: BoundTable, within: Span) -> lsp.DocumentSymbol:
        span = _cut(table.span, within)
        rows = [row for row in table.rows if _begins_in(row.span, span)]
        return lsp.DocumentSymbol(
            name=self.telling.say(table.form.name),
            detail=table.form.id,
            kind=lsp.SymbolKind.Struct,
            range=(whole := self._range(span)),
            selection_range=_start_of(whole),
            children=[self._row(row, table, span) for row in rows],
        )

    def _row(self, row: BoundRow, table: BoundTable, within: Span) -> lsp.DocumentSymbol:
        span = _cut(row.span, within)
        title = f"{row.block.title} · " if row.block.title else ""
        return lsp.DocumentSymbol(
            name=title + row.row.shown,
            detail=f"{table.form.id}.{row.row.id}",
            kind=lsp.SymbolKind.Field,
            range=(whole := self._range(span)),
            selection_range=_start_of(whole),
        )

    def _range(self, span: Span) -> lsp.Range:
        start, end = self.source.place(span.start), self.source.place(span.end)
        return self.ruler.range(start, max(start, end))


def _start_of(whole: lsp.Range) -> lsp.Range:
    """Return where a client puts the cursor."""
    return lsp.Range(whole.start, whole.start)


def _begins_in(span: Span, whole: Span) -> bool:
    return whole.start <= span.start < whole.end


def _cut(span: Span, whole: Span) -> Span:
    """Return `span` no longer than `whole`, as clients refuse what goes beyond its parent."""
    return Span(span.start, min(span.end, whole.end))
