"""The relations over columns, where several rows can be parted in more than one way each."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from attrs import define, field, frozen

_MOST_STEPS = 5000
_MOST_SOLUTIONS = 32


@frozen
class Equation:
    """A relation in one column: its figures, each with its sign, add up to 0."""

    id: str
    column: int
    signs: Mapping[str, int]
    """The rows, each with 1 or -1."""
    known: Decimal
    """What the figures add up to that are known."""
    unread: AbstractSet[str]
    """The rows of which the figures are not known."""

    def is_about(self, name: str, column: int) -> bool:
        """Whether it has a figure of that row and column."""
        return self.column == column and name in self.signs


Options = Mapping[str, Sequence[tuple[Decimal, ...]]]
"""The open rows, each with the figures of the ways to part it."""


def solve(options: Options, equations: Sequence[Equation]) -> dict[str, int] | None:
    """Return which way each row must be parted, for the rows that all solutions agree on.

    There is nothing to return where the equations contradict each other, whatever the ways.
    """
    search = _Search(options, equations)
    solutions = []
    for solution in search.solutions():
        solutions.append(solution)
        if len(solutions) > _MOST_SOLUTIONS:
            return {}
    if search.steps > _MOST_STEPS:
        return {}
    if not solutions:
        return None
    return {
        name: index
        for name, index in solutions[0].items()
        if all(other[name] == index for other in solutions)
    }


@define
class _Search:
    """A search through the ways of all open rows, those with the fewest first."""

    options: Options
    equations: Sequence[Equation]
    steps: int = 0
    _order: list[str] = field()
    _ending: dict[str, list[Equation]] = field()
    """The equations that can be worked out once a row is parted."""

    @_order.default
    def _by_number(self) -> list[str]:
        return sorted(self.options, key=lambda name: len(self.options[name]))

    @_ending.default
    def _by_last(self) -> dict[str, list[Equation]]:
        ending: dict[str, list[Equation]] = {name: [] for name in self._order}
        for equation in self.equations:
            ending[max(equation.unread, key=self._order.index)].append(equation)
        return ending

    def solutions(self) -> Iterator[dict[str, int]]:
        """Yield every choice of ways under which all equations hold."""
        yield from self._extend({}, 0)

    def _extend(self, chosen: dict[str, int], depth: int) -> Iterator[dict[str, int]]:
        if depth == len(self._order):
            yield dict(chosen)
            return
        name = self._order[depth]
        for index in range(len(self.options[name])):
            self.steps += 1
            if self.steps > _MOST_STEPS:
                return
            chosen[name] = index
            if all(self._holds(equation, chosen) for equation in self._ending[name]):
                yield from self._extend(chosen, depth + 1)
            del chosen[name]

    def _holds(self, equation: Equation, chosen: Mapping[str, int]) -> bool:
        total = equation.known
        for name in equation.unread:
            total += equation.signs[name] * self.options[name][chosen[name]][equation.column]
        return total == 0
