from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.causes import Cause, Kind, find_causes
from disclint.linter import Linter
from disclint.relations import Outcome, Reckoning
from tests.filling import fill, name_of, row_of

# 25 + 2 = 24 + 3, with three results.
IN_ORDER = (
    row_of("received", 21, 4)
    | row_of("carried-in", 2)
    | row_of("disclosed", 12, 3)
    | row_of("unavailable-not-held", 6, 1)
    | row_of("declined-petition", 2)
    | row_of("results-total", 20, 4)
    | row_of("carried-out", 3)
)
CELLS = [
    f"{row}.{column}"
    for row in ("received", "carried-in", "disclosed", "refused-process", "results-total")
    for column in ("person", "business", "other-organisation", "total")
]


def causes(linter: Linter, changed: dict[str, str], form: str = "requests-2019") -> list[Cause]:
    texts = IN_ORDER | changed if form.startswith("requests") else changed
    return find_causes(Reckoning(fill(linter, form, texts)))


def told(found: list[Cause]) -> list[tuple[Kind, dict[str, int]]]:
    return [
        (cause.kind, {name_of(c.figure): int(c.value) for c in cause.corrections})
        for cause in found
    ]


def test_of_a_table_in_order_there_is_nothing_to_tell(linter: Linter) -> None:
    assert causes(linter, {}) == []


@pytest.mark.parametrize("cell", CELLS)
def test_one_wrong_figure_is_named_with_its_right_value(cell: str, linter: Linter) -> None:
    right = int(IN_ORDER.get(cell, "0"))
    (cause,) = causes(linter, {cell: str(right + 7)})
    assert told([cause]) == [(Kind.FIGURE, {cell: right})]
    assert len(cause.outcomes) == (3 if cell.startswith("results-total") else 2)


def test_two_wrong_figures_are_both_named(linter: Linter) -> None:
    found = causes(linter, {"disclosed.person": "17", "received.business": "1"})
    assert sorted(told(found), key=str) == [
        (Kind.FIGURE, {"disclosed.person": 12}),
        (Kind.FIGURE, {"received.business": 4}),
    ]


def test_two_wrong_figures_of_one_row_are_both_named(linter: Linter) -> None:
    found = causes(linter, {"disclosed.person": "17", "disclosed.business": "1"})
    assert sorted(told(found), key=str) == [
        (Kind.FIGURE, {"disclosed.business": 3}),
        (Kind.FIGURE, {"disclosed.person": 12}),
    ]


def test_of_two_explanations_neither_is_claimed(linter: Linter) -> None:
    changed = {
        "cases.review-upheld": "10",
        "cases.review-corrected": "1",
        "cases.review-total": "5",
    }
    (cause,) = causes(linter, changed, "disputes")
    assert cause.kind is Kind.EITHER
    assert [(name_of(c.figure), int(c.value)) for c in cause.corrections + cause.others] == [
        ("cases.review-upheld", 4),
        ("cases.review-total", 11),
    ]


def test_where_there_are_many_explanations_the_relation_speaks_for_itself(linter: Linter) -> None:
    texts = {f"cases.review-{name}": "5" for name in ("upheld", "corrected", "other")}
    texts["cases.review-total"] = "12"
    assert told(causes(linter, texts, "disputes")) == [(Kind.RELATION, {})]


def test_figures_too_small_to_be_wrong_leave_only_the_total(linter: Linter) -> None:
    changed = {"cases.review-upheld": "10", "cases.review-corrected": "1"}
    assert told(causes(linter, changed, "disputes")) == [(Kind.FIGURE, {"cases.review-total": 11})]


def test_two_totals_left_at_zero_are_both_named(linter: Linter) -> None:
    changed = {
        "cases.review-upheld": "10",
        "cases.review-corrected": "1",
        "cases.after-review-upheld": "5",
        "cases.after-review-other": "1",
    }
    assert sorted(told(causes(linter, changed, "disputes")), key=str) == [
        (Kind.FIGURE, {"cases.after-review-total": 6}),
        (Kind.FIGURE, {"cases.review-total": 11}),
    ]


