"""What in a report a finding is about."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from disclint.binding.bound import BoundTable
from disclint.diagnostics import Subject, SubjectKind
from disclint.source import Span


class Divided(Protocol):
    """A report, or what is kept of one."""

    @property
    def tables(self) -> tuple[BoundTable, ...]:
        """The official tables."""
        ...

    @property
    def section_spans(self) -> Iterable[tuple[str, Span]]:
        """The official number of each section, and where it stands."""
        ...


def find_subject(reports: Sequence[Divided], span: Span) -> Subject | None:
    """Return the smallest part of `reports` that `span` begins in, or nothing.

    Several figures at one place, as those that are missing stand at the label of their row, are
    that row.
    """
    first = Span(span.start, span.start)
    for report in reports:
        for table in report.tables:
            if found := _in_table(table, first):
                return found
    around = [number for one in reports for number, where in one.section_spans if first in where]
    return Subject(SubjectKind.SECTION, around[-1]) if around else None


def _in_table(table: BoundTable, first: Span) -> Subject | None:
    figures = [figure.slot for figure in table.figures() if first in figure.span]
    if len(figures) == 1:
        return Subject(SubjectKind.FIGURE, figures[0].id)
    rows = [slot.row for slot in figures] or [r.row for r in table.rows if first in r.span]
    if len({row.id for row in rows}) == 1:
        return Subject(SubjectKind.ROW, f"{table.form.id}.{rows[0].id}")
    return Subject(SubjectKind.TABLE, table.form.id) if rows or first in table.span else None
