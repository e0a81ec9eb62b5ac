"""The figures of a report that a claim is about."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fnmatch import fnmatchcase

from attrs import frozen

from disclint.binding.bound import MONEY, BoundReport, BoundTable, Figure
from disclint.check import Undecided
from disclint.forms import Kind
from disclint.glossary import Aspect, Party, Topic
from disclint.wording import Wording

_NAME = Wording("{name}", "{name}")
_UNKNOWN = Wording("{cell}读不出数来", "{cell} cannot be read as a number")
_SUM = Wording("{name}等 {count} 格之和", "the sum of {count} cells from {name} on")


@frozen(eq=False)
class Reading:
    """Figures whose sum a number in prose may be, in one way or several to add them up."""

    ways: tuple[tuple[Figure, ...], ...]
    """The totals first, then the parts that make them up."""

    @property
    def figure(self) -> Figure:
        """The first of the figures, where they stand."""
        return self.ways[0][0]

    @property
    def name(self) -> Wording:
        """The name of the figures, the first of them where there are many."""
        figures = self.ways[0]
        words = _NAME if len(figures) == 1 else _SUM
        return words.filled({"name": figures[0].name, "count": len(figures)})

    @property
    def unread(self) -> Undecided:
        """What is to be said where it comes to nothing."""
        return Undecided(_UNKNOWN.filled({"cell": self.name}), self.figure.span)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """What it comes to, money in 万元, in each way that can be worked out."""
        sums = (_sum(figures) for figures in self.ways)
        return tuple(dict.fromkeys(value for value in sums if value is not None))


def readings(
    report: BoundReport, topic: Topic, aspect: Aspect, party: Party | None = None
) -> tuple[Reading, ...]:
    """Return what a number for `aspect` may be in the report's tables; nothing if in none."""
    tables = [table for table in report.tables if table.form.table == topic.table]
    if len(tables) != 1:
        return ()
    found = (_reading(tables[0], topic, patterns, party) for patterns in aspect.readings)
    return tuple(reading for reading in found if reading)


def _reading(
    table: BoundTable, topic: Topic, patterns: Sequence[str], party: Party | None
) -> Reading | None:
    if topic.column is None:
        figures = [one for one in table.figures() if topic.row in (None, one.slot.row.id)]
        ways = [_matching(figures, patterns, lambda figure: figure.slot.column.id)]
    else:
        columns = party.columns if party else (topic.column,)
        ways = [_rows(table, patterns, columns)]
        if party is None:
            ways.append(_rows(table, patterns, _parts(table, topic.column)))
    filled = tuple(way for way in ways if way)
    return Reading(filled) if filled else None


def _rows(table: BoundTable, patterns: Sequence[str], columns: Sequence[str]) -> tuple[Figure, ...]:
    figures = [one for one in table.figures() if one.slot.column.id in columns]
    return _matching(figures, patterns, lambda figure: figure.slot.row.id)


def _matching(
    figures: Sequence[Figure], patterns: Sequence[str], name: Callable[[Figure], str]
) -> tuple[Figure, ...]:
    """Return the figures whose name fits any of `patterns`; none, if a pattern fits none."""
    found: list[Figure] = []
    for pattern in patterns:
        fitting = [figure for figure in figures if fnmatchcase(name(figure), pattern)]
        if not fitting:
            return ()
        found += fitting
    return tuple(found)


def _parts(table: BoundTable, total: str) -> tuple[str, ...]:
    return tuple(
        column.id for block in table.form.blocks for column in block.columns if column.id != total
    )


def _sum(figures: Sequence[Figure]) -> Decimal | None:
    total = Decimal(0)
    for figure in figures:
        amount = _amount(figure)
        if amount is None:
            return None
        total += amount
    return total


def _amount(figure: Figure) -> Decimal | None:
    """Return what can be reckoned with, money in 万元 if its unit is known."""
    if figure.slot.column.kind is not Kind.MONEY or figure.amount is None:
        return figure.amount
    unit = figure.quantity.unit if figure.quantity else ""
    factor = MONEY.get(unit or figure.head_unit)
    return None if factor is None else figure.amount * factor
