from collections import Counter
from decimal import Decimal

import pytest

from disclint.linter import Linter
from disclint.relations import Outcome, Reckoning, Status
from tests.filling import fill, name_of, row_of

ROWS_2019, ROWS_2021, COLUMNS = 23, 25, 7


def of(reckoning: Reckoning, relation: str) -> list[Outcome]:
    return [outcome for outcome in reckoning.outcomes if outcome.relation.id == relation]


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("requests-2019", {"R1": COLUMNS, "R2": COLUMNS, "R3": ROWS_2019}),
        ("requests-2021", {"R1": COLUMNS, "R2": COLUMNS, "R3": ROWS_2021}),
        ("disputes", {"R4": 3}),
        ("active-2019", {"R8": 5, "R10": 2, "R11": 1}),
        ("active-2021", {"R7": 2}),
    ],
)
def test_every_relation_is_worked_out_wherever_it_holds(
    form: str, counts: dict[str, int], linter: Linter
) -> None:
    outcomes = Reckoning(fill(linter, form, {})).outcomes
    assert Counter(outcome.relation.id for outcome in outcomes) == counts
    assert {outcome.status for outcome in outcomes} == {Status.HELD}


def test_a_sum_that_is_out_is_broken_by_its_residual(linter: Linter) -> None:
    texts = row_of("disclosed", 5, 2) | {"disclosed.total": "9"}
    (broken,) = (o for o in of(Reckoning(fill(linter, "requests-2019", texts)), "R3") if o.residual)
    assert (broken.left, broken.right) == (Decimal(9), Decimal(7))
    assert broken.residual == Decimal(2)
    assert broken.status is Status.BROKEN
    assert broken.axis.zh == "表三 · 三、本年度办理结果 · （一）予以公开"


def test_the_balance_is_told_by_its_column(linter: Linter) -> None:
    (first, *_) = of(Reckoning(fill(linter, "requests-2019", {"received.person": "4"})), "R1")
    assert first.axis.zh == "表三 · 自然人"
    assert first.residual == -4


@pytest.mark.parametrize(
    ("previous", "change", "status"),
    [("5", "-5", Status.HELD), ("5", "-6", Status.BROKEN), ("5", "", Status.UNDECIDED)],
)
def test_a_bound_holds_up_to_zero(
    previous: str, change: str, status: Status, linter: Linter
) -> None:
    texts = {"licences.previous": previous, "licences.change": change}
    outcome, *_ = of(Reckoning(fill(linter, "active-2019", texts)), "R8")
    assert outcome.status is status


@pytest.mark.parametrize(
    ("projects", "amount", "status"),
    [
        ("0", "0", Status.HELD),
        ("3", "5万元", Status.HELD),
        ("3", "0", Status.BROKEN),
        ("0", "5万元", Status.BROKEN),
    ],
)
def test_projects_and_money_come_together(
    projects: str, amount: str, status: Status, linter: Linter
) -> None:
    texts = {"procurement.projects": projects, "procurement.amount": amount}
    (outcome,) = of(Reckoning(fill(linter, "active-2019", texts)), "R11")
    assert outcome.status is status


@pytest.mark.parametrize("text", ["", "/", "未统计", "3 4", "-3", "1.5", "约3"])
def test_a_figure_that_cannot_be_reckoned_with_leaves_its_relations_undecided(
    text: str, linter: Linter
) -> None:
    reckoning = Reckoning(fill(linter, "requests-2019", {"disclosed.person": text}))
    undecided = [o for o in reckoning.outcomes if o.status is Status.UNDECIDED]
    assert [outcome.relation.id for outcome in undecided] == ["R2", "R3"]
    assert [[name_of(f) for f in outcome.unknown] for outcome in undecided] == [
        ["disclosed.person"]
    ] * 2
    assert reckoning.broken == ()


def test_why_it_is_undecided_is_told_in_words(linter: Linter) -> None:
    texts = {"disclosed.person": "", "disclosed.business": "/"}
    outcomes = Reckoning(fill(linter, "requests-2019", texts)).outcomes
    said = {o.reason.en for o in outcomes if o.status is Status.UNDECIDED}
    person = "Table 3 · 三、本年度办理结果 · （一）予以公开 · 自然人 is blank"
    business = "Table 3 · 三、本年度办理结果 · （一）予以公开 · 法人或其他组织 · 商业企业"
    assert said == {person, f"{business} holds no number", f"{person}, and 1 more"}


