"""What a report means: its tables matched to the official forms, each figure by its name."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from disclint.binding.dates import Dates
from disclint.binding.passages import Passage
from disclint.forms import Form, FormBlock, Kind, Named, OutlineSection, Slot, is_possible
from disclint.nodes import Cell, Paragraph, Quantity, Report, Section, Table
from disclint.source import Span
from disclint.wording import Wording

COUNTERS = frozenset("件条项次人个宗份部起家笔")
"""The measure words that a count may bear without any doubt of its value."""

MONEY = {
    "元": Decimal("0.0001"),
    "百元": Decimal("0.01"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10000),
    "万亿元": Decimal(100000000),
}
"""The units of money, in 万元."""


class State(StrEnum):
    """How far a figure of the form can be read."""

    FIGURE = "figure"
    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    MISSING = "missing"
    """There is no cell for it."""
    UNKNOWN = "unknown"
    """The file stops before it."""
    WORDS = "words"
    """Text that is no number."""
    FUSED = "fused"
    """Digits that may be one number or several."""
    UNPLACED = "unplaced"
    """Its row has fewer or more cells than the form, so that none can be said to be its own."""

    @property
    def published(self) -> str:
        """The state as `disclint extract` gives it."""
        if self in {State.WORDS, State.FUSED, State.UNPLACED}:
            return "unreadable"
        return self.value


@frozen(kw_only=True, eq=False)
class Figure:
    """One figure of a form as a report fills it."""

    slot: Slot
    state: State
    text: str
    """The cell as written; for an unplaced figure, all cells of the row."""
    quantity: Quantity | None
    """What the cell says, where it says a number."""
    span: Span
    """Where the cell stands, or the row's label where there is none."""
    head_unit: str = ""
    """The unit in the column's head, the writer's own before the form's."""
    settled_by: frozenset[str] = frozenset()
    """The relations, by id, that have told where the figure begins and ends in digits that run
    together; they cannot tell whether it is right as well."""
    value: Decimal | None = field(init=False)
    """What the cell says, money as written, unless it is in no unit of its kind."""
    amount: Decimal | None = field(init=False)
    """The value, if it is one that a figure of its kind can be: what sums are made of."""

    @value.default
    def _read_value(self) -> Decimal | None:
        quantity = self.quantity
        if quantity is None:
            return None
        if quantity.unit and self.slot.column.kind is not Kind.MONEY:
            return quantity.value if quantity.unit in COUNTERS else None
        return quantity.value

    @amount.default
    def _reckon(self) -> Decimal | None:
        value = self.value
        if value is None or not is_possible(self.slot.column.kind, value):
            return None
        return value

    @property
    def is_in_one_piece(self) -> bool:
        """Whether its text stands in the file letter by letter as it is read."""
        return self.span.end - self.span.start == len(self.text)

    @property
    def name(self) -> Wording:
        """The figure's name as a person would say it."""
        return self.slot.name


class Misfit(StrEnum):
    """How the cells of a row differ in number from the form."""

    FEWER = "fewer"
    MORE = "more"
    FUSED = "fused"
    """Fewer, but where cells have no borders, so that figures may have run together."""


@frozen(kw_only=True)
class BoundRow:
    """A row of a form as a report fills it."""

    form: Form
    block: FormBlock
    row: Named
    span: Span
    figures: tuple[Figure, ...]
    cells: tuple[Cell, ...]
    """The cells that there are for the figures."""
    misfit: Misfit | None = None
    shift: int | None = None
    """The cell, from 0, from which on the others are moved to the right, where that is certain."""


@frozen(kw_only=True)
class Misworded:
    """A label that is not as the form has it."""

    cell: Cell
    form: Form
    expected: str


@frozen(kw_only=True)
class UnknownRow:
    """A row with figures under a label that the form does not have."""

    form: Form
    label: str
    span: Span
    again: bool = False
    """Whether it is a row of the form that is there already."""


@frozen(kw_only=True)
class BoundTable:
    """A table of a report matched to a form."""

    form: Form
    tables: tuple[Table, ...]
    """The document's tables that it stands in: more than one where a page breaks it."""
    span: Span
    rows: tuple[BoundRow, ...]
    unknown_rows: tuple[UnknownRow, ...]
    misworded: tuple[Misworded, ...]
    missing_rows: tuple[tuple[Named, FormBlock, Span], ...]
    """Rows that are not there, each with the place after which it should stand."""
    is_cut: bool = False
    """Whether the file stops in it, so that its other rows are unknown."""

    def figures(self) -> Iterator[Figure]:
        """Yield the figures row by row."""
        for row in self.rows:
            yield from row.figures


@frozen(kw_only=True)
class BoundSection:
    """A section of the report matched to the outline."""

    official: OutlineSection
    section: Section
    number: str
    """The number as written, `三、`, or nothing."""

    @property
    def is_numbered_rightly(self) -> bool:
        """Whether it bears its official number."""
        return self.number == f"{self.official.number}、"


class Level(StrEnum):
    """The level of the body that reports, where its name tells."""

    TOWNSHIP = "township"
    COUNTY = "county"


class BodyKind(StrEnum):
    """What sort of body reports, where its name tells."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    """Of a county or above."""
    TOWNSHIP = "township"
    """A township or a subdistrict."""


@frozen(kw_only=True)
class Identity:
    """Who reports on which year, as far as the title tells, or the period of the figures."""

    title: str
    body: str
    """The name of the body in normal form, or nothing."""
    year: int | None
    level: Level | None
    kind: BodyKind | None
    title_lines: tuple[Paragraph, ...] = field(default=(), eq=False)
    """The lines that the title stands in, without that of the body above it."""


@frozen(kw_only=True)
class BoundReport:
    """A report as its forms mean it."""

    report: Report
    genre: str = ""
    """The kind of report, by its id."""
    identity: Identity
    outline: tuple[OutlineSection, ...]
    sections: tuple[BoundSection, ...]
    passages: tuple[Passage, ...]
    """The prose, and the headings."""
    dates: Dates
    tables: tuple[BoundTable, ...]
    unread: frozenset[int]
    """The numbers of official tables whose words are there, but in no layout that is known."""
    cut: Span | None
    """The last text of a file that stops half-way; nothing past it is missing, only unknown."""

    @property
    def is_report(self) -> bool:
        """Whether there is anything official in the file: a table, or two sections at least."""
        return bool(self.tables) or len(self.sections) > 1

    @property
    def section_spans(self) -> Iterator[tuple[str, Span]]:
        """The official number of each section, and where it stands."""
        return ((one.official.number, one.section.span) for one in self.sections)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures table by table."""
        for table in self.tables:
            yield from table.figures()