def test_neighbours_in_each_other_s_place_are_told_so(linter: Linter) -> None:
    found = causes(linter, {"disclosed.person": "3", "disclosed.business": "12"})
    assert told(found) == [(Kind.EXCHANGED, {"disclosed.person": 12, "disclosed.business": 3})]


def test_a_row_moved_by_a_column_is_told_so(linter: Linter) -> None:
    found = causes(
        linter,
        {"disclosed.person": "0", "disclosed.business": "12", "disclosed.research": "3"},
    )
    assert told(found) == [
        (
            Kind.SHIFTED,
            {"disclosed.person": 12, "disclosed.business": 3, "disclosed.research": 0},
        )
    ]


def test_a_row_of_table_4_moved_by_a_cell_is_told_so(linter: Linter) -> None:
    right = [2, 1, 3, 1, 7, 0, 0, 0, 0, 0, 4, 2, 1, 1, 8]
    form = fill(linter, "disputes", {}).form
    names = [f"cases.{column.id}" for column in form.blocks[0].columns]
    moved = [0, *right[:-1]]
    texts = {name: str(value) for name, value in zip(names, moved, strict=True)}
    (cause,) = causes(linter, texts, "disputes")
    assert cause.kind is Kind.SHIFTED
    assert {name_of(c.figure): int(c.value) for c in cause.corrections} == {
        name: value
        for name, value, before in zip(names, right, moved, strict=True)
        if value != before
    }


def test_a_figure_over_two_cells_is_told_so(linter: Linter) -> None:
    found = causes(linter, {"disclosed.business": "1", "disclosed.research": "5"} | LARGE)
    assert told(found) == [(Kind.SPLIT, {"disclosed.business": 15, "disclosed.research": 0})]


LARGE = {
    "received.business": "16",
    "received.total": "37",
    "results-total.business": "16",
    "results-total.total": "36",
    "disclosed.total": "27",
}


@pytest.mark.parametrize("factor", [1, -1], ids=["counted twice", "left out"])
def test_a_row_by_which_the_total_is_out_is_named(factor: int, linter: Linter) -> None:
    changed = row_of("results-total", 20 + factor * 6, 4 + factor)
    (cause,) = causes(linter, changed)
    assert cause.kind is Kind.ROW
    assert [row.id for row in cause.rows] == ["unavailable-not-held"]
    assert {outcome.relation.id for outcome in cause.outcomes} == {"R1", "R2"}


def test_a_row_by_which_the_results_are_too_many_is_named(linter: Linter) -> None:
    changed = row_of("partly-disclosed", 2)
    (cause,) = causes(linter, changed)
    assert cause.kind is Kind.ROW
    assert [row.id for row in cause.rows] == ["partly-disclosed", "declined-petition"]


def test_a_broken_bound_speaks_for_itself(linter: Linter) -> None:
    (cause,) = causes(linter, {"licences.change": "-5"}, "active-2019")
    assert (cause.kind, cause.outcomes[0].relation.id) == (Kind.RELATION, "R8")


def test_a_blank_figure_breaks_nothing_and_hides_nothing(linter: Linter) -> None:
    found = causes(linter, {"disclosed.research": "", "received.person": "99"})
    assert told(found) == [(Kind.FIGURE, {"received.person": 21})]


def test_a_hopeless_table_costs_little_and_every_relation_is_told(linter: Linter) -> None:
    noise = {f"{row}.{column}": str(7 * i % 31) for i, (row, column) in enumerate(NOISE)}
    reckoning = Reckoning(fill(linter, "requests-2021", noise))
    found = find_causes(reckoning)
    assert {outcome for cause in found for outcome in cause.outcomes} == set(reckoning.broken)


