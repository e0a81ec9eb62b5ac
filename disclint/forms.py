"""Official forms: named rows and columns, what their cells count, and how they hang together."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from disclint import spelling
from disclint.wording import Wording

_EXPLANATION = re.compile(r"（[^（）]{4,}）")


class Kind(StrEnum):
    """What a figure is."""

    COUNT = "count"
    """A whole number, never below zero."""
    CHANGE = "change"
    """A whole number with or without a sign."""
    MONEY = "money"
    """An amount of money, fractions allowed."""


class Compare(StrEnum):
    """How the two sides of a relation stand to each other."""

    EQUALS = "equals"
    AT_LEAST = "at-least"
    ONLY_WITH = "only-with"
    """Both sides are zero or neither is."""


class Over(StrEnum):
    """Where a relation holds: in each row, among columns; in each column, among rows; or cell."""

    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    """In each cell, between this report and others."""


class Scope(StrEnum):
    """Whose figures a relation asks for."""

    HERE = "here"
    LAST_YEAR = "last-year"
    """Those of the same body's report on the year before."""
    BODIES = "bodies"
    """Those of all bodies under a government, taken together."""


def is_possible(kind: Kind, amount: Decimal) -> bool:
    """Whether a figure of `kind` can be `amount`."""
    if kind is Kind.MONEY:
        return True
    return amount == amount.to_integral_value() and (kind is Kind.CHANGE or amount >= 0)


@frozen(kw_only=True, eq=False)
class Named:
    """A row or a column: a stable id, the official label, the spellings that mean the same."""

    id: str
    label: str
    variants: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    """The labels that span it, the widest first."""

    @property
    def brief(self) -> str:
        """The official label without its explanation in brackets."""
        return _EXPLANATION.sub("", self.label)

    @property
    def full(self) -> str:
        """The official label with the nearest one that spans it."""
        return " · ".join((*self.under[-1:], self.label))

    @property
    def shown(self) -> str:
        """The same as a person would say it, without the form's explanations in brackets."""
        return _EXPLANATION.sub("", self.full)

    def spellings(self) -> Iterator[str]:
        """Yield the official label, then its variants."""
        yield self.label
        yield from self.variants


@frozen(kw_only=True, eq=False)
class Column(Named):
    """A column of figures."""

    kind: Kind = Kind.COUNT
    unit: str = ""
    """The unit that the form prints in the column's head."""


@frozen
class Operand:
    """A column (over rows) or a row (over columns) by its id, or the cell itself (over cells)."""

    scope: Scope
    id: str


@frozen(kw_only=True, eq=False)
class Relation:
    """A sum of cells against a sum of cells, in each row, column or cell of a block."""

    id: str
    name: str
    over: Over
    sum: tuple[Operand, ...]
    compare: Compare
    against: tuple[Operand, ...]
    """What the sum is compared with; none stands for zero."""
    within: frozenset[str] = frozenset()
    """The columns (over columns) or rows (over rows) that it holds in, by id, where not in all."""

    @property
    def operands(self) -> tuple[Operand, ...]:
        """The operands of both sides."""
        return self.sum + self.against

    @property
    def scopes(self) -> set[Scope]:
        """Whose figures it asks for."""
        return {operand.scope for operand in self.operands}

    @property
    def is_across(self) -> bool:
        """Whether it asks for figures of other reports."""
        return self.scopes != {Scope.HERE}


@frozen(kw_only=True, eq=False)
class FormBlock:
    """A part of a form with a head of its own."""

    title: str
    headers: tuple[str, ...]
    """Further words of the head, which name no column."""
    columns: tuple[Column, ...]
    rows: tuple[Named, ...]
    relations: tuple[Relation, ...]

    def equalities(self, over: Over) -> Iterator[Relation]:
        """Yield the relations that make sums of one report equal in all its rows, or columns."""
        for relation in self.relations:
            is_equality = relation.over is over and relation.compare is Compare.EQUALS
            is_of_all = not relation.within and relation.scopes == {Scope.HERE}
            if is_equality and is_of_all:
                yield relation

    def words(self) -> Iterator[str]:
        """Yield every word of the head, each as often as the form prints it."""
        if self.title:
            yield self.title
        yield from self.headers
        seen: list[tuple[str, ...]] = []
        for named in (*self.columns, *self.rows):
            for depth in range(1, len(named.under) + 1):
                if named.under[:depth] not in seen:
                    seen.append(named.under[:depth])
                    yield named.under[depth - 1]
        for column in self.columns:
            yield column.label


@frozen(kw_only=True, eq=False)
class Form:
    """One official table in one edition."""

    id: str
    name: Wording
    table: int
    edition: str
    first_year: int
    last_year: int | None
    label_columns: int
    """How many columns the labels of a row take."""
    blocks: tuple[FormBlock, ...]
    labels: frozenset[str] = field(init=False, eq=False, repr=False)
    """Every word of the form in normal form."""

    @labels.default
    def _collect_labels(self) -> frozenset[str]:
        return frozenset(
            spelling.label(word).text for block in self.blocks for word in _all_words(block)
        ) - {""}

    @property
    def items(self) -> Iterator[str]:
        """Yield the labels that bear an Arabic item number, with it, in normal form."""
        for block in self.blocks:
            for label in map(spelling.label, _all_words(block)):
                if label.number[:1].isdigit():
                    yield label.full

    def applies_to(self, year: int) -> bool:
        """Whether reports on `year` are made on this form."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


def _all_words(block: FormBlock) -> Iterator[str]:
    yield from block.words()
    for named in (*block.columns, *block.rows):
        yield from named.spellings()


@frozen(kw_only=True, eq=False)
class OutlineSection:
    """One of the official sections, and the table that is due in it."""

    number: str
    label: str
    variants: tuple[str, ...] = ()
    table: int | None = None

    @property
    def shown(self) -> str:
        """The heading as it should stand."""
        return f"{self.number}、{self.label}"


@frozen(eq=False)
class Slot:
    """The place of one figure in a form."""

    form: Form
    block: FormBlock
    row: Named
    column: Column

    @property
    def id(self) -> str:
        """The stable name of the figure: `requests-2021.received.person`."""
        return f"{self.form.id}.{self.row.id}.{self.column.id}"

    @property
    def name(self) -> Wording:
        """The figure's name as a person would say it."""
        return path_name(self.form, self.row_name, self._column_name)

    @property
    def _column_name(self) -> str:
        """The column with the nearest label that spans it; with all, if another is called so."""
        shown = self.column.shown
        if sum(column.shown == shown for column in self.block.columns) == 1:
            return shown
        return " · ".join((*self.column.under, self.column.brief))

    @property
    def row_name(self) -> str:
        """The block's title and the row, as far as they have a name."""
        return " · ".join(filter(None, (self.block.title, self.row.shown)))


def path_name(form: Form, *parts: str) -> Wording:
    """Return the name of a part of `form`: 表三 · （三）不予公开 · 1.属于国家秘密."""
    rest = "".join(f" · {part}" for part in parts if part)
    return Wording(form.name.zh + rest, form.name.en + rest)
