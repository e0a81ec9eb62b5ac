"""What is kept of a report, once it has been looked at, to be compared with others."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from disclint.binding.bound import BoundReport, BoundTable, Identity
from disclint.binding.passages import Passage
from disclint.comparison.names import body_of
from disclint.comparison.shingles import sketch
from disclint.forms import OutlineSection
from disclint.nodes import Paragraph
from disclint.source import Source, Span
from disclint.wording import Wording


@frozen(eq=False)
class Filed:
    """A file that has been looked at, with what is kept of its reports."""

    source: Source
    genre: str
    """The kind of report that the file holds."""
    filings: "tuple[Filing, ...]"


@frozen(kw_only=True, eq=False)
class Prose:
    """The prose of one official section, headings left out."""

    section: OutlineSection
    sketch: Sequence[int]
    """A few marks of its text, by which one like it is found among many."""
    _lines: tuple[tuple[Paragraph, ...], ...]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self._lines[0][0].span | self._lines[-1][-1].span

    def passages(self) -> Iterator[Passage]:
        """Yield the passages, put together anew: they are large, and few are asked for."""
        for lines in self._lines:
            yield Passage(lines=lines, section=self.section)


@frozen(kw_only=True, eq=False, slots=False)
class Filing:
    """A report, reduced to what others are compared with."""

    source: Source
    genre: str
    """The kind of report."""
    identity: Identity
    tables: tuple[BoundTable, ...]
    """The official tables with their figures and nothing else."""
    prose: tuple[Prose, ...]

    @property
    def body(self) -> str:
        """The body that reports, by the name that all spellings of it share; or nothing."""
        return body_of(self.identity.body)

    @property
    def section_spans(self) -> Iterator[tuple[str, Span]]:
        """The official number of each section that has prose, and where that stands."""
        return ((prose.section.number, prose.span) for prose in self.prose)

    def table(self, number: int) -> BoundTable | None:
        """Return the table of that number, if there is one and no more."""
        found = [table for table in self.tables if table.form.table == number]
        return found[0] if len(found) == 1 else None

    def single_tables(self) -> Iterator[BoundTable]:
        """Yield the tables that are the only ones of their number."""
        return (table for table in self.tables if self.table(table.form.table))

    def cite(self, span: Span) -> Wording:
        """Return where `span` stands, for a message about another file."""
        place = self.source.place(span.start)
        path = self.source.path
        if place.part:
            return Wording(f"{path} {place.part.zh}", f"{path} {place.part.en}")
        return Wording(f"{path}:{place.line}", f"{path}:{place.line}")


def file_reports(source: Source, reports: Sequence[BoundReport]) -> Filed:
    """Return what is kept of the reports that stand in `source`."""
    found = [report for report in reports if report.is_report]
    # Without what it has worked out, and without the page, which is large.
    kept = evolve(source, page="") if found else Source(source.path, "")
    return Filed(kept, reports[0].genre, tuple(_file(kept, report) for report in found))


def _file(source: Source, report: BoundReport) -> Filing:
    return Filing(
        source=source,
        genre=report.genre,
        identity=report.identity,
        tables=tuple(map(_figures_alone, report.tables)),
        prose=tuple(_prose(report)),
    )


def _figures_alone(table: BoundTable) -> BoundTable:
    rows = tuple(evolve(row, cells=()) for row in table.rows)
    return evolve(table, tables=(), rows=rows, unknown_rows=(), misworded=(), missing_rows=())


def _prose(report: BoundReport) -> Iterator[Prose]:
    for section in report.outline:
        if section.table is not None:
            continue
        passages = [
            passage
            for passage in report.passages
            if passage.section is section and not passage.is_heading
        ]
        if passages:
            yield Prose(
                section=section,
                sketch=sketch("".join(passage.text for passage in passages)),
                lines=tuple(passage.lines for passage in passages),
            )
