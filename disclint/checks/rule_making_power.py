"""Rules made by bodies that cannot make any."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport, Level
from disclint.check import Finding, Said, Undecided, names, told, word, word_list
from disclint.wording import Wording

_NO_LEVEL = Wording("看不出机关的级别", "the level of the body cannot be told")


def _levels(levels: object) -> frozenset[Level]:
    return frozenset(Level(level) for level in word_list(levels))


@frozen
class RuleMakingPower:
    """Figures above zero in a row, where the body is of a level that has nothing to count there."""

    looks_at = BoundReport
    facts = told("cell text")

    row: str = field(converter=word, metadata=names("row"))
    levels: frozenset[Level] = field(converter=_levels)

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield one finding a row, at its first figure above zero."""
        if report.identity.level is None:
            yield Undecided(_NO_LEVEL)
        if report.identity.level not in self.levels:
            return
        for table in report.tables:
            for row in table.rows:
                above = (figure for figure in row.figures if (figure.amount or 0) > 0)
                if row.row.id == self.row and (figure := next(above, None)):
                    yield Finding(
                        figure.span, {"cell": figure.name, "text": spelling.quoted(figure.text)}
                    )
