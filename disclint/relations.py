"""The relations of the forms, worked out over the figures of a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import repeat

from attrs import define, field, frozen

from disclint.binding.bound import BoundTable, Figure, State
from disclint.check import Related, Working
from disclint.forms import (
    Compare,
    FormBlock,
    Operand,
    Over,
    Relation,
    Scope,
    Slot,
    path_name,
)
from disclint.grids import Grid, Line
from disclint.source import Span
from disclint.wording import Facts, Wording

_ZERO = Decimal(0)
_WHY = {
    State.BLANK: Wording("空白", "is blank"),
    State.PLACEHOLDER: Wording("填的不是数字", "holds no number"),
    State.MISSING: Wording("没有这一格", "is not there"),
    State.WORDS: Wording("填的是文字", "holds text"),
    State.FUSED: Wording("分不清是几个数", "may be one number or several"),
    State.UNPLACED: Wording("所在行的格数不符", "is in a row with too few or too many cells"),
    State.FIGURE: Wording("的数不合理", "cannot be so"),
}
_USED = Wording(
    "已用来拆分连写的数字，不能再用来核对",
    "was used to part figures that run together, so that it cannot check them",
)
_ALONE = Wording("{cell}{state}", "{cell} {state}")
_AND_OTHERS = Wording("{cell}{state}，另有 {count} 格不明", "{cell} {state}, and {count} more")


class Status(StrEnum):
    """Whether a relation holds."""

    HELD = "held"
    BROKEN = "broken"
    UNDECIDED = "undecided"


@frozen(kw_only=True, eq=False)
class Outcome:
    """One relation in one row, column or cell: its figures on either side, and their sums."""

    relation: Relation
    sum: tuple[Figure, ...]
    against: tuple[Figure, ...]
    left: Decimal | None
    """The sum of the one side, or nothing where a figure cannot be reckoned with."""
    right: Decimal | None
    """The sum of the other side, or nothing where a figure cannot be reckoned with."""
    foreign: tuple[Figure, ...] = ()
    """Those figures of either side that other reports have, in the order of the reports."""
    status: Status = field(init=False)

    @status.default
    def _compare(self) -> Status:
        left, right = self.left, self.right
        if left is None or right is None or self.is_used:
            return Status.UNDECIDED
        match self.relation.compare:
            case Compare.EQUALS:
                holds = left == right
            case Compare.AT_LEAST:
                holds = left >= right
            case Compare.ONLY_WITH:
                holds = (left == 0) == (right == 0)
        return Status.HELD if holds else Status.BROKEN

    @property
    def residual(self) -> Decimal:
        """How far the two sides are apart; zero where that is not known."""
        if self.left is None or self.right is None:
            return _ZERO
        return self.left - self.right

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of both sides."""
        return self.sum + self.against

    @property
    def unknown(self) -> list[Figure]:
        """The figures for which it cannot be decided."""
        return [figure for figure in self.figures if figure.amount is None]

    @property
    def is_used(self) -> bool:
        """Whether it has told where one of its own figures begins and ends."""
        return any(self.relation.id in figure.settled_by for figure in self.figures)

    @property
    def doubt(self) -> Span:
        """Where it shows that it cannot be decided."""
        unknown = self.unknown or self.sum
        return unknown[0].span

    @property
    def reason(self) -> Wording:
        """Why it cannot be decided: the first figure that is not there or not readable."""
        if not self.unknown:
            return _USED
        figure, *others = self.unknown
        state = _WHY.get(figure.state, _WHY[State.FIGURE])
        facts: Facts = {"cell": figure.name, "state": state, "count": len(others)}
        return (_AND_OTHERS if others else _ALONE).filled(facts)

    @property
    def axis(self) -> Wording:
        """The name of the row or column that it holds in."""
        slot = self.sum[0].slot
        if self.relation.over is Over.COLUMNS:
            return path_name(slot.form, slot.column.shown)
        if self.relation.over is Over.CELLS:
            return slot.name
        return path_name(slot.form, slot.row_name or slot.column.under[-1])


