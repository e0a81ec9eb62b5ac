"""What a report means: the answers of its parts."""

from collections.abc import Callable
from decimal import Decimal
from textwrap import dedent

import pytest

from disclint.binding.bound import COUNTERS, BoundReport, Figure, Misfit, State
from disclint.binding.legible import is_legible
from disclint.forms import Form, Slot
from tests.writing import table_rows, write_report, write_rows

Bind = Callable[[str], BoundReport]


def figure(bind: Bind, text: str) -> Figure:
    """Return the first figure of the first table in `text`."""
    return next(bind(dedent(text)).figures())


@pytest.mark.parametrize(
    ("state", "published"),
    [
        (State.FIGURE, "figure"),
        (State.BLANK, "blank"),
        (State.PLACEHOLDER, "placeholder"),
        (State.MISSING, "missing"),
        (State.WORDS, "unreadable"),
        (State.FUSED, "unreadable"),
        (State.UNPLACED, "unreadable"),
    ],
)
def test_a_state_is_published_in_one_of_five_words(state: State, published: str) -> None:
    assert state.published == published


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", Decimal(12)),
        ("12件", Decimal(12)),
        ("-3", None),
        ("1.5", None),
        ("12万元", None),
        ("约12", None),
        ("12余件", None),
        ("", None),
        ("—", None),
        ("见附件", None),
    ],
)
def test_a_count_can_be_reckoned_with_if_it_is_exact_and_possible_and_has_no_unit_but_a_counter(
    text: str, amount: Decimal | None, bind: Bind
) -> None:
    assert figure(bind, f"| 行政处罚 | {text} |\n| 行政强制 | 0 |\n").amount == amount


@pytest.mark.parametrize("text", ["-3", "1.5"])
def test_what_a_count_cannot_be_is_a_value_all_the_same(text: str, bind: Bind) -> None:
    found = figure(bind, f"| 行政处罚 | {text} |\n| 行政强制 | 0 |\n")
    assert (found.value, found.amount) == (Decimal(text), None)


@pytest.mark.parametrize("counter", sorted(COUNTERS))
def test_a_counter_does_not_change_a_count(counter: str, bind: Bind) -> None:
    text = f"| 行政处罚 | 7{counter} |\n| 行政强制 | 0 |\n"
    assert figure(bind, text).amount == 7


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12.5", Decimal("12.5")), ("12.5万元", Decimal("12.5")), ("约12万元", None)],
)
def test_an_amount_of_money_can_be_reckoned_with_in_any_unit(
    text: str, amount: Decimal | None, bind: Bind
) -> None:
    assert figure(bind, f"| 行政事业性收费 | {text} |\n").amount == amount


def test_a_figure_is_called_by_its_place_in_the_form(bind: Bind) -> None:
    found = figure(bind, "| 行政处罚 | 3 |\n| 行政强制 | 0 |\n")
    assert found.name.zh == "表二 · 第二十条第（六）项 · 行政处罚 · 本年处理决定数量"


def test_the_figures_come_table_by_table_and_row_by_row(bind: Bind, forms: dict[str, Form]) -> None:
    names = ("active-2021", "requests-2021", "disputes")
    report = bind(write_report([forms[name] for name in names], lambda _: "0", year=2023))
    slots = [
        Slot(form, block, row, column).id
        for form in map(forms.__getitem__, names)
        for block in form.blocks
        for row in block.rows
        for column in block.columns
    ]
    assert [found.slot.id for found in report.figures()] == slots


def with_short_rows(form: Form, count: int) -> str:
    """Return a table the last `count` rows of which lack a cell."""
    rows = list(table_rows(form, lambda _: "0"))
    keep = len(rows) - count
    return write_rows([*rows[:keep], *(row[:-1] for row in rows[keep:])])


def with_unknown_rows(form: Form, count: int) -> str:
    """Return a table with `count` rows more than the form has."""
    rows = (["网民来信" + "甲" * number, "5"] for number in range(count))
    return write_rows([*table_rows(form, lambda _: "0"), *rows])


@pytest.mark.parametrize("strange", [0, 1, 12])
def test_a_table_is_legible_as_long_as_half_its_rows_are(
    strange: int, bind: Bind, forms: dict[str, Form]
) -> None:
    (table,) = bind(with_short_rows(forms["requests-2021"], strange)).tables
    assert is_legible(table)
    assert sum(1 for row in table.rows if row.misfit) == strange


def test_a_table_most_rows_of_which_have_a_wrong_number_of_cells_is_illegible(
    bind: Bind, forms: dict[str, Form]
) -> None:
    assert bind(with_short_rows(forms["requests-2021"], 13)).tables == ()


def test_a_cell_too_few_does_not_make_a_table_of_one_row_illegible(
    bind: Bind, forms: dict[str, Form]
) -> None:
    (table,) = bind(with_short_rows(forms["disputes"], 1)).tables
    assert [row.misfit for row in table.rows] == [Misfit.FEWER]


def test_rows_of_unknown_labels_make_a_table_illegible_as_well(
    bind: Bind, forms: dict[str, Form]
) -> None:
    assert bind(with_unknown_rows(forms["active-2021"], 3)).tables
    assert bind(with_unknown_rows(forms["active-2021"], 4)).tables == ()


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n\n平稳有序。\n\n六、其他需要报告的事项\n\n无。\n",
        "| 行政处罚 | 3 |\n| 行政强制 | 0 |\n",
    ],
)
def test_a_table_or_two_sections_make_a_report(text: str, bind: Bind) -> None:
    assert bind(text).is_report


@pytest.mark.parametrize(
    "text",
    ["", "全县平稳有序。\n", "一、总体情况\n\n平稳有序。\n", "| 渠道 | 微博 |\n| 条数 | 3 |\n"],
)
def test_anything_less_is_no_report(text: str, bind: Bind) -> None:
    assert not bind(text).is_report
