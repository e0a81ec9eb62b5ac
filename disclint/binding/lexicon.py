"""Labels of the forms, to be looked up by the writer's spelling."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from attrs import evolve, field, frozen

from disclint import spelling
from disclint.forms import Form, FormBlock, Named
from disclint.nodes import Cell
from disclint.parsing import Unread, read_quantity
from disclint.source import Span

CLOSE = 0.7
"""How alike two labels are at least, where one is taken for a misspelling of the other."""

_PIECES = (5, 4, 3, 2)
"""Over how many cells or lines a label may be broken."""
_LEAST_TOGETHER = 2
_SPACES = re.compile(r"\s+")
_GLUED = re.compile(r"(?P<label>[\s\S]*[^\d.,])(?P<figure>\d+)")
_LEAST_PIECE = 4
"""How long a piece of a label is at least, for a digit that touches it to be a figure."""


@frozen
class RowKey:
    """A row of a form, by the block that it stands in."""

    block: FormBlock
    row: Named


@frozen
class Lexicon:
    """The rows and words of one form in normal form."""

    form: Form
    rows: tuple[RowKey, ...] = field(init=False)
    _by_full: dict[str, RowKey] = field(init=False)
    _by_text: dict[str, RowKey] = field(init=False)

    @rows.default
    def _collect_rows(self) -> tuple[RowKey, ...]:
        return tuple(RowKey(block, row) for block in self.form.blocks for row in block.rows)

    @_by_full.default
    def _index_fulls(self) -> dict[str, RowKey]:
        return {
            spelling.label(text).full: key
            for key in self.rows
            for text in key.row.spellings()
            if text
        }

    @_by_text.default
    def _index_texts(self) -> dict[str, RowKey]:
        """Index the rows whose text is no other label's, to be known without their number."""
        words = {
            spelling.label(word).text
            for block in self.form.blocks
            for word in (*block.words(), *(w for c in block.columns for w in c.spellings()))
        }
        keys = defaultdict(set)
        for key in self.rows:
            for text in key.row.spellings():
                label = spelling.label(text)
                keys[label.text].add(key.row.id)
                keys[label.core].add(key.row.id)
        by_id = {key.row.id: key for key in self.rows}
        return {
            text: by_id[next(iter(ids))]
            for text, ids in keys.items()
            if text and len(ids) == 1 and text not in words
        }

    def row(self, text: str) -> RowKey | None:
        """Return the row whose label `text` is, however it is spelt."""
        label = spelling.label(text)
        if not label.text:
            return None
        return (
            self._by_full.get(label.full)
            or self._by_text.get(label.text)
            or (self._by_text.get(label.core) if label.core != label.text else None)
        )

    def knows(self, text: str) -> bool:
        """Whether `text` is any label of the form."""
        label = spelling.label(text)
        return label.text in self.form.labels or label.core in self.form.labels

    def labels_in(self, text: str) -> Iterator[str]:
        """Yield the labels, in normal form, that make up `text` and leave nothing of it."""
        rest = spelling.normal(text)
        found: list[str] = []
        while rest:
            begun = self._by_initial.get(rest[0], ())
            label = next((one for one in begun if rest.startswith(one)), "")
            if not label:
                return
            found.append(label)
            rest = rest.removeprefix(label)
        yield from found

    @cached_property
    def _run_in(self) -> frozenset[str]:
        """The labels with their numbers, and those of the heads."""
        return frozenset(self._by_full) | self.form.labels

    @cached_property
    def _by_initial(self) -> dict[str, list[str]]:
        """The same by their first character, the longest first."""
        ordered = sorted(self._run_in, key=len, reverse=True)
        return {label[0]: [one for one in ordered if one[0] == label[0]] for label in ordered}

    def is_fragment(self, text: str) -> bool:
        """Whether `text` is a piece of some label of the form, and none by itself."""
        piece = spelling.piece(text)
        return not self.knows(text) and any(piece in label for label in self._run_in)


@lru_cache(maxsize=64)
def lexicon(form: Form) -> Lexicon:
    """Return the lexicon of `form`."""
    return Lexicon(form)


