"""The relations of the forms, worked out over the figures of a report."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from disclint.binding.bound import BoundRow, BoundTable, Figure, State
from disclint.forms import Compare, Form, Kind, Over, Relation, path_name
from disclint.wording import Wording


@frozen(kw_only=True)
class Outcome:
    """One relation in one row or column: its figures on either side, and whether it holds."""

    form: Form
    relation: Relation
    axis: Wording
    """The name of the row or column that it holds in."""
    sum: tuple[Figure, ...]
    against: tuple[Figure, ...]

    @property
    def left(self) -> Decimal | None:
        """The sum of the one side, or nothing where a figure cannot be reckoned with."""
        return _total(self.sum)

    @property
    def right(self) -> Decimal | None:
        """The sum of the other side, or nothing where a figure cannot be reckoned with."""
        return _total(self.against)

    @property
    def broken(self) -> bool:
        """Whether both sides are known and do not stand to each other as they must."""
        left, right = self.left, self.right
        if left is None or right is None:
            return False
        match self.relation.compare:
            case Compare.EQUALS:
                return left != right
            case Compare.AT_LEAST:
                return left < right
            case Compare.ONLY_WITH:
                return (left == 0) != (right == 0)


def work_out(table: BoundTable) -> Iterator[Outcome]:
    """Yield every relation of the table's form, in each row or column it holds in."""
    for block in table.form.blocks:
        rows = [row for row in table.rows if row.block is block]
        for relation in block.relations:
            if relation.over is Over.ROWS:
                for row in rows:
                    yield _in_row(table.form, relation, row)
            else:
                yield from _in_columns(table.form, relation, rows)


def _in_row(form: Form, relation: Relation, row: BoundRow) -> Outcome:
    figures = {figure.slot.column.id: figure for figure in row.figures}
    return Outcome(
        form=form,
        relation=relation,
        axis=path_name(form, row.figures[0].slot.row_name),
        sum=tuple(figures[column] for column in relation.sum),
        against=tuple(figures[column] for column in relation.against),
    )


def _in_columns(form: Form, relation: Relation, rows: Sequence[BoundRow]) -> Iterator[Outcome]:
    """Yield the relation in each column, unless a row of it is not there."""
    by_id = {row.row.id: row for row in rows}
    if not by_id.keys() >= {*relation.sum, *relation.against}:
        return
    left = zip(*(by_id[row].figures for row in relation.sum), strict=True)
    right = zip(*(by_id[row].figures for row in relation.against), strict=True)
    for one, other in zip(left, right, strict=True):
        yield Outcome(
            form=form,
            relation=relation,
            axis=path_name(form, one[0].slot.column.shown),
            sum=one,
            against=other,
        )


def _total(figures: Sequence[Figure]) -> Decimal | None:
    """Return the sum, or nothing where a figure is not there, unreadable, or wrong by itself."""
    total = Decimal(0)
    for figure in figures:
        amount = figure.amount
        if figure.state is not State.FIGURE or amount is None:
            return None
        if figure.slot.column.kind is Kind.COUNT and not is_count(amount):
            return None
        total += amount
    return total


def is_count(amount: Decimal) -> bool:
    """Whether `amount` can be a number of things."""
    return amount >= 0 and amount == amount.to_integral_value()
