"""Figures of another edition are found by the ids of rows and columns, never by their order."""

from decimal import Decimal

from attrs import evolve

from disclint.binding.bound import BoundTable, State
from disclint.forms import Form, Over
from disclint.grids import Grid
from disclint.linter import Linter
from disclint.relations import Reckoning
from tests.filling import fill, row_of


def turned(table: BoundTable) -> BoundTable:
    """Return a table of an edition that has the same rows and columns the other way round."""
    (block,) = table.form.blocks
    other = evolve(block, columns=block.columns[::-1], rows=block.rows[::-1])
    form: Form = evolve(table.form, blocks=(other,))
    rows = tuple(
        evolve(row, form=form, block=other, figures=row.figures[::-1]) for row in table.rows[::-1]
    )
    return evolve(table, form=form, rows=rows)


def test_figures_of_another_edition_stand_where_this_one_has_them(linter: Linter) -> None:
    table = fill(linter, "requests-2021", row_of("carried-out", 3, 1))
    (block,) = table.form.blocks
    own, other = Grid.of(table, block), Grid.of(turned(table), block)
    for over, names in ((Over.COLUMNS, block.rows), (Over.ROWS, block.columns)):
        for named in names:
            assert other.has(over, named.id)
            assert list(other.lines(over, named.id)) == list(own.lines(over, named.id))
    assert list(other.lines(Over.CELLS, "cell")) == list(own.lines(Over.CELLS, "cell"))


def test_a_chain_over_editions_sets_each_column_against_its_own(linter: Linter) -> None:
    last = turned(fill(linter, "requests-2021", row_of("carried-out", 3, 1)))
    this = fill(linter, "requests-2021", row_of("carried-in", 3, 1))
    outcomes = Reckoning(this, last_year=last).across
    assert [one.left for one in outcomes][:2] == [Decimal(3), Decimal(1)]
    assert not any(one.residual for one in outcomes)


def test_a_column_that_the_other_edition_does_not_have_is_not_there(linter: Linter) -> None:
    this = fill(linter, "active-2021", {})
    last = fill(linter, "active-2019", {"normative-documents.disclosed-in-all": "31"})
    grid = Grid.of(last, this.form.blocks[0])
    assert not grid.has(Over.ROWS, "in-force")
    assert grid.has(Over.COLUMNS, "normative-documents")
    states = {figure.state for figure in grid.lines(Over.ROWS, "in-force")}
    assert states == {State.MISSING}
    assert Reckoning(this, last_year=last).across == ()
    assert Reckoning(last, last_year=this).across == ()
