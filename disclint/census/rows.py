"""The rows of the three tables; `docs/census.md` tells users what each column holds."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import define, field, fields, frozen

DIGITS = 28
DECIMALS = 6
"""So many digits may a value have, and so many of them after the point."""

Columns = dict[str, list[Any]]
"""A table: the values of each column, by its name."""


@frozen(kw_only=True)
class FigureRow:
    """One figure of an official form, as a report fills it."""

    file: str
    line: int | None
    """Nothing where it stands in a document without lines, or nowhere."""
    part: str
    """Where it stands in such a document, in Chinese."""
    report: int
    """Which report of the file, from 1."""
    body: str | None
    region: str | None
    year: int | None
    edition: str
    form: str
    table: int
    row_id: str
    row: str
    column_id: str
    column: str
    text: str
    """As written, on one line."""
    value: Decimal | None
    unit: str
    state: str


@frozen(kw_only=True)
class FindingRow:
    """One finding."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    part: str
    code: str
    name: str
    severity: str
    subject_kind: str | None
    """`figure`, `row`, `table` or `section`."""
    subject: str | None
    """The id of what it is about."""
    text: str
    message_zh: str
    message_en: str
    is_fixable: bool
    """Whether `--fix` mends it."""
    suppressed_by: str | None
    suppressed_reason: str | None


@frozen(kw_only=True)
class FileRow:
    """One file: what it is, and how much of it was checked."""

    file: str
    digest: str
    """Of its bytes; nothing where they could not be had, or a rule failed: it is done again."""
    size: int
    is_read: bool
    kind: str | None
    """The kind of report that it holds."""
    reports: int
    title: str | None
    body: str | None
    body_kind: str | None
    region: str | None
    year: int | None
    figures: int
    """The figures that have a value."""
    errors: int
    warnings: int
    remarks: int
    suppressed: int
    relations_held: int
    relations_broken: int
    relations_undecided: int
    relations_not_applicable: int
    rules_held: int
    rules_broken: int
    rules_undecided: int
    rules_not_applicable: int
    version: str
    """Of disclint."""
    made_with: str
    """A digest of all that decides what comes out: program, rules, plugins, configuration."""


Row = FigureRow | FindingRow | FileRow

KINDS: dict[str, type[Row]] = {"figures": FigureRow, "findings": FindingRow, "files": FileRow}
"""The class of the rows of each table, by its name."""


@define
class Tables:
    """The three tables of some files; they can be pickled, and put together by adding lists."""

    figures: list[FigureRow] = field(factory=list)
    findings: list[FindingRow] = field(factory=list)
    files: list[FileRow] = field(factory=list)

    def columns(self, table: str) -> Columns:
        """Return one of the tables column by column, as pandas, polars and Arrow take it."""
        rows: Sequence[Row] = getattr(self, table)
        return columns_of(KINDS[table], rows)

    def extend(self, other: "Tables") -> None:
        """Put the rows of `other` after those that are there."""
        self.figures += other.figures
        self.findings += other.findings
        self.files += other.files


def columns_of(kind: type[Row], rows: Iterable[Row]) -> Columns:
    """Return `rows`, which are of one `kind`, column by column."""
    columns: Columns = {attribute.name: [] for attribute in fields(kind)}
    appends = [(name, values.append) for name, values in columns.items()]
    for row in rows:
        for name, append in appends:
            append(getattr(row, name))
    return columns
