"""Rows of a document's tables as entries: a label, the cells after it, the words above it."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from disclint import spelling
from disclint.binding.lexicon import Lexicon, RowKey, joined, lexicon, parted
from disclint.forms import Form
from disclint.nodes import Cell, Quantity, Row
from disclint.parsing import Unread, read_quantity
from disclint.source import Span

_NUMBERING = "栏次"
_NO_NUMBER = frozenset({"", _NUMBERING, "行次", "-"})
_LEAST_NUMBERED = 10
"""So many columns at least tell it, where no word does: 1 2 3 may be figures."""


@frozen(kw_only=True)
class Entry:
    """A label with the cells after it, before it is said which row of the form it is."""

    above: tuple[Cell, ...]
    """Words since the last entry: heads, and labels that span rows."""
    label: Cell | None
    values: tuple[Cell, ...]
    span: Span
    key: RowKey | None = None
    """The row of the form, where the label is one of its spellings."""
    tentative: bool = False
    """Whether the label may be a word of the head, as no figure stands after it."""
    is_torn: bool = False
    """Whether the label stands apart from the figures, so that only order and number tell it."""


def entries(rows: Iterable[Row], form: Form, *, is_torn: bool = False) -> Iterator[Entry]:
    """Yield what stands in `rows`, read with the labels of `form`, and last the words left.

    Where labels may be torn from their figures, a piece of a label is none.
    """
    words = lexicon(form)
    above: list[Cell] = []
    for row in rows:
        if is_numbering(row, form):
            continue
        cells = joined(list(parted(row.cells, form) if is_torn else row.cells), form)
        starts = [index for index, cell in enumerate(cells) if words.row(cell.text)]
        if not starts:
            entry = _unlabelled(cells, above, words, row.span)
            if entry and is_torn:
                entry = _without_fragment(entry, words)
            if entry is None:
                above.extend(cell for cell in cells if cell.text)
            else:
                yield entry
                above = []
            continue
        above.extend(cell for cell in cells[: starts[0]] if cell.text)
        for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
            values, rest = _split(cells[start + 1 : end], last=end == len(cells))
            label = cells[start]
            yield Entry(
                above=tuple(joined(above, form)),
                label=label,
                values=tuple(values),
                span=label.span | values[-1].span if values else label.span,
                key=words.row(label.text),
            )
            above = list(rest)
    if above:
        span = above[0].span | above[-1].span
        yield Entry(above=tuple(joined(above, form)), label=None, values=(), span=span)


def is_numbering(row: Row, form: Form) -> bool:
    """Whether a row numbers the columns, as forms of accounts do: 栏次, 1, 2, 3."""
    texts = [cell.text for cell in row.cells if spelling.normal(cell.text) not in _NO_NUMBER]
    widest = max(len(block.columns) for block in form.blocks)
    counted = [str(number) for number in range(1, len(texts) + 1)]
    is_named = any(spelling.normal(cell.text) == _NUMBERING for cell in row.cells)
    return texts == counted and (is_named or len(texts) >= max(widest, _LEAST_NUMBERED))


def _without_fragment(entry: Entry, words: Lexicon) -> Entry | None:
    """Return `entry` without its label if that is but a piece of one, or nothing if that is all."""
    label = entry.label
    if label is None or not words.is_fragment(label.text):
        return entry
    if not entry.values:
        return None
    return evolve(entry, above=(*entry.above, label), label=None)


def _split(cells: Sequence[Cell], *, last: bool) -> tuple[Sequence[Cell], list[Cell]]:
    """Return the cells that belong to a label, and the words that lead to the next one."""
    if last:
        return cells, []
    count = next((i for i, cell in enumerate(cells) if _is_words(cell)), len(cells))
    return cells[:count], [cell for cell in cells[count:] if cell.text]


def _unlabelled(
    cells: Sequence[Cell], above: Sequence[Cell], words: Lexicon, span: Span
) -> Entry | None:
    """Return the entry of a row in which no label is known, or nothing for a row of the head."""
    first = next((i for i, cell in enumerate(cells) if _is_value(cell)), None)
    tentative = first is None
    if first is None:
        first = 1 + max((i for i, cell in enumerate(cells) if cell.text), default=-1)
    texts = [cell for cell in cells[:first] if cell.text]
    if tentative and (first == len(cells) or (texts and words.knows(texts[-1].text))):
        return None
    label = texts.pop() if texts and not words.knows(texts[-1].text) else None
    if _is_all_figures(cells, words.form, texts):
        first, label = 0, None
    return Entry(
        above=tuple(joined([*above, *texts], words.form)),
        label=label,
        values=tuple(cells[first:]),
        span=span,
        tentative=tentative,
    )


def _is_all_figures(cells: Sequence[Cell], form: Form, texts: Sequence[Cell]) -> bool:
    """Whether a row of a form without labels has no label of the writer's own either."""
    width = max(len(block.columns) for block in form.blocks)
    return not form.label_columns and not texts and len(cells) <= width


def _is_value(cell: Cell) -> bool:
    """Whether a cell holds what stands in the place of a figure, a blank apart."""
    reading = read_quantity(cell.text)
    return isinstance(reading, Quantity) or reading in (Unread.PLACEHOLDER, Unread.FUSED)


def _is_words(cell: Cell) -> bool:
    return read_quantity(cell.text) is Unread.WORDS
