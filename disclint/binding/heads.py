"""The words of a table's heads set against those of the form."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from disclint import spelling
from disclint.binding.alignment import Alignment
from disclint.binding.bound import Misworded
from disclint.binding.columns import ColumnHeads, read_columns
from disclint.binding.entries import Entry
from disclint.binding.lexicon import CLOSE, is_spelt, lexicon, likeness
from disclint.forms import Form, FormBlock, Named
from disclint.nodes import Cell

_AFTER_NOTE = re.compile(r"(?<=[)）])(?=[^\s)）])")
"""Where the note over the rows ends that the head below it touches in a narrow column."""


@frozen
class Heads:
    """What the words of a table say about its form."""

    matched: int
    """How many words of the form's heads are there, to the letter."""
    misworded: tuple[Misworded, ...]
    columns: Mapping[FormBlock, ColumnHeads]


def read_heads(alignment: Alignment) -> Heads:
    """Return how the words above and beside the figures agree with the form."""
    form = alignment.form
    matched = 0
    misworded: list[Misworded] = []
    columns: dict[FormBlock, ColumnHeads] = {}
    for block, group in _by_block(alignment.entries, form):
        words = [cell for entry in group for cell in entry.above]
        count, wrong = _compare(words, block, form)
        matched += count
        misworded += (one for one in wrong if not (alignment.is_torn and _is_piece(one, form)))
        misworded += _misworded_rows(group, form, is_torn=alignment.is_torn)
        columns[block] = read_columns(words, block)
        for cell, due in columns[block].misplaced:
            misworded.append(Misworded(cell=cell, form=form, expected=due))
    return Heads(matched, tuple(misworded), columns)


def _by_block(entries: Sequence[Entry], form: Form) -> Iterator[tuple[FormBlock, list[Entry]]]:
    """Yield each block of the form with its entries; the words between two belong to the next."""
    pending: list[Entry] = []
    groups: dict[int, list[Entry]] = {index: [] for index in range(len(form.blocks))}
    current = 0
    for entry in entries:
        if entry.key is None:
            pending.append(entry)
            continue
        current = form.blocks.index(entry.key.block)
        groups[current] += [*pending, entry]
        pending = []
    groups[current] += pending
    for index, group in groups.items():
        if group:
            yield form.blocks[index], group


def _compare(words: Iterable[Cell], block: FormBlock, form: Form) -> tuple[int, list[Misworded]]:
    """Return how many words of `block`'s head are in `words`, and which are there misspelt.

    A word that comes again, as on a new page, is none the form lacks; but one that comes again in
    the place of another that is close to it and is not there is that other one, misspelt.
    """
    spellings = _spellings(block)
    unseen = Counter(block.words())
    left: list[Cell] = []
    for cell in words:
        word = next((word for word in unseen if is_spelt(cell.text, spellings[word])), None)
        if word is None or not unseen[word]:
            if not lexicon(form).row(cell.text):  # the label of a row is no head misspelt
                left.append(cell)
        else:
            unseen[word] -= 1
    matched = block_size(block) - unseen.total()
    misworded = []
    for cell in left:
        rest = [word for word, count in unseen.items() if count]
        scores = [(likeness(cell.text, spellings[word]), word) for word in rest]
        score, word = max(scores, default=(0.0, ""))
        if score >= CLOSE:
            unseen[word] -= 1
            misworded.append(Misworded(cell=cell, form=form, expected=word))
    return matched, misworded


def _is_piece(label: Misworded, form: Form) -> bool:
    """Whether a label is the official one as far as it goes, or pieces of others side by side."""
    words = lexicon(form)
    text = label.cell.text
    if spelling.label(text).text in spelling.label(label.expected).text or words.is_fragment(text):
        return True
    side_by_side = _AFTER_NOTE.sub(" ", text).split()
    return len(side_by_side) > 1 and all(
        words.knows(one) or words.is_fragment(one) for one in side_by_side
    )


def block_size(block: FormBlock) -> int:
    """Return how many words the head of `block` has."""
    return sum(1 for _ in block.words())


def _spellings(block: FormBlock) -> dict[str, tuple[str, ...]]:
    result = {word: (word,) for word in block.words()}
    return result | {column.label: tuple(column.spellings()) for column in block.columns}


def _misworded_rows(entries: Iterable[Entry], form: Form, *, is_torn: bool) -> Iterator[Misworded]:
    for entry in entries:
        if not (entry.key and entry.key.row.label) or (entry.is_torn and not entry.label):
            continue
        if is_torn and entry.label and not _is_much_like(entry.label, entry.key.row):
            continue
        if not _is_row_label(entry.label, entry.key.row):
            cell = entry.label or Cell(text="", span=entry.span)
            yield Misworded(cell=cell, form=form, expected=entry.key.row.label)


def _is_much_like(cell: Cell, row: Named) -> bool:
    """Whether a label is that of the row misspelt, and no piece of it that a converter left."""
    number = spelling.label(row.label).number
    same = bool(number) and spelling.label(cell.text).number == number
    return same and likeness(cell.text, row.spellings()) >= CLOSE


def _is_row_label(cell: Cell | None, row: Named) -> bool:
    if cell is None:
        return False
    return spelling.label(cell.text) == spelling.label(row.label) or is_spelt(
        cell.text, row.spellings()
    )
