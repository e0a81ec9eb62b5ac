"""What the words over the figures say of the columns: their order, and their units."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from disclint import spelling
from disclint.forms import Column, FormBlock, Kind
from disclint.nodes import Cell

_UNIT = re.compile(r"\((?:单位:)?([百千万亿]{0,2}元)\)|^单位:([百千万亿]{0,2}元)$")


@frozen
class ColumnHeads:
    """The columns of one block as the writer has headed them."""

    misplaced: tuple[tuple[Cell, str], ...] = ()
    """Heads that stand in each other's place, each with the label that is due there."""
    unplaced: frozenset[str] = frozenset()
    """The columns, by id, of whose figures none can say whose they are."""
    units: Mapping[str, str] = field(factory=dict)
    """The units that the writer has put into the heads of amounts, by column."""


def read_columns(words: Sequence[Cell], block: FormBlock) -> ColumnHeads:
    """Return what `words`, in the order of the text, say of the columns of `block`."""
    misplaced: list[tuple[Cell, str]] = []
    unplaced: set[str] = set()
    for group in _groups(block):
        wrong = list(_misplaced(words, group))
        if wrong:
            unplaced.update(column.id for column in group)
            misplaced += (pair for pair in wrong if pair not in misplaced)
    return ColumnHeads(tuple(misplaced), frozenset(unplaced), _units(words, block.columns))


def _groups(block: FormBlock) -> Iterator[list[Column]]:
    """Yield the columns that stand side by side under one head."""
    for under in dict.fromkeys(column.under for column in block.columns):
        yield [column for column in block.columns if column.under == under]


def _misplaced(words: Iterable[Cell], group: Sequence[Column]) -> Iterator[tuple[Cell, str]]:
    """Yield the heads of a row of heads that are not in the order of the form."""
    for heads in _rows_of_heads(words, group):
        ranks = [rank for rank, _ in heads]
        if ranks != sorted(ranks):
            due = sorted(ranks)
            for (rank, cell), right in zip(heads, due, strict=True):
                if rank != right:
                    yield cell, group[right].label


def _rows_of_heads(
    words: Iterable[Cell], group: Sequence[Column]
) -> Iterator[list[tuple[int, Cell]]]:
    """Yield the heads that are of `group`, anew where one comes again."""
    ranks = {
        spelling.label(text).text: rank
        for rank, column in enumerate(group)
        for text in column.spellings()
    }
    heads: list[tuple[int, Cell]] = []
    for cell in words:
        label = spelling.label(cell.text)
        rank = ranks.get(label.text, ranks.get(label.core))
        if rank is None:
            continue
        if rank in [seen for seen, _ in heads]:
            yield heads
            heads = []
        heads.append((rank, cell))
    yield heads


def _units(words: Iterable[Cell], columns: Sequence[Column]) -> dict[str, str]:
    """Return the unit in the head of each amount, or that of the whole table."""
    units: dict[str, str] = {}
    amounts = [column for column in columns if column.kind is Kind.MONEY]
    for cell in words if amounts else ():
        text = spelling.normal(cell.text)
        if found := _UNIT.search(text):
            core = spelling.label(cell.text).core
            own = [c for c in amounts if core in {spelling.label(s).core for s in c.spellings()}]
            if own or text == found[0]:
                units |= {column.id: found[1] or found[2] for column in own or amounts}
    return units
