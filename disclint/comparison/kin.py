"""Reports whose figures hang together: those of one body, and those of a government's bodies."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from attrs import define

from disclint.binding.bound import BoundTable, Figure
from disclint.check import Undecided
from disclint.comparison.filing import Filing
from disclint.forms import Scope
from disclint.relations import Outcome, Reckoning
from disclint.wording import Facts, Wording

_ELSEWHERE = Wording("{reason}（{place}）", "{reason} ({place})")


@define(eq=False, slots=False)
class Kin(ABC):
    """A report and others that some of its relations ask for."""

    scope: ClassVar[Scope]

    filing: Filing
    others: tuple[Filing, ...]

    @cached_property
    def reckonings(self) -> tuple[Reckoning, ...]:
        """Each table that all of the reports have, with those of the others in their order."""
        return tuple(self._reckon())

    def outcomes(self, name: str = "") -> Iterator[Outcome]:
        """Yield the relations between the reports, those called `name` or all."""
        for reckoning in self.reckonings:
            for outcome in reckoning.across:
                if name in ("", outcome.relation.name):
                    yield outcome

    def foreign(self, outcome: Outcome) -> Iterator[tuple[Filing, Figure]]:
        """Yield the figures of a relation that other reports have, with the report."""
        count = len(self.others)
        for index, figure in enumerate(outcome.foreign):
            yield self.others[index % count], figure

    def doubt(self, outcome: Outcome) -> Undecided:
        """Return why a relation cannot be decided."""
        unknown = outcome.unknown[0] if outcome.unknown else None
        for other, figure in self.foreign(outcome):
            if figure is unknown:
                facts: Facts = {"reason": outcome.reason, "place": other.cite(figure.span)}
                return Undecided(_ELSEWHERE.filled(facts))
        return Undecided(outcome.reason, outcome.doubt)

    def _reckon(self) -> Iterator[Reckoning]:
        for table in self.filing.single_tables():
            theirs = [other.table(table.form.table) for other in self.others]
            known = [one for one in theirs if one]
            if len(known) == len(theirs):
                yield self._set_against(table, known)

    @abstractmethod
    def _set_against(self, table: BoundTable, others: Sequence[BoundTable]) -> Reckoning:
        """Return `table` with the same one of the other reports."""


class Succession(Kin):
    """A report and that of the same body on the year before."""

    scope = Scope.LAST_YEAR

    @property
    def before(self) -> Filing:
        """The report on the year before."""
        return self.others[0]

    def _set_against(self, table: BoundTable, others: Sequence[BoundTable]) -> Reckoning:
        return Reckoning(table, last_year=others[0])


class Family(Kin):
    """A government's report and those of all bodies under it on the same year."""

    scope = Scope.BODIES

    def _set_against(self, table: BoundTable, others: Sequence[BoundTable]) -> Reckoning:
        return Reckoning(table, bodies=others)
