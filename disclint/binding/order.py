"""Whether the order in which the figures of a row are printed is that of its columns."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from operator import lt

from disclint.binding.entries import Entry
from disclint.binding.lexicon import lexicon
from disclint.forms import Form, FormBlock, Over, Relation
from disclint.nodes import Cell, Columns, Quantity
from disclint.parsing import Unread, read_quantity


def is_shuffled(entry: Entry, form: Form) -> bool:
    """Whether the figures of a row without a label may well be in another order than its columns.

    A converter that breaks the heads of a table to pieces may print its figures in any order. They
    are believed if they stand on one line, if their sums hold, or if these hold in no order.
    """
    if entry.key is None or entry.key.row.label or not entry.values:
        return False
    block = entry.key.block
    if any(cell.columns for cell in entry.values):
        doubtful = not is_in_order(entry.values)
    else:
        doubtful = _is_broken(entry.above, form) and _may_be_reordered(entry.values, block)
    return doubtful and not are_sums_kept(entry.values, block)


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
