"""Figures that leap from one year to the next."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import field, frozen

from disclint.binding.bound import BoundTable, Figure
from disclint.check import Finding, NotApplicable, Related, Said, names, number, told, word_list
from disclint.comparison import Succession
from disclint.wording import Facts

Pair = tuple[Figure, Figure]
"""A figure, and the same one of the year before."""


def _decimal(value: object) -> Decimal:
    return Decimal(str(number(value)))


def _names(columns: object) -> frozenset[str]:
    return frozenset(word_list(columns))


def _above_one(_check: object, _field: object, value: Decimal) -> None:
    if value <= 1:
        message = "must be above 1"
        raise ValueError(message)


_FACTS = "cell value last factor place count"


@frozen
class Jump:
    """Figures of some columns that are so many times those of the year before, or so small a part.

    Both are above zero, and the greater one is `least` or more.
    """

    looks_at = Succession
    facts = told(_FACTS, several=_FACTS)

    factor: Decimal = field(converter=_decimal, validator=_above_one)
    least: Decimal = field(converter=_decimal)
    columns: frozenset[str] = field(converter=_names, metadata=names("column"))

    def look(self, succession: Succession) -> Iterator[Said]:
        """Yield one finding a block of a table, at the first figure that leaps."""
        if not succession.reckonings:
            yield NotApplicable()
        for reckoning in succession.reckonings:
            blocks: dict[str, list[Pair]] = {}
            for pair in _pairs(reckoning.table, reckoning.last_year or reckoning.table):
                if pair[0].slot.column.id in self.columns and self._leaps(*pair):
                    blocks.setdefault(pair[0].slot.block.title, []).append(pair)
            for pairs in blocks.values():
                yield self._finding(succession, pairs)

    def _leaps(self, figure: Figure, last: Figure) -> bool:
        if _unit(figure) != _unit(last) or not figure.amount or not last.amount:
            return False
        lesser, greater = sorted((figure.amount, last.amount))
        return lesser > 0 and greater >= self.least and greater > lesser * self.factor

    def _finding(self, succession: Succession, pairs: Sequence[Pair]) -> Finding:
        figure, last = pairs[0]
        facts: Facts = {
            "cell": figure.name,
            "value": figure.amount or 0,
            "last": last.amount or 0,
            "factor": self.factor,
            "place": succession.before.cite(last.span),
            "count": len(pairs) - 1,
        }
        related = tuple(
            Related(theirs.span, theirs.name, succession.before.source) for _, theirs in pairs
        )
        return Finding(figure.span, facts, "several" if len(pairs) > 1 else "", related)


def _pairs(table: BoundTable, last: BoundTable) -> Iterator[Pair]:
    """Yield each figure that both tables have."""
    known = {_key(figure): figure for figure in last.figures()}
    for figure in table.figures():
        if theirs := known.get(_key(figure)):
            yield figure, theirs


def _key(figure: Figure) -> tuple[str, str, str]:
    return figure.slot.block.title, figure.slot.row.id, figure.slot.column.id


def _unit(figure: Figure) -> str:
    return (figure.quantity.unit if figure.quantity else "") or figure.head_unit
