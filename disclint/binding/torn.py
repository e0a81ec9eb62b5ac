"""Figures that stand apart from their labels, given back to their rows by order and number.

A converter that takes the text out of a page prints a label over several lines, above or below its
figures, or all figures of a column in one go. What it keeps is the order. So figures without a
label are read where there are exactly as many as the rows left in their place have cells, and the
labels of these rows stand loose in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from operator import or_

from attrs import evolve, frozen

from disclint import spelling
from disclint.binding.entries import Entry
from disclint.binding.lexicon import CLOSE, RowKey, lexicon, likeness
from disclint.binding.loose import is_covered
from disclint.binding.order import are_sums_kept, is_in_order
from disclint.forms import Form, Over
from disclint.nodes import Cell
from disclint.parsing import Unread, read_quantity


@frozen
class _Gap:
    """Entries that follow each other, none with a row of its own, and the rows left for them."""

    entries: Sequence[Entry]
    rows: Sequence[RowKey]

    @property
    def values(self) -> list[Cell]:
        return list(chain.from_iterable(entry.values for entry in self.entries))

    @property
    def shares(self) -> Iterator[tuple[RowKey, list[Cell]]]:
        """Yield each row with as many of the figures as it has columns."""
        values = iter(self.values)
        for key in self.rows:
            yield key, list(islice(values, len(key.block.columns)))

    @property
    def fits(self) -> bool:
        """Whether there are as many figures as cells, and no entry begins within a row.

        A single row may be broken by a word of its head that the converter prints in its midst.
        """
        widths = [len(key.block.columns) for key in self.rows]
        if len(self.values) != sum(widths) or not all(map(_is_one_figure, self.values)):
            return False
        starts = set(accumulate(widths, initial=0))
        begun = accumulate((len(entry.values) for entry in self.entries), initial=0)
        return (len(widths) == 1 or starts.issuperset(begun)) and self.is_likely

    @property
    def is_likely(self) -> bool:
        """Whether the number is not right by chance: a figure is lost, and another in two pieces.

        Such pieces stand above each other, and the rows between the two places break their sums.
        """
        shares = [(own, are_sums_kept(own, key.block), key.block) for key, own in self.shares]
        kept = [
            is_kept
            for own, is_kept, block in shares
            if any(block.equalities(Over.ROWS)) and any(cell.text != "0" for cell in own)
        ]
        return all(is_kept or is_in_order(own) for own, is_kept, _ in shares) and all(
            map(or_, kept, kept[1:])
        )

    def mended(self, words: Sequence[Cell]) -> Iterator[Entry]:
        """Yield an entry for each row; one of `words` may be its label misspelt."""
        above = tuple(chain.from_iterable(_words(entry) for entry in self.entries))
        for key, own in self.shares:
            yield Entry(
                above=above,
                label=_misspelt(key, words),
                values=tuple(own),
                span=own[0].span | own[-1].span,
                key=key,
                is_torn=True,
            )
            above = ()


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
        else:
            return list(whole.mended(cells)) if _is_certain(whole, text) else list(entries)
    found = list(_in_place(mended, entries, rows))
    return found if len(found) == len(mended) or _are_in_order(found) else list(entries)


def _are_in_order(entries: Iterable[Entry]) -> bool:
    """Whether rows follow each other in the text as they do here: no label is out of its place."""
    starts = [entry.span.start for entry in entries if entry.key]
    return starts == sorted(starts)


def _in_place(
    mended: Iterable[Entry], entries: Iterable[Entry], rows: Sequence[RowKey]
) -> Iterator[Entry]:
    """Yield `mended`, and in their places those of `entries` that have but the label of a row."""
    found = {entry.key for entry in mended}
    blank = {one.key: one for one in entries if one.key not in found and not one.values}
    order = {key: place for place, key in enumerate(rows)}
    pending = [key for key in rows if key in blank]
    for entry in mended:
        while entry.key and pending and order[pending[0]] < order[entry.key]:
            yield evolve(blank[pending.pop(0)], above=())
        yield entry
    yield from (evolve(blank[key], above=()) for key in pending)


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
    return gap.fits and all(is_covered(key.row.label, text) for key in gap.rows)


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
