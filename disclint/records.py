"""The figures of a report, one record each."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.binding.bound import BoundReport, BoundTable, Figure, State
from disclint.forms import Slot
from disclint.source import Source


@frozen(kw_only=True)
class Record:
    """One figure of a form as a report fills it; ids are stable, names are the official ones."""

    file: str
    report: int
    """Which report of the file, from 1."""
    form: str
    table: int
    row_id: str
    row: str
    column_id: str
    column: str
    text: str
    """As written, on one line."""
    value: str
    """In plain digits, or nothing where the state is not `figure` or `recovered`."""
    unit: str
    """As written, or as the form prints it."""
    line: int | None
    column_number: int | None
    """In code points, from 1."""
    part: str
    """Where it stands in a document without lines, in Chinese: `第2个表格第7行第4格`."""
    state: str
    """`figure`, `recovered`, `blank`, `placeholder`, `missing`, `unreadable` or `unknown`.

    A recovered figure stands in digits that run together; the relations of the form leave but one
    way to part them. An unknown one lies past the place where the file stops.
    """


def figure_records(source: Source, reports: Sequence[BoundReport]) -> Iterator[Record]:
    """Yield a record for every figure of every form in the reports, in the order of the forms."""
    for number, report in enumerate(reports, start=1):
        for table in report.tables:
            yield from _table_records(source, number, table)


def _table_records(source: Source, number: int, table: BoundTable) -> Iterator[Record]:
    filled = {row.row: row for row in table.rows}
    missing = {row for row, _, _ in table.missing_rows}
    for block in table.form.blocks:
        for row in block.rows:
            figures = filled[row].figures if row in filled else (None,) * len(block.columns)
            absent = State.UNKNOWN if table.is_cut and row not in missing else State.MISSING
            for column, figure in zip(block.columns, figures, strict=True):
                slot = Slot(table.form, block, row, column)
                yield _record(source, number, slot, figure, absent)


def _record(
    source: Source, number: int, slot: Slot, figure: Figure | None, absent: State
) -> Record:
    quantity = figure.quantity if figure else None
    place = source.place(figure.span.start) if figure else None
    return Record(
        file=source.path,
        report=number,
        form=slot.form.id,
        table=slot.form.table,
        row_id=slot.row.id,
        row=" · ".join(filter(None, (slot.block.title, slot.row.full))),
        column_id=slot.column.id,
        column=slot.column.full,
        text=" ".join(figure.text.split()) if figure else "",
        value=f"{quantity.value:f}" if quantity else "",
        unit=(quantity.unit or figure.head_unit) if figure and quantity else "",
        line=place.line if place else None,
        column_number=place.column if place else None,
        part=place.part.zh if place and place.part else "",
        state=_published(figure) if figure else absent.published,
    )


def _published(figure: Figure) -> str:
    return "recovered" if figure.settled_by else figure.state.published
