"""The three meanings of a blank cell: zero by habit, a total left out, a figure forgotten."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport, BoundTable, State
from disclint.blanks import Blanks, read_blanks
from disclint.forms import Form, Slot
from disclint.relations import Reckoning
from tests.writing import write_table

Bind = Callable[[str], BoundReport]


def read(table: BoundTable) -> Blanks:
    return read_blanks(Reckoning(table))


def filled(bind: Bind, form: Form, texts: Mapping[str, str], rest: str) -> BoundTable:
    """Return a table with `texts` by row and column, as `received.person`, and else `rest`."""

    def value(slot: Slot) -> str:
        return texts.get(f"{slot.row.id}.{slot.column.id}", rest)

    (table,) = bind(write_table(form, value, "pipes")).tables
    return table


def meanings(blanks: Blanks) -> tuple[list[str], list[str], list[str]]:
    """Return the blanks that are zero, totals and neither, by row and column."""
    slots = (
        [figure.slot for figure in blanks.as_zero],
        [outcome.sum[0].slot for outcome in blanks.totals],
        [figure.slot for figure in blanks.others],
    )
    zero, totals, others = ([f"{slot.row.id}.{slot.column.id}" for slot in part] for part in slots)
    return zero, totals, others


@pytest.mark.parametrize("rest", ["0", "5", "—", "见附件"])
def test_without_blanks_there_is_nothing_to_read(
    rest: str, bind: Bind, forms: dict[str, Form]
) -> None:
    table = filled(bind, forms["active-2021"], {"licences.decisions": "1"}, rest)
    assert meanings(read(table)) == ([], [], [])


def test_a_blank_in_a_table_that_writes_zero_is_a_figure_forgotten(
    bind: Bind, forms: dict[str, Form]
) -> None:
    table = filled(bind, forms["active-2021"], {"licences.decisions": ""}, "0")
    assert meanings(read(table)) == ([], [], ["licences.decisions"])


@pytest.mark.parametrize("zero", ["0", "０", "0.0", "0件"])
def test_however_zero_is_written_it_is_written(
    zero: str, bind: Bind, forms: dict[str, Form]
) -> None:
    table = filled(bind, forms["active-2021"], {"licences.decisions": zero}, "")
    zeros, _, others = meanings(read(table))
    assert (zeros, len(others)) == ([], 9)


def test_in_a_table_without_a_zero_three_blanks_are_zeros(
    bind: Bind, forms: dict[str, Form]
) -> None:
    blanks = {"rules.issued": "", "rules.repealed": "", "coercion.decisions": ""}
    table = filled(bind, forms["active-2021"], blanks, "5")
    assert meanings(read(table)) == (list(blanks), [], [])


def test_two_blanks_are_no_habit(bind: Bind, forms: dict[str, Form]) -> None:
    blanks = {"rules.issued": "", "rules.repealed": ""}
    table = filled(bind, forms["active-2021"], blanks, "5")
    assert meanings(read(table)) == ([], [], list(blanks))


def test_a_table_of_blanks_is_a_table_of_zeros(bind: Bind, forms: dict[str, Form]) -> None:
    zeros, totals, others = meanings(read(filled(bind, forms["requests-2021"], {}, "")))
    assert (len(zeros), totals, others) == (25 * 7, [], [])


def test_a_column_may_have_a_habit_of_its_own(bind: Bind, forms: dict[str, Form]) -> None:
    form = forms["requests-2021"]
    rows = [row.id for row in form.blocks[0].rows]
    table = filled(bind, form, {f"{row}.research": "" for row in rows}, "0")
    assert meanings(read(table)) == ([f"{row}.research" for row in rows], [], [])


def test_a_column_of_two_rows_has_no_habit(bind: Bind, forms: dict[str, Form]) -> None:
    blanks = {"rules.issued": "", "rules.repealed": "", "normative-documents.issued": ""}
    table = filled(bind, forms["active-2021"], blanks, "0")
    assert meanings(read(table)) == ([], [], list(blanks))


def test_a_column_of_which_four_rows_are_there_has_no_habit(bind: Bind) -> None:
    rows = ("2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请")
    text = "".join(f"| {row} | 0 | 0 |  | 0 | 0 | 0 | 0 |\n" for row in rows)
    (table,) = bind(text + "| （七）总计 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |\n").tables
    zeros, _, others = meanings(read(table))
    assert (zeros, len(others)) == ([], 3)


def test_a_column_with_two_blanks_has_no_habit(bind: Bind, forms: dict[str, Form]) -> None:
    form = forms["requests-2021"]
    texts = {f"{row.id}.research": "1" for row in form.blocks[0].rows}
    texts |= {"declined-repeated.research": "", "declined-massive.research": ""}
    zeros, _, others = meanings(read(filled(bind, form, texts, "0")))
    assert zeros == []
    assert others == ["declined-repeated.research", "declined-massive.research"]


def test_a_blank_of_which_the_form_gives_the_parts_is_a_total(
    bind: Bind, forms: dict[str, Form]
) -> None:
    table = filled(bind, forms["disputes"], {"cases.review-total": ""}, "0")
    assert meanings(read(table)) == ([], ["cases.review-total"], [])


def test_a_total_comes_once_though_two_relations_make_it(
    bind: Bind, forms: dict[str, Form]
) -> None:
    table = filled(bind, forms["requests-2021"], {"results-total.total": ""}, "0")
    assert meanings(read(table)) == ([], ["results-total.total"], [])


def test_a_part_of_a_total_is_none_itself(bind: Bind, forms: dict[str, Form]) -> None:
    table = filled(bind, forms["disputes"], {"cases.review-pending": ""}, "0")
    assert meanings(read(table)) == ([], [], ["cases.review-pending"])


def test_a_total_of_parts_above_zero_is_left_out_whatever_the_habit(
    bind: Bind, forms: dict[str, Form]
) -> None:
    zeros, totals, others = meanings(
        read(filled(bind, forms["disputes"], {"cases.review-upheld": "2"}, ""))
    )
    assert totals == ["cases.review-total"]
    assert len(zeros) == 13
    assert others == []


def test_a_total_of_parts_that_are_zero_by_habit_is_zero_by_habit(
    bind: Bind, forms: dict[str, Form]
) -> None:
    texts = {"cases.review-upheld": "2", "cases.review-total": "2"}
    zeros, totals, _ = meanings(read(filled(bind, forms["disputes"], texts, "")))
    assert totals == []
    assert "cases.direct-total" in zeros


def test_a_placeholder_is_no_blank(bind: Bind, forms: dict[str, Form]) -> None:
    table = filled(bind, forms["active-2021"], {"licences.decisions": "3"}, "—")
    assert meanings(read(table)) == ([], [], [])


@settings(max_examples=40)
@given(texts=st.lists(st.sampled_from(["", "", "0", "1"]), min_size=14, max_size=14))
def test_a_blank_has_one_meaning(bind: Bind, forms: dict[str, Form], texts: list[str]) -> None:
    assume("" in texts)
    columns = [column.id for column in forms["disputes"].blocks[0].columns]
    by_name = {f"cases.{column}": text for column, text in zip(columns[1:], texts, strict=True)}
    table = filled(bind, forms["disputes"], by_name, "1")
    found = [name for part in meanings(read(table)) for name in part]
    blanks = [
        f"{figure.slot.row.id}.{figure.slot.column.id}"
        for figure in table.figures()
        if figure.state is State.BLANK
    ]
    assert sorted(found) == sorted(blanks)
