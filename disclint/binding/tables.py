"""Tables of a document matched to the forms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from disclint import spelling
from disclint.binding import loose
from disclint.binding.alignment import Alignment, align
from disclint.binding.bound import BoundTable, UnknownRow
from disclint.binding.columns import ColumnHeads
from disclint.binding.covered import find_covered
from disclint.binding.entries import Entry, entries
from disclint.binding.figures import bind_row
from disclint.binding.heads import Heads, read_heads
from disclint.binding.lexicon import lexicon
from disclint.forms import Form, FormBlock, Named
from disclint.nodes import Block, Paragraph, Quantity, Row, Table
from disclint.parsing import read_quantity
from disclint.source import Span

_LEAST_AGAIN = 3
_LONGEST_LINE = 60
_SHORTEST_EVIDENCE = 3
"""How long a word is at least, to tell a table: 其他 may stand in any."""


@frozen
class Part:
    """What stands under one heading, and the official table that is due there."""

    blocks: Sequence[Block]
    due: int | None = None

    def tables(self) -> Iterator[Table]:
        """Yield the tables among the blocks."""
        return (block for block in self.blocks if isinstance(block, Table))


@frozen
class Stretch:
    """Rows that follow each other and belong to one official table."""

    number: int
    rows: list[Row]
    tables: list[Table]
    parts: list[Part]

    @property
    def is_torn(self) -> bool:
        """Whether labels may stand apart from their figures, or be broken over rows."""
        return any(table.is_torn for table in self.tables)

    @property
    def words(self) -> str:
        """The short lines around the tables, in normal form."""
        lines = (
            block.text
            for part in self.parts
            for block in part.blocks
            if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_LINE
        )
        return spelling.normal("".join(lines))

    def is_in(self, part: Part) -> bool:
        """Whether a row of it stands in `part`."""
        return any(part is known for known in self.parts)

    def take(self, row: Row, table: Table, part: Part) -> None:
        """Add a row of `table`, which stands in `part`."""
        self.rows.append(row)
        if not any(table is known for known in self.tables):
            self.tables.append(table)
        if not self.is_in(part):
            self.parts.append(part)


def stretches(parts: Iterable[Part], forms: Sequence[Form]) -> list[Stretch]:
    """Cut the tables in `parts` where the words of another official table begin.

    A table may be broken by a page, and two may stand in one piece. One whose rows come again is
    another table of the same number. One that is but figures, or pieces of labels with them, is
    part of the table that is due where it stands; any other without words of a form is left out,
    and so is one that has rows of a table that stands in its own section.
    """
    numbers = _numbers_by_word(forms)
    known = list(parts)
    result: list[Stretch] = []
    for part in known:
        for table in part.tables():
            evidence = [_evidence(row, numbers) for row in table.rows]
            if not _is_elsewhere(table, evidence, part, known, forms):
                _cut(table, evidence, part, forms, result)
    return result


def _is_elsewhere(
    table: Table,
    evidence: Iterable[int | None],
    part: Part,
    parts: Sequence[Part],
    forms: Sequence[Form],
) -> bool:
    """Whether rows of `table` stand in their own section as well, so that here they are prose.

    In that section too, lines that might be a table give way to one that is.
    """
    found = set(filter(None, evidence))
    if not found or (part.due in found and not table.is_torn):
        return False
    candidates = [form for form in forms if form.table in found]
    home = (
        row
        for other in parts
        if other.due in found
        for one in other.tables()
        if other is not part or not one.is_torn
        for row in one.rows
    )
    return bool(_row_ids(table.rows, candidates) & _row_ids(home, candidates))


def _cut(
    table: Table,
    evidence: Sequence[int | None],
    part: Part,
    forms: Sequence[Form],
    result: list[Stretch],
) -> None:
    """Add the rows of `table`, each with its evidence, to the stretches that they belong to."""
    current = next(filter(None, evidence), None)
    if current is None:
        going_on = [result[-1].number] if result and result[-1].is_in(part) else []
        due = [*filter(None, [part.due]), *going_on]
        current = next((number for number in due if _is_piece(table, number, forms)), None)
    if current is None:
        return
    again = _comes_again(table, current, result, forms)
    for row, number in zip(table.rows, evidence, strict=True):
        current = number or current
        if again or not result or result[-1].number != current:
            result.append(Stretch(current, [], [], []))
            again = False
        result[-1].take(row, table, part)


def _is_piece(table: Table, number: int, forms: Sequence[Form]) -> bool:
    """Whether `table` holds figures, and no words but pieces of labels of the official table."""
    words = [lexicon(form) for form in forms if form.table == number]
    texts = list(filter(None, _texts(table.rows)))
    others = [text for text in texts if not isinstance(read_quantity(text), Quantity)]
    return len(others) < len(texts) and any(
        all(own.knows(text) or own.is_fragment(text) for text in others) for own in words
    )


def _texts(rows: Iterable[Row]) -> Iterator[str]:
    """Yield what the cells of `rows` say."""
    return (cell.text for row in rows for cell in row.cells)


def _comes_again(
    table: Table, number: int, result: Sequence[Stretch], forms: Sequence[Form]
) -> bool:
    """Whether rows of `table`, more than slip in twice, are in the last stretch already."""
    if not result or result[-1].number != number:
        return False
    candidates = [form for form in forms if form.table == number]
    there = _row_ids(result[-1].rows, candidates)
    return len(there & _row_ids(table.rows, candidates)) >= _LEAST_AGAIN


def _row_ids(rows: Iterable[Row], forms: Iterable[Form]) -> set[str]:
    """Return the ids of the forms' rows whose labels are in `rows`."""
    found = set()
    for form in forms:
        for cell in (cell for row in rows for cell in row.cells):
            if key := lexicon(form).row(cell.text):
                found.add(key.row.id)
    return found