def test_a_row_that_is_not_there_leaves_its_columns_undecided(linter: Linter) -> None:
    table = fill(linter, "requests-2019", {})
    shorter = type(table)(
        form=table.form,
        tables=table.tables,
        span=table.span,
        rows=table.rows[:-1],
        unknown_rows=(),
        misworded=(),
        missing_rows=(),
    )
    balance = of(Reckoning(shorter), "R1")
    assert {outcome.status for outcome in balance} == {Status.UNDECIDED}
    assert "is not there" in balance[0].reason.en


def test_what_relations_leave_but_one_value_is_determined(linter: Linter) -> None:
    texts = row_of("disclosed", 5, 2) | row_of("results-total", 5, 2) | row_of("received", 5, 2)
    reckoning = Reckoning(fill(linter, "requests-2019", texts | {"disclosed.person": ""}))
    assert {slot.id: value for slot, value in reckoning.determined.items()} == {
        "requests-2019.disclosed.person": Decimal(5)
    }


def test_what_two_relations_make_different_is_not_determined(linter: Linter) -> None:
    texts = row_of("disclosed", 5, 2) | {"disclosed.person": "", "results-total.person": "6"}
    assert not Reckoning(fill(linter, "requests-2019", texts)).determined


def test_what_would_be_below_zero_is_not_determined(linter: Linter) -> None:
    texts = {"cases.review-upheld": "", "cases.review-pending": "3", "cases.review-total": "2"}
    assert not Reckoning(fill(linter, "disputes", texts)).determined


def test_of_two_unknown_figures_none_is_determined(linter: Linter) -> None:
    texts = {"cases.review-upheld": "", "cases.review-corrected": "", "cases.review-total": "2"}
    assert not Reckoning(fill(linter, "disputes", texts)).determined


def test_the_chain_of_requests_goes_from_year_to_year(linter: Linter) -> None:
    last = fill(linter, "requests-2019", row_of("carried-out", 3, 1))
    this = fill(linter, "requests-2019", row_of("carried-in", 3, 2))
    chain = of(Reckoning(this, last_year=last), "R5")
    assert [outcome.status for outcome in chain[:2]] == [Status.HELD, Status.BROKEN]
    assert len(chain) == COLUMNS
    assert not of(Reckoning(this), "R5")


def test_the_chain_goes_on_where_the_edition_changes(linter: Linter) -> None:
    last = fill(linter, "requests-2019", row_of("carried-out", 3))
    this = fill(linter, "requests-2021", row_of("carried-in", 2))
    assert of(Reckoning(this, last_year=last), "R5")[0].residual == -1


def test_the_chains_of_documents_and_projects(linter: Linter) -> None:
    last = fill(linter, "active-2021", {"normative-documents.in-force": "20"})
    texts = {
        "normative-documents.issued": "3",
        "normative-documents.repealed": "2",
        "normative-documents.in-force": "22",
    }
    documents = of(Reckoning(fill(linter, "active-2021", texts), last_year=last), "R6")
    assert [outcome.residual for outcome in documents] == [0, 1]
    before = fill(linter, "active-2019", {"fees.previous": "9", "fees.change": "-2"})
    after = fill(linter, "active-2019", {"fees.previous": "7"})
    projects = of(Reckoning(after, last_year=before), "R9")
    assert {outcome.status for outcome in projects} == {Status.HELD}


def test_a_government_s_figures_are_the_sums_over_its_bodies(linter: Linter) -> None:
    bodies = [fill(linter, "disputes", {"cases.review-upheld": text}) for text in ("2", "3")]
    texts = {"cases.review-upheld": "6", "cases.review-total": "6"}
    sums = of(Reckoning(fill(linter, "disputes", texts), bodies=bodies), "R12")
    wrong = [outcome for outcome in sums if outcome.status is Status.BROKEN]
    assert [(o.axis.zh, o.left, o.right) for o in wrong] == [
        ("表四 · 行政复议 · 结果维持", Decimal(6), Decimal(5)),
        ("表四 · 行政复议 · 总计", Decimal(6), Decimal(0)),
    ]
