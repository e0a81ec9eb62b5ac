"""Entries set against the rows of a form: by label, by closeness, by place."""

from textwrap import dedent
from time import process_time

import pytest

from disclint.binding.alignment import Alignment, align
from disclint.binding.entries import entries
from disclint.binding.lexicon import lexicon
from disclint.forms import Form
from disclint.parsing.pipes import Pipes
from disclint.source import Span
from tests.writing import write_table

WHOLE = """\
    | 规章 | 0 | 0 | 0 |
    | 行政规范性文件 | 0 | 0 | 0 |
    | 行政许可 | 0 |
    | 行政处罚 | 0 |
    | 行政强制 | 0 |
    | 行政事业性收费 | 0 |
    """


def aligned(text: str, form: Form) -> Alignment:
    """Return the alignment of a table of pipes."""
    table = dedent(text)
    return align(list(entries(Pipes().read(table, Span(0, len(table))).rows, form)), form)


def rows(alignment: Alignment) -> list[str | None]:
    return [entry.key.row.id if entry.key else None for entry in alignment.entries]


def missing(alignment: Alignment) -> list[tuple[str, int]]:
    return [(key.row.id, after) for key, after in alignment.missing()]


@pytest.fixture(scope="module")
def active(forms: dict[str, Form]) -> Form:
    return forms["active-2021"]


@pytest.mark.parametrize("name", ["active-2019", "active-2021", "requests-2019", "requests-2021"])
def test_a_whole_table_has_every_row_once_and_in_order(name: str, forms: dict[str, Form]) -> None:
    alignment = aligned(write_table(forms[name], lambda _: "0", "pipes"), forms[name])
    assert rows(alignment) == [key.row.id for key in lexicon(forms[name]).rows]
    assert missing(alignment) == []


def test_a_row_that_is_not_there_is_due_after_the_one_before_it(active: Form) -> None:
    alignment = aligned(WHOLE.replace("| 行政许可 | 0 |\n", ""), active)
    assert missing(alignment) == [("licences", 1)]


def test_the_first_row_is_due_before_all_entries(active: Form) -> None:
    alignment = aligned(WHOLE.replace("| 规章 | 0 | 0 | 0 |\n", ""), active)
    assert missing(alignment) == [("rules", -1)]


def test_rows_at_the_end_are_all_due_after_the_last_entry(active: Form) -> None:
    alignment = aligned("| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 0 | 0 | 0 |\n", active)
    assert missing(alignment) == [("licences", 1), ("penalties", 1), ("coercion", 1), ("fees", 1)]


def test_a_misspelt_label_is_the_row_that_it_is_close_to(active: Form) -> None:
    alignment = aligned(WHOLE.replace("行政规范性文件", "行政规范文件"), active)
    assert rows(alignment)[1] == "normative-documents"
    assert missing(alignment) == []


def test_a_label_that_is_far_off_is_the_one_row_that_fits_its_place(active: Form) -> None:
    alignment = aligned(WHOLE.replace("行政处罚", "处罚决定"), active)
    assert rows(alignment)[3] == "penalties"


def test_a_label_of_quite_other_words_is_no_row_even_in_its_place(active: Form) -> None:
    alignment = aligned(WHOLE.replace("行政处罚", "网民来信"), active)
    assert rows(alignment)[3] is None
    assert missing(alignment) == [("penalties", 2)]


def test_a_row_without_a_label_is_the_one_that_is_lacking_in_its_place(active: Form) -> None:
    alignment = aligned(WHOLE.replace("| 行政许可 | 0 |", "|  | 0 |"), active)
    assert rows(alignment)[2] == "licences"


def test_a_row_without_a_label_is_not_guessed_where_two_are_lacking(active: Form) -> None:
    text = WHOLE.replace("| 行政处罚 | 0 |", "|  | 0 |").replace("| 行政强制 | 0 |\n", "")
    alignment = aligned(text, active)
    assert rows(alignment)[3] is None
    assert missing(alignment) == [("penalties", 2), ("coercion", 2)]


def test_a_row_without_a_label_is_not_one_that_has_more_columns(active: Form) -> None:
    alignment = aligned(WHOLE.replace("| 规章 | 0 | 0 | 0 |", "|  | 0 |"), active)
    assert rows(alignment)[0] is None


def test_a_row_that_comes_again_is_none_of_the_form(active: Form) -> None:
    alignment = aligned(WHOLE + "    | 行政处罚 | 5 |\n", active)
    assert rows(alignment)[3] == "penalties"
    assert rows(alignment)[-1] is None


def test_a_label_that_is_close_to_no_row_is_none(forms: dict[str, Form]) -> None:
    text = """\
        | 规章 | 0 | 0 | 0 |
        | 规范性文件 | 0 | 0 | 0 |
        | 行政许可 | 0 | 0 | 0 |
        | 其他对外管理服务事项 | 0 | 0 | 0 |
        | 行政 | 0 | 0 | 0 |
        """
    assert rows(aligned(text, forms["active-2019"]))[-1] is None


def test_a_misspelling_of_either_of_two_rows_is_neither(active: Form) -> None:
    text = WHOLE.replace("行政处罚", "行政处制").replace("| 行政强制 | 0 |\n", "")
    assert rows(aligned(text, active))[3] is None


def test_a_misspelt_label_is_no_row_that_stands_elsewhere(active: Form) -> None:
    text = WHOLE.replace("| 行政处罚 | 0 |\n", "").replace(
        "| 规章 | 0 | 0 | 0 |\n", "| 规章 | 0 | 0 | 0 |\n    | 行政处罚决定 | 0 |\n"
    )
    assert rows(aligned(text, active))[1] is None


def test_a_word_before_blanks_that_is_no_row_becomes_a_word_of_the_next_head(active: Form) -> None:
    text = WHOLE.replace("| 行政许可 |", "| 网民来信 |  |\n    | 行政许可 |")
    alignment = aligned(text, active)
    assert rows(alignment) == [key.row.id for key in lexicon(active).rows]
    assert [cell.text for cell in alignment.entries[2].above] == ["网民来信"]


def test_a_misspelt_label_before_blanks_is_its_row_all_the_same(active: Form) -> None:
    alignment = aligned(WHOLE.replace("| 行政许可 | 0 |", "| 行政许可证 |  |"), active)
    assert rows(alignment)[2] == "licences"
    assert not alignment.entries[2].tentative


def test_the_one_row_of_figures_of_a_form_without_labels_is_its_row(
    forms: dict[str, Form],
) -> None:
    form = forms["disputes"]
    alignment = aligned(write_table(form, lambda _: "0", "pipes"), form)
    assert [key for key in rows(alignment) if key] == ["cases"]
    assert missing(alignment) == []


def test_a_table_whose_rows_come_again_and_again_is_aligned_soon(active: Form) -> None:
    (row,) = entries(
        Pipes().read(text := "| 规章 | 0 | 0 | 0 |\n", Span(0, len(text))).rows, active
    )
    begin = process_time()
    align([row] * 25_000, active)
    assert process_time() - begin < 3