def bind_table(stretch: Stretch, forms: Sequence[Form], year: int | None) -> BoundTable:
    """Return the table that `stretch` holds, on the form that its words fit best."""
    candidates = [form for form in forms if form.table == stretch.number]
    readings = [_Reading.of(stretch, form) for form in candidates]

    def rank(one: _Reading) -> tuple[bool, int, bool, int]:
        by_chance = one.is_by_chance(stretch, candidates)
        return not by_chance, one.fit, one.is_of(year), one.newest

    return max(readings, key=rank).table(stretch)


@frozen
class _Reading:
    """A stretch read as one form."""

    alignment: Alignment
    heads: Heads

    @classmethod
    def of(cls, stretch: Stretch, form: Form) -> "_Reading":
        is_torn = stretch.is_torn
        found = list(entries(stretch.rows, form, is_torn=is_torn))
        alignment = align(found, form, is_torn=is_torn, words=stretch.words)
        return cls(alignment, read_heads(alignment))

    @property
    def fit(self) -> int:
        """How many words and rows of the form are there, less those that are strange to it."""
        known = sum(1 for entry in self.alignment.entries if entry.key)
        strange = sum(1 for entry in self.alignment.entries if entry.key is None and entry.values)
        return known + self.heads.matched - strange - len(self.heads.misworded)

    def is_by_chance(self, stretch: Stretch, others: Iterable[Form]) -> bool:
        """Whether figures are read by their number, but labels there are those of another form.

        A longer form that has blank rows may have just as many figures.
        """
        if not any(entry.is_torn for entry in self.alignment.entries):
            return False
        text = stretch.words + spelling.normal("".join(_texts(stretch.rows)))
        return any(loose.is_of(other, self.alignment.form, text) for other in others)

    def is_of(self, year: int | None) -> bool:
        return year is not None and self.alignment.form.applies_to(year)

    @property
    def newest(self) -> int:
        return self.alignment.form.first_year

    def table(self, stretch: Stretch) -> BoundTable:
        form = self.alignment.form
        span = stretch.rows[0].span | stretch.rows[-1].span
        covered = find_covered(form, stretch.rows, self.alignment.entries)
        return BoundTable(
            form=form,
            tables=tuple(stretch.tables),
            span=span,
            rows=tuple(
                bind_row(
                    covered,
                    entry.key,
                    entry.values,
                    _label_span(entry),
                    self.heads.columns.get(entry.key.block, ColumnHeads()),
                )
                for entry in self.alignment.entries
                if entry.key
            ),
            unknown_rows=tuple(_unknown(self.alignment.entries, form)),
            misworded=self.heads.misworded,
            missing_rows=tuple(self._missing(span)),
        )

    def _missing(self, table: Span) -> Iterator[tuple[Named, FormBlock, Span]]:
        for key, after in self.alignment.missing():
            top = Span(table.start, table.start)
            yield key.row, key.block, self.alignment.entries[after].span if after >= 0 else top


def _label_span(entry: Entry) -> Span:
    if entry.label:
        return entry.label.span
    return Span(entry.span.start, entry.span.start)


def _unknown(entries: Iterable[Entry], form: Form) -> Iterator[UnknownRow]:
    for entry in entries:
        if entry.key is None and entry.values:
            label = entry.label.text if entry.label else ""
            again = lexicon(form).row(label) is not None
            yield UnknownRow(form=form, label=label, span=_label_span(entry), again=again)


def _numbers_by_word(forms: Iterable[Form]) -> Mapping[str, int]:
    """Return the words that are of one official table only, with its number."""
    numbers: dict[str, set[int]] = {}
    for form in forms:
        for word in form.labels:
            if len(word) < _SHORTEST_EVIDENCE:
                continue
            numbers.setdefault(word, set()).add(form.table)
    return {word: next(iter(found)) for word, found in numbers.items() if len(found) == 1}


def _evidence(row: Row, numbers: Mapping[str, int]) -> int | None:
    """Return the number of the official table that the row's words are of, if they are of one."""
    found = set()
    for cell in row.cells:
        label = spelling.label(cell.text)
        number = numbers.get(label.text) or numbers.get(label.core)
        if number:
            found.add(number)
    return found.pop() if len(found) == 1 else None