NOISE = [
    (row, column)
    for row in ("received", "carried-in", "disclosed", "results-total", "carried-out")
    for column in ("person", "business", "research", "public-interest", "total")
]


changes = st.dictionaries(
    st.sampled_from(CELLS), st.integers(0, 60).map(str), min_size=1, max_size=2
)


@settings(max_examples=60, deadline=None)
@given(changes=changes, seed=st.randoms(use_true_random=False))
def test_the_order_of_relations_does_not_matter(
    linter: Linter, changes: dict[str, str], seed: Random
) -> None:
    reckoning = Reckoning(fill(linter, "requests-2019", IN_ORDER | changes))
    other = Reckoning(reckoning.table)
    shuffled = list(reckoning.outcomes)
    seed.shuffle(shuffled)
    other.outcomes = tuple(shuffled)
    assert signature(find_causes(reckoning)) == signature(find_causes(other))


def signature(found: list[Cause]) -> list[tuple[str, ...]]:
    return sorted(
        (
            cause.kind,
            *sorted(f"{name_of(c.figure)}={c.value}" for c in cause.corrections + cause.others),
            *sorted(row.id for row in cause.rows),
            *sorted(f"{o.relation.id} {o.axis.zh}" for o in cause.outcomes),
        )
        for cause in found
    )


@settings(max_examples=60, deadline=None)
@given(changes=changes)
def test_mending_as_proposed_leaves_no_broken_relation(
    linter: Linter, changes: dict[str, str]
) -> None:
    texts = IN_ORDER | changes
    found = causes(linter, changes)
    if {cause.kind for cause in found} & {Kind.RELATION, Kind.ROW, Kind.EITHER}:
        return
    mended = texts | {
        name_of(c.figure): f"{c.value:f}" for cause in found for c in cause.corrections
    }
    assert Reckoning(fill(linter, "requests-2019", mended)).broken == ()


@settings(max_examples=40, deadline=None)
@given(changes=changes, more=st.integers(1, 500))
def test_the_same_on_both_sides_of_the_balance_changes_nothing(
    linter: Linter, changes: dict[str, str], more: int
) -> None:
    """Requests of one more column are received and left for next year, all told alike."""
    raised = dict(IN_ORDER | changes)
    for name in ("received", "carried-out"):
        for column in ("legal-service", "total"):
            cell = f"{name}.{column}"
            raised[cell] = str(int(raised.get(cell, "0")) + more)
    before = causes(linter, changes)
    after = find_causes(Reckoning(fill(linter, "requests-2019", raised)))
    assert [residuals(cause.outcomes) for cause in before] == [
        residuals(cause.outcomes) for cause in after
    ]


def residuals(outcomes: tuple[Outcome, ...]) -> list[Decimal]:
    return [outcome.residual for outcome in outcomes]


def test_wrong_figures_that_have_nothing_to_do_with_each_other_are_all_named(
    linter: Linter,
) -> None:
    changed = {
        "disclosed.person": "99",
        "received.total": "1",
        "declined-petition.business": "4",
        "carried-out.other-organisation": "9",
    }
    right = {cell: int(IN_ORDER.get(cell, "0")) for cell in changed}
    found = causes(linter, changed)
    assert {cause.kind for cause in found} == {Kind.FIGURE}
    assert {name_of(c.figure): int(c.value) for f in found for c in f.corrections} == right


def test_of_three_wrong_figures_only_those_that_share_no_relation_are_certain(
    linter: Linter,
) -> None:
    changed = {
        "disclosed.person": "3",
        "declined-petition.business": "5",
        "refused-process.person": "1",
        "refused-process.total": "1",
    }
    found = causes(linter, changed)
    named = [cause for cause in found if cause.kind is Kind.FIGURE]
    assert told(named) == [(Kind.FIGURE, {"declined-petition.business": 0})]
    assert {cause.kind for cause in found} == {Kind.FIGURE, Kind.RELATION}
