"""Reports whose figures hang together: those of one body, and those of a government's bodies."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from attrs import define

from disclint.check import Undecided
from disclint.comparison.filing import Filing
from disclint.forms import Scope
from disclint.relations import Outcome, Reckoning
from disclint.wording import Facts, Wording

_ELSEWHERE = Wording("{reason}（{place}）", "{reason} ({place})")


@define(eq=False, slots=False)
class Succession:
    """A report and that of the same body on the year before."""

    scope: ClassVar[Scope] = Scope.LAST_YEAR

    filing: Filing
    before: Filing

    def doubt(self, outcome: Outcome) -> Undecided:
        """Return why a relation cannot be decided."""
        return _doubt(outcome, (self.before,) * len(outcome.foreign))

    @cached_property
    def reckonings(self) -> tuple[Reckoning, ...]:
        """Each table that both have, with the one of the year before."""
        return tuple(
            Reckoning(table, last_year=last)
            for table in self.filing.single_tables()
            if (last := self.before.table(table.form.table))
        )


@define(eq=False, slots=False)
class Family:
    """A government's report and those of all bodies under it on the same year."""

    scope: ClassVar[Scope] = Scope.BODIES

    filing: Filing
    children: tuple[Filing, ...]

    def doubt(self, outcome: Outcome) -> Undecided:
        """Return why a relation cannot be decided."""
        return _doubt(outcome, self.children)

    @cached_property
    def reckonings(self) -> tuple[Reckoning, ...]:
        """Each table that all of them have, with those of the bodies in their order."""
        return tuple(self._reckon())

    def _reckon(self) -> Iterator[Reckoning]:
        for table in self.filing.single_tables():
            theirs = [child.table(table.form.table) for child in self.children]
            known = [one for one in theirs if one]
            if len(known) == len(theirs):
                yield Reckoning(table, bodies=known)


def _doubt(outcome: Outcome, others: Sequence[Filing]) -> Undecided:
    """Return why a relation cannot be decided; `others` have its foreign figures."""
    unknown = outcome.unknown[0] if outcome.unknown else None
    for figure, other in zip(outcome.foreign, others, strict=True):
        if figure is unknown:
            facts: Facts = {"reason": outcome.reason, "place": other.cite(figure.span)}
            return Undecided(_ELSEWHERE.filled(facts))
    return Undecided(outcome.reason, outcome.doubt)
