"""Whether the order in which the figures of a row are printed is that of its columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, groupby, pairwise
from operator import lt

from disclint import spelling
from disclint.binding.entries import Entry
from disclint.binding.lexicon import lexicon
from disclint.forms import Column, Form, FormBlock, Over, Relation
from disclint.nodes import Cell, Columns, Quantity
from disclint.parsing import Unread, read_quantity


def is_shuffled(entry: Entry, form: Form) -> bool:
    """Whether the figures of a row without a label may well be in another order than its columns.

    A converter that breaks the heads of a table to pieces may print its figures in any order. They
    are believed if they stand on one line, if their sums hold, or if these hold in no order. Where
    it prints figures in between the heads, sums tell too little: two figures may have changed
    places. Then only whole groups are believed, each after its own head.
    """
    if entry.key is None or entry.key.row.label or not entry.values:
        return False
    block = entry.key.block
    is_kept = are_sums_kept(entry.values, block)
    if any(cell.columns for cell in entry.values):
        return not (is_kept or is_in_order(entry.values))
    if not _are_groups_in_order(entry.above, block):
        return True
    is_broken = _is_broken(entry.above, form)
    runs = _runs(entry, block.columns[-1])
    if len(runs) > 1:
        return is_broken or not is_kept or not _are_groups(runs, block)
    return is_broken and not is_kept and _may_be_reordered(entry.values, block)


def is_in_order(values: Sequence[Cell]) -> bool:
    """Whether each figure stands right of those before it, as far as columns are known.

    Where a narrow column breaks a figure in two, its pieces stand above or below each other.
    """
    return all(
        one.columns is None
        or other.columns is None
        or any(map(lt, _ends(one.columns), _starts(other.columns)))
        for one, other in pairwise(values)
    )


def are_sums_kept(values: Sequence[Cell], block: FormBlock) -> bool:
    """Whether `values`, one for each column of `block`, keep the sums of a row, if it has any."""
    sums = list(block.equalities(Over.ROWS))
    amounts = _amounts(values)
    if not sums or amounts is None or len(amounts) != len(block.columns):
        return False
    by_column = dict(zip((column.id for column in block.columns), amounts, strict=True))
    return all(_residual(one, by_column) == 0 for one in sums)


def _are_groups_in_order(heads: Iterable[Cell], block: FormBlock) -> bool:
    """Whether the heads over groups of columns, those that are there, are in the form's order."""
    texts = [spelling.label(cell.text).text for cell in heads]
    groups = dict.fromkeys(column.under[-1] for column in block.columns if column.under)
    labels = [spelling.label(group).text for group in groups]
    places = [texts.index(label) for label in labels if label in texts]
    return places == sorted(places)


def _runs(entry: Entry, last: Column) -> list[int]:
    """Return how many figures follow each other, without a word in between.

    The head of the last column may stand right before its own figure.
    """
    places = {cell.span.start for cell in entry.values}
    words = {cell.span.start: cell.text for cell in entry.above}
    ordered = sorted(words.keys() | places)
    for place in ordered[-2:-1]:
        if words.get(place, "") in last.spellings():
            ordered.remove(place)
    return [len(list(run)) for is_run, run in groupby(ordered, places.__contains__) if is_run]


def _are_groups(runs: Iterable[int], block: FormBlock) -> bool:
    """Whether each of `runs` ends where a group of columns under one head does."""
    sizes = Counter(column.under for column in block.columns)
    return set(accumulate(runs)) <= set(accumulate(sizes.values()))


def _may_be_reordered(values: Sequence[Cell], block: FormBlock) -> bool:
    """Whether `values` might keep the sums of a row in another order: half of all is in totals."""
    amounts = _amounts(values)
    totals = sum(len(relation.against) for relation in block.equalities(Over.ROWS))
    return amounts is None or any(
        2 * sum(chosen) == sum(amounts) for chosen in combinations(amounts, totals)
    )


def _amounts(values: Iterable[Cell]) -> list[Decimal] | None:
    """Return what `values` amount to, a mark for none being 0, unless one of them is unclear."""
    readings = [read_quantity(cell.text) for cell in values]
    amounts = [
        reading.value if isinstance(reading, Quantity) else Decimal(0)
        for reading in readings
        if isinstance(reading, Quantity) or reading is Unread.PLACEHOLDER
    ]
    return amounts if len(amounts) == len(readings) else None


def _residual(relation: Relation, amounts: Mapping[str, Decimal]) -> Decimal:
    first = sum((amounts[operand.id] for operand in relation.sum), Decimal(0))
    return first - sum((amounts[operand.id] for operand in relation.against), Decimal(0))


def _is_broken(heads: Iterable[Cell], form: Form) -> bool:
    """Whether a word over the figures is but a piece of a label."""
    words = lexicon(form)
    return any(
        words.is_fragment(piece)
        for cell in heads
        if not words.knows(cell.text)
        for piece in cell.text.split()
    )


def _starts(columns: Columns) -> tuple[int, int]:
    return columns.code_points[0], columns.screen[0]


def _ends(columns: Columns) -> tuple[int, int]:
    return columns.code_points[1], columns.screen[1]
