"""Why relations are broken: the smallest explanation that there is for all of them together."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define

from disclint.causes.cause import Cause, Correction, Kind
from disclint.causes.puzzle import Puzzle, Solution
from disclint.causes.rows import find_doubled, find_moved
from disclint.forms import Compare, Slot
from disclint.relations import Outcome, Reckoning, Status

__all__ = ["Account", "Cause", "Correction", "Kind", "find_causes", "is_left_at_zero"]

_MOST_WRONG = 4
"""How many wrong figures at most are looked for together."""
_MOST_TANGLED = 2
"""Up to how many wrong figures are named where they share relations: of more, another story that
is no shorter may be the true one, so that only those are named of which all relations agree."""
_MOST_NAMED = 2
"""How many explanations that are equally small are named side by side."""


@define(eq=False, slots=False)
class Account:
    """A table's relations with the causes of those that are broken."""

    reckoning: Reckoning

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The causes, each broken relation being explained by one of them at least."""
        return tuple(find_causes(self.reckoning))


def find_causes(reckoning: Reckoning) -> list[Cause]:
    """Return causes that together explain every broken relation of a table, each once.

    First one wrong figure is looked for, then a row that is counted twice or whose figures are out
    of place, then up to four wrong figures. What has no explanation, or more than two that are
    equally small, speaks for itself.
    """
    broken = reckoning.broken
    sums = [outcome for outcome in broken if _is_sum(outcome)]
    causes = [_by_itself(outcome) for outcome in broken if not _is_sum(outcome)]
    if not sums:
        return causes
    decided = [o for o in reckoning.outcomes if _is_sum(o) and o.status is not Status.UNDECIDED]
    parts = [part for part in _connected(decided) if any(o in sums for o in part)]
    if len(parts) > 1 and (cause := find_moved(Puzzle(sums, decided))):
        return [*causes, cause]
    for part in parts:
        causes += _solve(Puzzle([outcome for outcome in sums if outcome in part], part))
    return causes


def _is_sum(outcome: Outcome) -> bool:
    return outcome.relation.compare is Compare.EQUALS


def _by_itself(outcome: Outcome) -> Cause:
    return Cause(kind=Kind.RELATION, outcomes=(outcome,))


def _connected(outcomes: Sequence[Outcome]) -> Iterator[list[Outcome]]:
    """Yield `outcomes` in groups that have no figure in common."""
    groups: list[tuple[set[Slot], list[Outcome]]] = []
    for outcome in outcomes:
        slots = {figure.slot for figure in outcome.figures}
        members = [outcome]
        for group in [group for group in groups if group[0] & slots]:
            groups.remove(group)
            slots |= group[0]
            members = group[1] + members
        groups.append((slots, members))
    for _, members in groups:
        yield members


def _solve(puzzle: Puzzle) -> list[Cause]:
    single = puzzle.solutions(1)
    if not single and (cause := find_doubled(puzzle) or find_moved(puzzle)):
        return [cause]
    size, solutions = 1, single
    while not solutions and size < _MOST_WRONG:
        size += 1
        solutions = puzzle.solutions(size)
    if len(solutions) > 1 and is_left_at_zero(puzzle.broken):
        return [_by_itself(puzzle.broken[0])]
    certain = frozenset.intersection(*solutions) if solutions else frozenset()
    if size > _MOST_TANGLED:
        certain = frozenset(change for change in certain if puzzle.is_plain(*change))
    if certain:
        causes = _figures(puzzle, certain)
        told = {outcome for cause in causes for outcome in cause.outcomes}
        return causes + [_by_itself(o) for o in puzzle.broken if o not in told]
    if len(solutions) == _MOST_NAMED and size <= _MOST_TANGLED:
        return [_either(puzzle, solutions)]
    return [_by_itself(outcome) for outcome in puzzle.broken]


def is_left_at_zero(outcomes: Sequence[Outcome]) -> bool:
    """Whether what is broken is one sum, of parts that are not 0 and a total that is."""
    if len(outcomes) != 1 or len(outcomes[0].sum) != 1:
        return False
    return outcomes[0].left == 0 and bool(outcomes[0].right)


def _figures(puzzle: Puzzle, solution: Solution) -> list[Cause]:
    """Return a cause for each wrong figure, with the broken relations that it is part of."""
    return [
        Cause(
            kind=Kind.FIGURE,
            outcomes=tuple(o for o in puzzle.broken if correction.figure in o.figures),
            corrections=(correction,),
        )
        for correction in puzzle.corrections(solution)
    ]


def _either(puzzle: Puzzle, solutions: Sequence[Solution]) -> Cause:
    one, other = sorted(
        map(puzzle.corrections, solutions),
        key=lambda found: [(each.figure.span, each.value) for each in found],
    )
    return Cause(kind=Kind.EITHER, outcomes=tuple(puzzle.broken), corrections=one, others=other)
