"""Causes that take in a whole row: counted twice, left out, or with its figures out of place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from disclint.binding.bound import Figure
from disclint.causes.cause import Cause, Correction, Kind
from disclint.causes.puzzle import Puzzle
from disclint.forms import Named, Over, Slot, is_possible
from disclint.relations import Outcome

_MOST_ROWS = 3
"""How many rows with the same figures are named side by side."""
_PAIR = 2
_ZERO = Decimal(0)


def find_doubled(puzzle: Puzzle) -> Cause | None:
    """Return the row by just whose figures a total differs from its parts in every column."""
    totals = [o for o in puzzle.broken if o.relation.over is Over.COLUMNS and len(o.sum) == 1]
    if len(totals) < _PAIR:
        return None
    changes = {outcome.sum[0].slot: -outcome.residual for outcome in totals}
    total_is_wrong = len(totals) < len(puzzle.broken)
    if total_is_wrong and puzzle.after(changes):
        return None
    relation = totals[0].relation
    columns = [outcome for outcome in puzzle.decided if outcome.relation is relation]
    # A total that is itself in order cannot be too large for a row: its parts are too large.
    factors = (1, -1) if total_is_wrong else (-1,)
    rows = tuple(
        figures[0].slot.row
        for figures in zip(*(outcome.against for outcome in columns), strict=True)
        if any(_is_multiple(columns, figures, factor) for factor in factors)
    )
    if not 0 < len(rows) <= _MOST_ROWS:
        return None
    return Cause(kind=Kind.ROW, outcomes=tuple(puzzle.broken), rows=rows)


def _is_multiple(columns: Sequence[Outcome], figures: Sequence[Figure], factor: int) -> bool:
    return all(
        outcome.residual == factor * _amount(figure)
        for outcome, figure in zip(columns, figures, strict=True)
    )


def find_moved(puzzle: Puzzle) -> Cause | None:
    """Return the row whose figures, put back in place, mend everything; both if there are two."""
    moves = [
        (kind, corrections)
        for figures in _rows(puzzle)
        for changes in _proposals(puzzle, figures)
        if (corrections := _corrections(figures, changes)) and (kind := _classify(figures, changes))
    ]
    outcomes = tuple(puzzle.broken)
    if len(moves) == 1:
        ((kind, corrections),) = moves
        return Cause(kind=kind, outcomes=outcomes, corrections=corrections)
    if len(moves) == _PAIR:
        (_, one), (_, other) = moves
        return Cause(kind=Kind.EITHER, outcomes=outcomes, corrections=one, others=other)
    return None


def _rows(puzzle: Puzzle) -> Iterator[list[Figure]]:
    """Yield the figures of each row, by column, where all of them are in some sum."""
    rows: dict[Named, list[Figure]] = {}
    for slot, figure in puzzle.figures.items():
        rows.setdefault(slot.row, []).append(figure)
    for figures in rows.values():
        columns = figures[0].slot.block.columns
        if len(figures) == len(columns):
            yield sorted(figures, key=lambda figure: columns.index(figure.slot.column))


Changes = Mapping[Figure, Decimal]


def _proposals(puzzle: Puzzle, figures: Sequence[Figure]) -> Iterator[Changes]:
    """Yield the changes of a row that mend every broken sum."""
    by_column = _as_columns_ask(puzzle, figures)
    if by_column is None:
        return
    if any(by_column.values()):
        proposals: Iterable[Changes] = [by_column]
    else:
        proposals = _trials(puzzle, figures)
    for changes in proposals:
        possible = all(
            is_possible(figure.slot.column.kind, _amount(figure) + change)
            for figure, change in changes.items()
        )
        if possible and not puzzle.after(_by_slot(changes)):
            yield changes


def _as_columns_ask(puzzle: Puzzle, figures: Sequence[Figure]) -> Changes | None:
    """Return the changes that mend the columns, or nothing where two of their sums disagree."""
    changes = {}
    for figure in figures:
        asked = {
            -sign * puzzle.residuals.get(index, _ZERO)
            for index, sign in puzzle.uses[figure.slot]
            if puzzle.decided[index].relation.over is Over.COLUMNS
        }
        if len(asked) > 1:
            return None
        changes[figure] = asked.pop() if asked else _ZERO
    return changes


def _trials(puzzle: Puzzle, figures: Sequence[Figure]) -> Iterator[Changes]:
    """Yield the changes that would put two neighbours, or the end of the row, back in place."""
    amounts = [_amount(figure) for figure in figures]
    for (one, a), (other, b) in pairwise(zip(figures, amounts, strict=True)):
        if a != b:
            yield {one: b - a, other: a - b}
    seen = set()
    for start in range(len(amounts) - 1):
        moved = (*amounts[:start], *amounts[start + 1 :], _ZERO)
        if moved != tuple(amounts) and moved not in seen:
            seen.add(moved)
            yield _completed(puzzle, figures, moved)


def _completed(puzzle: Puzzle, figures: Sequence[Figure], moved: Sequence[Decimal]) -> Changes:
    """Return the changes to `moved`, the last figure, which was lost, being what its sum asks."""
    changes = {f: new - _amount(f) for f, new in zip(figures, moved, strict=True)}
    last = figures[-1]
    rest = puzzle.after(_by_slot(changes))
    for index, sign in puzzle.uses[last.slot]:
        changes[last] -= sign * rest.get(index, _ZERO)
    return changes


def _by_slot(changes: Changes) -> dict[Slot, Decimal]:
    return {figure.slot: change for figure, change in changes.items()}


def _corrections(figures: Sequence[Figure], changes: Changes) -> tuple[Correction, ...]:
    return tuple(
        Correction(figure, _amount(figure) + change)
        for figure in figures
        if (change := changes.get(figure, _ZERO))
    )


def _classify(figures: Sequence[Figure], changes: Changes) -> Kind | None:
    """Return what has happened to a row that `changes` put in order, if it is one of the moves."""
    written = [_amount(figure) for figure in figures]
    right = [_amount(figure) + changes.get(figure, _ZERO) for figure in figures]
    changed = [i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]
    if len(changed) < _PAIR:
        return None
    first, last = changed[0], changed[-1]
    if last == first + 1 and [written[last], written[first]] == right[first : last + 1]:
        return Kind.EXCHANGED
    if last == first + 1 and f"{written[first]}{written[last]}" == f"{right[first]}":
        return Kind.SPLIT
    if written[first + 1 : last + 1] == right[first:last]:
        return Kind.SHIFTED
    if written[first:last] == right[first + 1 : last + 1]:
        return Kind.SHIFTED
    return None


def _amount(figure: Figure) -> Decimal:
    return figure.amount or _ZERO
