"""Figures that stand apart from their labels, given back to their rows by order and number.

A converter that takes the text out of a page prints a label over several lines, above or below its
figures, or all figures of a column in one go. What it keeps is the order. So figures without a
label are read where there are exactly as many as the rows left in their place have cells, and the
labels of these rows stand loose in the text.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import evolve, frozen

from disclint import spelling
from disclint.binding.entries import Entry
from disclint.binding.lexicon import CLOSE, RowKey, lexicon, likeness
from disclint.binding.order import are_sums_kept, is_in_order
from disclint.forms import Form
from disclint.nodes import Cell
from disclint.parsing import Unread, read_quantity

_LEAST_COVERED = 0.6
"""How much of a label stands in the loose words at least, by pairs of characters: vertical words
are printed in between."""


@frozen
class _Gap:
    """Entries that follow each other, none with a row of its own, and the rows left for them."""

    entries: Sequence[Entry]
    rows: Sequence[RowKey]

    @property
    def values(self) -> list[Cell]:
        return list(chain.from_iterable(entry.values for entry in self.entries))

    @property
    def fits(self) -> bool:
        """Whether there are as many figures as cells, and no entry begins within a row.

        A single row may be broken by a word of its head that the converter prints in its midst.
        """
        widths = [len(key.block.columns) for key in self.rows]
        if len(self.values) != sum(widths) or not all(map(_is_one_figure, self.values)):
            return False
        if len(widths) == 1:
            return is_in_order(self.values) or are_sums_kept(self.values, self.rows[0].block)
        starts = {sum(widths[:count]) for count in range(len(widths) + 1)}
        begun = [0]
        for entry in self.entries:
            begun.append(begun[-1] + len(entry.values))
        return starts.issuperset(begun)

    def mended(self, words: Sequence[Cell]) -> Iterator[Entry]:
        """Yield an entry for each row; one of `words` may be its label misspelt."""
        values = self.values
        above = tuple(chain.from_iterable(_words(entry) for entry in self.entries))
        for key in self.rows:
            own, values = values[: len(key.block.columns)], values[len(key.block.columns) :]
            yield Entry(
                above=above,
                label=_misspelt(key, words),
                values=tuple(own),
                span=own[0].span | own[-1].span,
                key=key,
                is_torn=True,
            )
            above = ()

    def labelled_above(self, form: Form) -> Iterator[Entry]:
        """Yield the entries if each stands right under the one label of a row, and none is over."""
        keys = [
            [key for cell in _words(entry) if (key := lexicon(form).row(cell.text)) in self.rows]
            for entry in self.entries
        ]
        counts = [1 if entry.values else 0 for entry in self.entries]
        if [len(found) for found in keys] == counts:
            for entry, found in zip(self.entries, keys, strict=True):
                yield evolve(entry, key=found[0], is_torn=True) if found else entry


def mend(entries: Sequence[Entry], form: Form, words: str) -> list[Entry]:
    """Return `entries` with the figures that have no label given to their rows.

    `words`, in normal form, is what stands around the table. Where the labels that stand beside
    figures leave the others no place, all figures may still be as many as the form has.
    """
    if not any(map(_lacks_label, entries)):
        return list(entries)
    loose = list(_loosened(entries))
    cells = [cell for entry in loose for cell in _words(entry)]
    text = words + "".join(spelling.normal(cell.text) for cell in cells)
    rows = lexicon(form).rows
    whole = _Gap(loose, rows)
    mended: list[Entry] = []
    for gap in _gaps(loose, rows):
        if isinstance(gap, Entry):
            mended.append(gap)
        elif _is_certain(gap, text):
            mended += gap.mended(cells)
        elif labelled := list(gap.labelled_above(form)):
            mended += labelled
        else:
            return list(whole.mended(cells)) if _is_certain(whole, text) else list(entries)
    return mended


def _lacks_label(entry: Entry) -> bool:
    """Whether there are figures without a label: all of an entry's, or those of several rows."""
    if not entry.key:
        return bool(entry.values) and entry.label is None
    width = len(entry.key.block.columns)
    return len(entry.values) > width and len(entry.values) % width == 0


def _is_one_figure(cell: Cell) -> bool:
    """Whether a cell counts as one: digits that run together may be two."""
    return read_quantity(cell.text) not in (Unread.FUSED, Unread.WORDS)


def _is_certain(gap: _Gap, text: str) -> bool:
    return gap.fits and all(_is_covered(key.row.label, text) for key in gap.rows)


def _loosened(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries, a label being a loose word where no figures or several rows follow it."""
    pending: tuple[Cell, ...] = ()
    for entry in entries:
        if entry.values and (entry.key or entry.label) and not _lacks_label(entry):
            yield evolve(entry, above=(*pending, *entry.above))
            pending = ()
        elif entry.values:
            yield evolve(entry, above=(*pending, *_words(entry)), label=None, key=None)
            pending = ()
        else:
            pending += _words(entry)
    if pending:
        span = pending[0].span | pending[-1].span
        yield Entry(above=pending, label=None, values=(), span=span)


def _gaps(entries: Sequence[Entry], rows: Sequence[RowKey]) -> Iterator[_Gap | Entry]:
    """Yield the entries that know their row, and between them gaps with the rows left there."""
    order = {key: place for place, key in enumerate(rows)}
    run: list[Entry] = []
    first = 0
    for entry in entries:
        if entry.key is None and not (entry.label and entry.values):
            run.append(entry)
            continue
        place = order[entry.key] if entry.key else first
        if any(one.values for one in run):
            yield _Gap(tuple(run), rows[first:place])
        else:
            yield from run
        run = []
        yield entry
        first = place + 1 if entry.key else first
    if any(one.values for one in run):
        yield _Gap(tuple(run), rows[first:])
    else:
        yield from run


def _words(entry: Entry) -> tuple[Cell, ...]:
    return (*entry.above, entry.label) if entry.label else entry.above


def _is_covered(label: str, text: str) -> bool:
    """Whether most of `label` stands in `text`, be it in pieces."""
    plain = spelling.label(label).text
    pairs = [plain[index : index + 2] for index in range(len(plain) - 1)]
    return sum(pair in text for pair in pairs) >= _LEAST_COVERED * len(pairs)


def _misspelt(key: RowKey, words: Sequence[Cell]) -> Cell | None:
    """Return the one of `words` that bears the number of the row, and nearly its label."""
    official = spelling.label(key.row.label)
    close = [
        cell
        for cell in words
        if spelling.label(cell.text).number == official.number
        and CLOSE <= likeness(cell.text, key.row.spellings()) < 1
        and spelling.label(cell.text).text not in official.text
    ]
    return close[0] if official.number and len(close) == 1 else None