@define(eq=False, slots=False)
class Reckoning:
    """A table with all relations of its form worked out.

    `last_year` and `bodies` are the same table of other reports, maybe in another edition; without
    them, and where their edition has no such figure, the relations that ask for them do not apply.
    """

    table: BoundTable
    last_year: BoundTable | None = None
    bodies: Sequence[BoundTable] = ()

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every relation, in each row, column or cell it holds in."""
        return tuple(
            outcome for block in self.table.form.blocks for outcome in self._of_block(block)
        )

    @cached_property
    def across(self) -> tuple[Outcome, ...]:
        """Those relations that ask for figures of other reports."""
        return tuple(
            outcome
            for block in self.table.form.blocks
            if any(relation.is_across for relation in block.relations)
            for outcome in self._of_block(block, across_only=True)
        )

    @cached_property
    def broken(self) -> tuple[Outcome, ...]:
        """The relations that do not hold."""
        return tuple(outcome for outcome in self.outcomes if outcome.status is Status.BROKEN)

    @cached_property
    def determined(self) -> Mapping[Slot, Decimal]:
        """What each figure that is not there must be, where relations leave it but one value."""
        values: dict[Slot, set[Decimal]] = {}
        for outcome in self.outcomes:
            if outcome.status is Status.UNDECIDED and outcome.relation.compare is Compare.EQUALS:
                unknown = outcome.unknown
                if len(unknown) == 1:
                    values.setdefault(unknown[0].slot, set()).add(_solve(outcome, unknown[0]))
        return {
            slot: next(iter(found))
            for slot, found in values.items()
            if len(found) == 1 and min(found) >= 0
        }

    def _of_block(self, block: FormBlock, *, across_only: bool = False) -> Iterator[Outcome]:
        """Yield the outcomes of a block's relations, those apart for which a table is not given."""
        grids = {Scope.HERE: [Grid.of(self.table, block)]}
        for relation in block.relations:
            if across_only and not relation.is_across:
                continue
            for scope in relation.scopes - grids.keys():
                grids[scope] = [Grid.of(table, block) for table in self._tables(scope)]
            if _can_be_asked(relation, grids):
                yield from _work_out(relation, grids)

    def _tables(self, scope: Scope) -> Sequence[BoundTable]:
        if scope is Scope.BODIES:
            return self.bodies
        return (self.last_year,) if self.last_year else ()


def working(outcome: Outcome) -> Working:
    """Return a relation among the figures of one report as it is worked out."""
    return Working(
        axis=outcome.axis,
        left=_related(outcome.sum),
        right=_related(outcome.against),
        left_sum=outcome.left,
        right_sum=outcome.right,
    )


def _related(figures: Iterable[Figure]) -> tuple[Related, ...]:
    return tuple(Related(figure.span, figure.name) for figure in figures)


def written_out(figures: Iterable[Figure]) -> str:
    """Return the sum of `figures` as written out, zeros left out but where all are zero."""
    amounts = [figure.amount or 0 for figure in figures]
    terms = [f"{amount:f}" for amount in amounts if amount] or ["0"]
    return " + ".join(terms).replace("+ -", "- ")


def _can_be_asked(relation: Relation, grids: Mapping[Scope, list[Grid]]) -> bool:
    """Whether the tables that a relation asks for are given, in editions that have its figures."""
    return all(
        grids[operand.scope]
        and all(grid.has(relation.over, operand.id) for grid in grids[operand.scope])
        for operand in relation.operands
    )


def _work_out(relation: Relation, grids: Mapping[Scope, list[Grid]]) -> Iterator[Outcome]:
    """Yield the relation in every row, column or cell of the block."""

    def side(operands: Iterable[Operand]) -> list[Sequence[Figure]]:
        return [
            grid.lines(relation.over, operand.id)
            for operand in operands
            for grid in grids[operand.scope]
        ]

    left = zip(*side(relation.sum), strict=True)
    against = side(relation.against)
    right: Iterable[Line] = zip(*against, strict=True) if against else repeat(())
    others = side(operand for operand in relation.operands if operand.scope is not Scope.HERE)
    foreign: Iterable[Line] = zip(*others, strict=True) if others else repeat(())
    for one, other, theirs in zip(left, right, foreign, strict=False):
        if relation.within and _place(relation, one[0]) not in relation.within:
            continue
        yield Outcome(
            relation=relation,
            sum=one,
            against=other,
            left=_total(one),
            right=_total(other),
            foreign=theirs,
        )


def _place(relation: Relation, figure: Figure) -> str:
    """Return the column, or the row, in which a relation is worked out."""
    slot = figure.slot
    return slot.column.id if relation.over is Over.COLUMNS else slot.row.id


def _total(figures: Line) -> Decimal | None:
    """Return the sum, or nothing where a figure cannot be reckoned with."""
    total = _ZERO
    for figure in figures:
        amount = figure.amount
        if amount is None:
            return None
        total += amount
    return total


def _solve(outcome: Outcome, unknown: Figure) -> Decimal:
    """Return what `unknown`, the only one, must be for the two sides to be equal."""
    left = sum((figure.amount for figure in outcome.sum if figure.amount is not None), _ZERO)
    right = sum((figure.amount for figure in outcome.against if figure.amount is not None), _ZERO)
    return right - left if any(figure is unknown for figure in outcome.sum) else left - right
