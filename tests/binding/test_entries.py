"""Rows of a document cut into labels with the cells after them."""

from textwrap import dedent

import pytest

from disclint.binding.entries import Entry, entries
from disclint.forms import Form
from disclint.parsing.pipes import Pipes
from disclint.source import Span


def read(text: str, form: Form) -> list[Entry]:
    """Return the entries of a table of pipes."""
    table = dedent(text)
    return list(entries(Pipes().read(table, Span(0, len(table))).rows, form))


def shown(entry: Entry) -> tuple[list[str], str | None, list[str], str | None]:
    """Return the words above, the label, the cells and the row of an entry."""
    return (
        [cell.text for cell in entry.above],
        entry.label.text if entry.label else None,
        [cell.text for cell in entry.values],
        entry.key.row.id if entry.key else None,
    )


@pytest.fixture(scope="module")
def active(forms: dict[str, Form]) -> Form:
    return forms["active-2021"]


def test_a_label_has_the_cells_after_it(active: Form) -> None:
    (entry,) = read("| 规章 | 1 |  | 3 |\n", active)
    assert shown(entry) == ([], "规章", ["1", "", "3"], "rules")
    assert not entry.tentative


def test_an_entry_reaches_from_its_label_to_its_last_cell(active: Form) -> None:
    (entry,) = read("| 规章 | 1 | 25 |\n", active)
    assert entry.span == Span(2, 13)


def test_a_label_without_cells_stands_alone(active: Form) -> None:
    (entry,) = read("| 规章 |\n", active)
    assert shown(entry) == ([], "规章", [], "rules")
    assert entry.span == Span(2, 4)


def test_rows_of_words_stand_above_the_next_label(active: Form) -> None:
    text = """\
        | 第二十条第（一）项 |
        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
        | 规章 | 0 | 0 | 0 |
        | 行政规范性文件 | 1 | 2 | 3 |
        """
    first, second = read(text, active)
    assert [cell.text for cell in first.above] == [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
    ]
    assert shown(second) == ([], "行政规范性文件", ["1", "2", "3"], "normative-documents")


def test_a_label_that_spans_rows_stands_above_the_label_beside_it(forms: dict[str, Form]) -> None:
    row = "| 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 1 | 2 |\n"
    (entry,) = read(row, forms["requests-2021"])
    assert shown(entry) == (
        ["三、本年度办理结果", "（三）不予公开"],
        "1.属于国家秘密",
        ["1", "2"],
        "refused-state-secret",
    )


def test_two_labels_in_one_row_have_their_own_cells(active: Form) -> None:
    first, second = read("| 行政处罚 | 1 | 行政强制 | 2 |\n", active)
    assert shown(first) == ([], "行政处罚", ["1"], "penalties")
    assert shown(second) == ([], "行政强制", ["2"], "coercion")


def test_words_between_two_labels_of_a_row_lead_to_the_second(active: Form) -> None:
    text = "| 行政处罚 | 1 | 第二十条第（八）项 | 行政事业性收费 | 2 |\n"
    first, second = read(text, active)
    assert shown(first) == ([], "行政处罚", ["1"], "penalties")
    assert shown(second) == (["第二十条第（八）项"], "行政事业性收费", ["2"], "fees")


def test_words_after_the_last_label_of_a_row_are_in_the_place_of_its_figures(active: Form) -> None:
    (entry,) = read("| 规章 | 见附件 | 0 | 0 |\n", active)
    assert shown(entry) == ([], "规章", ["见附件", "0", "0"], "rules")


def test_a_label_broken_over_two_cells_is_one(active: Form) -> None:
    (entry,) = read("| 行政规范性 | 文件 | 1 | 2 | 3 |\n", active)
    assert shown(entry) == ([], "行政规范性\n文件", ["1", "2", "3"], "normative-documents")


def test_figures_after_an_unknown_label_are_an_entry_without_a_row(active: Form) -> None:
    (entry,) = read("| 行政指导 | 4 |\n", active)
    assert shown(entry) == ([], "行政指导", ["4"], None)
    assert not entry.tentative


def test_figures_without_any_label_are_an_entry_without_a_row(active: Form) -> None:
    (entry,) = read("| 4 | 5 | 6 |\n", active)
    assert shown(entry) == ([], None, ["4", "5", "6"], None)


def test_a_word_of_the_head_beside_figures_is_not_their_label(active: Form) -> None:
    (entry,) = read("| 信息内容 | 4 | 5 | 6 |\n", active)
    assert shown(entry) == (["信息内容"], None, ["4", "5", "6"], None)


@pytest.mark.parametrize("value", ["0", "—", "3 4"])
def test_whatever_stands_in_the_place_of_a_figure_makes_an_entry(value: str, active: Form) -> None:
    (entry,) = read(f"| 行政指导 | {value} |\n", active)
    assert [cell.text for cell in entry.values] == [value]


def test_an_unknown_word_before_blanks_alone_may_be_of_the_head(active: Form) -> None:
    (entry,) = read("| 行政指导 |  |  |\n", active)
    assert shown(entry) == ([], "行政指导", ["", ""], None)
    assert entry.tentative


def test_words_left_at_the_end_come_last_and_without_a_label(active: Form) -> None:
    first, last = read("| 规章 | 0 | 0 | 0 |\n| 信息内容 | 本年处理决定数量 |\n", active)
    assert shown(first)[1] == "规章"
    assert shown(last) == (["信息内容", "本年处理决定数量"], None, [], None)
    assert last.span == last.above[0].span | last.above[1].span


def test_a_blank_in_the_first_column_of_a_form_without_labels_is_a_cell(
    forms: dict[str, Form],
) -> None:
    (entry,) = read("|  | 0 |" + " 0 |" * 13 + "\n", forms["disputes"])
    assert [cell.text for cell in entry.values] == ["", *["0"] * 14]


def test_no_rows_are_no_entries(active: Form) -> None:
    assert list(entries([], active)) == []


def test_a_row_that_numbers_the_columns_is_none(active: Form) -> None:
    assert read("| 栏次 | 1 | 2 | 3 |\n", active) == []
    many = " | ".join(map(str, range(1, 13)))
    assert read(f"| {many} |\n", active) == []


def test_figures_that_happen_to_count_up_are_figures(active: Form) -> None:
    (entry,) = read("| 规章 | 1 | 2 | 3 |\n", active)
    assert shown(entry)[2] == ["1", "2", "3"]
    (entry,) = read("| 1 | 2 | 3 |\n", active)
    assert shown(entry)[2] == ["1", "2", "3"]