def is_spelt(text: str, spellings: Iterable[str]) -> bool:
    """Whether `text` is one of `spellings` beyond spacing, script, brackets and a lost number.

    A bracketed explanation of the writer's own does no harm; one that is nearly the official one
    is a misspelling of it.
    """
    label = spelling.label(text)
    others = [spelling.label(other) for other in spellings]
    for other in others:
        if label.number and other.number and label.number != other.number:
            continue
        if label.text == other.text:
            return True
        if label.core == other.core and not any(_is_near_explanation(label, o) for o in others):
            return True
    return False


def _is_near_explanation(label: spelling.Label, official: spelling.Label) -> bool:
    """Whether both have explanations in brackets, and these are much alike."""
    if label.core == label.text or official.core == official.text:
        return False
    return spelling.closeness(label.text, official.text) >= CLOSE


def likeness(text: str, spellings: Iterable[str]) -> float:
    """Return how close `text` comes to the closest of `spellings`."""
    label = spelling.label(text)
    return max(
        max(spelling.closeness(label.text, other.text), spelling.closeness(label.core, other.core))
        for other in map(spelling.label, spellings)
    )


def parted(cells: Iterable[Cell], form: Form) -> Iterator[Cell]:
    """Yield `cells`, each of the labels that have run together in one as a cell at its place."""
    words = lexicon(form)
    for cell in cells:
        labels = [] if words.knows(cell.text) else list(words.labels_in(cell.text))
        if len(labels) >= _LEAST_TOGETHER:
            yield from (evolve(cell, text=label) for label in labels)
        else:
            yield from _taken_apart(cell, words)


def _taken_apart(cell: Cell, words: Lexicon) -> Iterator[Cell]:
    """Yield a row's label apart from pieces of others before it, and from a figure that touches it.

    A converter that sets columns by spaces leaves but one, or none, where they are narrow.
    """
    borders = () if words.knows(cell.text) else _borders(cell.text, words)
    if not borders:
        yield cell
        return
    for first, last in pairwise((0, *borders, len(cell.text))):
        if part := cell.text[first:last].rstrip():
            start = cell.span.start + first
            yield Cell(text=part, span=Span(start, start + len(part)))


def _borders(text: str, words: Lexicon) -> tuple[int, ...]:
    """Return where in `text` a label begins and ends, or nothing where that is not certain."""
    for start in (0, *(space.end() for space in _SPACES.finditer(text))):
        before = text[:start].split()
        if not all(words.knows(one) or words.is_fragment(one) for one in before):
            continue
        glued = _GLUED.fullmatch(text, start)
        if glued and _is_of_label(glued["label"], words):
            return start, glued.start("figure")
        if start and words.row(text[start:]):
            return start, len(text)
    return ()


def _is_of_label(text: str, words: Lexicon) -> bool:
    return bool(words.row(text)) or (len(text) >= _LEAST_PIECE and words.is_fragment(text))


def joined(cells: Sequence[Cell], form: Form) -> list[Cell]:
    """Return `cells` with labels put together that are broken over several of them."""
    known = lexicon(form).knows
    broken = [not known(cell.text) and read_quantity(cell.text) is Unread.WORDS for cell in cells]
    if len(cells) == 1 or not any(broken):
        return list(cells)
    result: list[Cell] = []
    index = 0
    while index < len(cells):
        count = _pieces(cells, index, known) if broken[index] else 1
        result.append(_merged(cells[index : index + count]))
        index += count
    return result


def _pieces(cells: Sequence[Cell], first: int, known: Callable[[str], bool]) -> int:
    """Return how many cells from `first` on make up one label."""
    for count in _PIECES:
        texts = [cell.text for cell in cells[first : first + count]]
        if all(read_quantity(text) is Unread.WORDS for text in texts) and known("".join(texts)):
            return len(texts)
    return 1


def _merged(parts: Sequence[Cell]) -> Cell:
    if len(parts) == 1:
        return parts[0]
    return Cell(text="\n".join(part.text for part in parts), span=parts[0].span | parts[-1].span)
