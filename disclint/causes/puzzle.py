"""Broken relations that hang together, and the fewest corrections that mend them all."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import define, field

from disclint.binding.bound import Figure
from disclint.causes.cause import Correction
from disclint.forms import Slot, is_possible
from disclint.relations import Outcome

_MOST_STEPS = 20_000
"""How many single corrections are tried at most, so that a hopeless table costs little."""
_ZERO = Decimal(0)

Solution = frozenset[tuple[Slot, Decimal]]
"""Figures, and by how much each is to be changed."""


@define(eq=False)
class Puzzle:
    """Broken sums, and all sums that a correction must respect because they can be decided."""

    broken: Sequence[Outcome]
    decided: Sequence[Outcome]
    figures: dict[Slot, Figure] = field(init=False, factory=dict)
    uses: dict[Slot, list[tuple[int, int]]] = field(init=False, factory=dict)
    """The sums that each figure is in, by index, with the sign that it has there."""
    residuals: dict[int, Decimal] = field(init=False)
    """By how much each broken sum is out, by index."""
    _most_uses: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        """Index the figures of all sums."""
        for index, outcome in enumerate(self.decided):
            for sign, side in ((1, outcome.sum), (-1, outcome.against)):
                for figure in side:
                    self.figures[figure.slot] = figure
                    self.uses.setdefault(figure.slot, []).append((index, sign))
        self._most_uses = max(map(len, self.uses.values()), default=0)
        wanted = set(self.broken)
        self.residuals = {
            index: outcome.residual
            for index, outcome in enumerate(self.decided)
            if outcome in wanted
        }

    def solutions(self, size: int) -> list[Solution]:
        """Return every way to mend all with `size` corrections, or none if there is no end."""
        steps = iter(range(_MOST_STEPS))
        found = set(self._search(self.residuals, size, frozenset(), steps))
        return list(found) if next(steps, None) is not None else []

    def is_plain(self, slot: Slot, change: Decimal) -> bool:
        """Whether all sums of a figure are out by just that change."""
        return all(self.residuals.get(index) == -sign * change for index, sign in self.uses[slot])

    def corrections(self, solution: Solution) -> tuple[Correction, ...]:
        """Return the figures of a solution with their right values, by place."""
        found = (
            Correction(self.figures[slot], (self.figures[slot].amount or _ZERO) + change)
            for slot, change in solution
        )
        return tuple(sorted(found, key=lambda correction: correction.figure.span))

    def after(self, changes: Mapping[Slot, Decimal]) -> dict[int, Decimal]:
        """Return by how much each sum is out once `changes` are made."""
        residuals = self.residuals
        for slot, change in changes.items():
            residuals = _changed(residuals, self.uses[slot], change)
        return residuals

    def _search(
        self, residuals: dict[int, Decimal], size: int, done: Solution, steps: Iterator[int]
    ) -> Iterator[Solution]:
        """Yield `done` with all that mends `residuals` in `size` more corrections.

        Whatever mends them changes a figure of the sum with the fewest figures, and by as much as
        one of its sums is out.
        """
        if not residuals:
            yield done
        if not residuals or len(residuals) > size * self._most_uses:
            return
        pivot = min(residuals, key=lambda index: len(self.decided[index].figures))
        used = {slot for slot, _ in done}
        for figure in self.decided[pivot].figures:
            uses = self.uses[figure.slot]
            if figure.slot in used:
                continue
            for change in {-sign * residuals[i] for i, sign in uses if i in residuals}:
                if next(steps, None) is None:
                    return
                if is_possible(figure.slot.column.kind, (figure.amount or _ZERO) + change):
                    rest = _changed(residuals, uses, change)
                    yield from self._search(rest, size - 1, done | {(figure.slot, change)}, steps)


def _changed(
    residuals: Mapping[int, Decimal], uses: Sequence[tuple[int, int]], change: Decimal
) -> dict[int, Decimal]:
    rest = dict(residuals)
    for index, sign in uses:
        residual = rest.pop(index, _ZERO) + sign * change
        if residual:
            rest[index] = residual
    return rest
