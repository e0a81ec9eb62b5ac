"""Tables of a document matched to the forms: where one ends, and of which edition it is."""

from collections.abc import Callable, Sequence
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport, BoundTable
from disclint.binding.tables import Part, Stretch, bind_table, stretches
from disclint.forms import Form
from disclint.nodes import Table
from disclint.parsing.pipes import Pipes
from disclint.source import Span
from tests.writing import table_rows, write_rows, write_table

Bind = Callable[[str], BoundReport]

PENALTIES = "| 行政处罚 | 3 |\n| 行政强制 | 0 |\n"
REQUESTS = "| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"


def table(text: str) -> Table:
    """Return a table of pipes."""
    piece = dedent(text)
    return Pipes().read(piece, Span(0, len(piece)))


def cut(tables: Sequence[Table], forms: Sequence[Form]) -> list[Stretch]:
    """Cut tables that stand under one heading, none being due there."""
    return stretches([Part(tables)], forms)


def numbers(found: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Return the number of the official table and of the rows of each stretch."""
    return [(stretch.number, len(stretch.rows)) for stretch in found]


def bound(text: str, forms: dict[str, Form], year: int | None = None) -> BoundTable:
    (stretch,) = cut([table(text)], list(forms.values()))
    return bind_table(stretch, list(forms.values()), year)


def zeros(form: Form) -> str:
    return write_table(form, lambda _: "0", "pipes")


@pytest.mark.parametrize(
    ("name", "number"),
    [("active-2019", 2), ("active-2021", 2), ("requests-2021", 3), ("disputes", 4)],
)
def test_a_table_is_known_by_its_words(name: str, number: int, forms: dict[str, Form]) -> None:
    (stretch,) = cut([table(zeros(forms[name]))], list(forms.values()))
    assert stretch.number == number


def test_a_table_that_a_page_breaks_is_one(forms: dict[str, Form]) -> None:
    pieces = [table("| 行政处罚 | 3 |\n"), table("| 行政强制 | 0 |\n")]
    (stretch,) = cut(pieces, list(forms.values()))
    assert len(stretch.rows) == 2
    assert [id(piece) for piece in stretch.tables] == [id(piece) for piece in pieces]


def test_two_official_tables_in_one_piece_are_cut_apart(forms: dict[str, Form]) -> None:
    piece = table(PENALTIES + REQUESTS)
    found = cut([piece], list(forms.values()))
    assert numbers(found) == [(2, 2), (3, 1)]
    assert all(stretch.tables == [piece] for stretch in found)


def test_rows_without_official_words_belong_to_the_table_that_goes_on(
    forms: dict[str, Form],
) -> None:
    text = PENALTIES + "| 网民来信 | 5 |\n" + REQUESTS
    assert numbers(cut([table(text)], list(forms.values()))) == [(2, 3), (3, 1)]


def test_rows_before_the_first_official_word_belong_to_its_table(forms: dict[str, Form]) -> None:
    found = cut([table("| 项目 | 数量 |\n" + PENALTIES)], list(forms.values()))
    assert numbers(found) == [(2, 3)]


def test_a_table_that_is_not_official_is_left_out(forms: dict[str, Form]) -> None:
    other = table("| 渠道 | 条数 |\n| 微博 | 12 |\n| 微信 | 30 |\n")
    found = cut([table(PENALTIES), other, table(REQUESTS)], list(forms.values()))
    assert numbers(found) == [(2, 2), (3, 1)]


def test_a_word_of_several_official_tables_is_no_evidence(forms: dict[str, Form]) -> None:
    assert cut([table("| 总计 | 合计 |\n| 1 | 2 |\n")], list(forms.values())) == []


def test_a_row_with_words_of_two_official_tables_is_no_evidence(forms: dict[str, Form]) -> None:
    found = cut([table(REQUESTS + "| 行政许可 | 结果维持 |\n")], list(forms.values()))
    assert numbers(found) == [(3, 2)]


def test_an_everyday_word_does_not_make_a_table_official(bind: Bind) -> None:
    assert bind("| 渠道 | 微博 | 其他 |\n|---|---|---|\n| 条数 | 12 | 5 |\n").tables == ()


def test_no_tables_have_no_cut(forms: dict[str, Form]) -> None:
    assert cut([], list(forms.values())) == []


@pytest.mark.parametrize("year", [None, 2020, 2023])
@pytest.mark.parametrize("name", ["active-2019", "active-2021", "requests-2019", "requests-2021"])
def test_the_words_tell_the_edition_whatever_the_year(
    name: str, year: int | None, forms: dict[str, Form]
) -> None:
    assert bound(zeros(forms[name]), forms, year).form.id == name


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2019, "requests-2019"),
        (2020, "requests-2019"),
        (2021, "requests-2021"),
        (2023, "requests-2021"),
    ],
)
def test_where_the_words_fit_both_editions_the_year_tells(
    year: int, name: str, forms: dict[str, Form]
) -> None:
    assert bound(REQUESTS, forms, year).form.id == name


def test_where_nothing_tells_the_edition_it_is_the_newest(forms: dict[str, Form]) -> None:
    assert bound(REQUESTS, forms, None).form.id == "requests-2021"


def test_a_bound_table_has_its_rows_in_the_order_of_the_text(forms: dict[str, Form]) -> None:
    text = "| 行政强制 | 4 |\n| 行政处罚 | 3 |\n"
    found = bound(text, forms, 2023)
    assert [(row.row.id, row.figures[0].text) for row in found.rows] == [
        ("coercion", "4"),
        ("penalties", "3"),
    ]
    assert text[found.span.start : found.span.end] == text.strip("| \n")


def test_a_bound_table_says_which_rows_are_lacking_and_after_which(forms: dict[str, Form]) -> None:
    text = zeros(forms["active-2021"]).replace("| 行政许可 | 0 |\n", "")
    found = bound(text, forms, 2023)
    ((row, block, after),) = found.missing_rows
    assert (row.id, block.title) == ("licences", "第二十条第（五）项")
    assert after == found.rows[1].span


def test_a_row_lacking_at_the_top_is_due_at_the_table(forms: dict[str, Form]) -> None:
    found = bound(zeros(forms["active-2021"]).replace("| 规章 | 0 | 0 | 0 |\n", ""), forms, 2023)
    assert found.missing_rows[0][2].start == found.span.start


def test_a_bound_table_keeps_rows_that_are_strange_to_it(forms: dict[str, Form]) -> None:
    text = zeros(forms["active-2021"]).replace("| 行政许可", "| 网民来信 | 5 |\n| 行政许可")
    found = bound(text, forms, 2023)
    (strange,) = found.unknown_rows
    assert (strange.label, strange.form) == ("网民来信", forms["active-2021"])
    assert text[strange.span.start : strange.span.end] == "网民来信"


def test_a_bound_table_keeps_labels_that_are_misspelt(forms: dict[str, Form]) -> None:
    found = bound(zeros(forms["active-2021"]).replace("本年制发件数", "本年制定件数"), forms, 2023)
    assert [label.expected for label in found.misworded] == ["本年制发件数"]


def test_an_illegible_table_is_not_bound(bind: Bind, forms: dict[str, Form]) -> None:
    form = forms["requests-2021"]
    rows = [row[:-3] if row[-1] == "0" else row for row in table_rows(form, lambda _: "0")]
    assert bind(write_table(form, lambda _: "0")).tables
    assert bind(write_rows(rows)).tables == ()


def test_a_table_with_a_few_rows_too_short_is_bound(bind: Bind, forms: dict[str, Form]) -> None:
    rows = list(table_rows(forms["requests-2021"], lambda _: "0"))
    rows[-1] = rows[-1][:-1]
    (found,) = bind(write_rows(rows)).tables
    assert [row.row.id for row in found.rows if row.misfit] == ["carried-out"]


def test_a_total_by_its_other_name_is_a_column_as_well(bind: Bind, forms: dict[str, Form]) -> None:
    rows = list(table_rows(forms["requests-2021"], lambda _: "0"))
    rows = [["合计" if cell == "总计" else cell for cell in row] for row in rows]
    (found,) = bind(write_rows(rows)).tables
    assert found.unknown_rows == ()
    assert all(row.misfit is None for row in found.rows)


def test_tables_of_one_report_may_be_of_two_editions(bind: Bind, forms: dict[str, Form]) -> None:
    title = "青禾县2023年政府信息公开工作年度报告\n\n"
    text = title + zeros(forms["active-2021"]) + "\n好。\n\n" + zeros(forms["requests-2019"])
    assert [table.form.id for table in bind(text).tables] == ["active-2021", "requests-2019"]
