"""The words of a table's heads set against those of the form."""

from textwrap import dedent

import pytest

from disclint.binding.alignment import align
from disclint.binding.entries import entries
from disclint.binding.heads import Heads, block_size, read_heads
from disclint.forms import Form
from disclint.parsing.aligned import Aligned
from disclint.parsing.pipes import Pipes
from disclint.source import Span
from tests.writing import write_table

HEAD = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
RULES = "| 规章 | 0 | 0 | 0 |\n"
DOCUMENTS = "| 行政规范性文件 | 0 | 0 | 0 |\n"


def heads(text: str, form: Form) -> Heads:
    """Return what the words of a table of pipes say."""
    table = dedent(text)
    rows = Pipes().read(table, Span(0, len(table))).rows
    return read_heads(align(list(entries(rows, form)), form))


def misworded(found: Heads) -> list[tuple[str, str]]:
    return [(label.cell.text, label.expected) for label in found.misworded]


@pytest.fixture(scope="module")
def active(forms: dict[str, Form]) -> Form:
    return forms["active-2021"]


@pytest.mark.parametrize(
    "name", ["active-2019", "active-2021", "requests-2019", "requests-2021", "disputes"]
)
def test_a_table_to_the_letter_has_every_word_and_none_misspelt(
    name: str, forms: dict[str, Form]
) -> None:
    found = heads(write_table(forms[name], lambda _: "0", "pipes"), forms[name])
    assert found.matched == sum(map(block_size, forms[name].blocks))
    assert misworded(found) == []


def test_the_size_of_a_block_counts_each_word_as_often_as_it_is_printed(
    forms: dict[str, Form],
) -> None:
    assert block_size(forms["active-2021"].blocks[0]) == len(["title", "header", 1, 2, 3])
    assert block_size(forms["disputes"].blocks[0]) == 4 + 15


def test_only_the_words_that_are_there_are_counted(active: Form) -> None:
    assert heads(HEAD + RULES, active).matched == 4


@pytest.mark.parametrize("word", ["本年 制发 件数", "本年製發件數"])
def test_another_spelling_of_a_word_is_no_misspelling(word: str, active: Form) -> None:
    found = heads(HEAD.replace("本年制发件数", word) + RULES, active)
    assert misworded(found) == []


def test_a_variant_of_a_column_s_label_is_no_misspelling(active: Form) -> None:
    found = heads("| 信息内容 | 本年收费金额 |\n| 行政事业性收费 | 0 |\n", active)
    assert (found.matched, misworded(found)) == (2, [])


def test_a_word_that_is_close_to_one_of_the_head_is_that_one_misspelt(active: Form) -> None:
    found = heads(HEAD.replace("本年废止件数", "本年作废件数") + RULES, active)
    assert misworded(found) == [("本年作废件数", "本年废止件数")]
    assert found.matched == 3


def test_a_misspelt_word_stands_where_the_writer_has_it(active: Form) -> None:
    (label,) = heads(HEAD.replace("本年废止件数", "本年作废件数") + RULES, active).misworded
    assert label.cell.span == Span(18, 24)
    assert label.form is active


def test_a_word_that_is_like_none_of_the_head_is_let_pass(active: Form) -> None:
    assert misworded(heads("| 备注 |\n" + HEAD + RULES, active)) == []


def test_a_head_that_comes_again_on_a_new_page_is_no_misspelling(active: Form) -> None:
    found = heads(HEAD + RULES + HEAD + DOCUMENTS, active)
    assert (found.matched, misworded(found)) == (4, [])


def test_a_word_that_comes_again_in_another_s_place_is_that_one_misspelt(
    forms: dict[str, Form],
) -> None:
    text = "| 信息内容 | 本年新制作数量 | 本年新制作数量 | 对外公开总数量 |\n" + RULES
    found = heads(text, forms["active-2019"])
    assert misworded(found) == [("本年新制作数量", "本年新公开数量")]
    assert found.misworded[0].cell.span == Span(19, 26)


def test_a_word_of_the_head_is_misspelt_once(active: Form) -> None:
    text = HEAD.replace("本年废止件数", "本年作废件数 | 本年作废件数")
    assert misworded(heads(text + RULES, active)) == [("本年作废件数", "本年废止件数")]


def test_words_above_a_row_that_the_form_does_not_have_are_of_the_head_too(active: Form) -> None:
    text = "| 第二十条第（五）项 |\n| 网民来信 | 5 |\n| 行政许可 | 0 |\n"
    assert heads(text, active).matched == 1


def test_words_after_the_last_row_are_of_its_block(active: Form) -> None:
    assert heads(RULES + HEAD, active).matched == 4


def test_the_words_between_two_blocks_are_of_the_second(active: Form) -> None:
    text = """\
        | 规章 | 0 | 0 | 0 |
        | 第二十条第（五）顶 |
        | 行政许可 | 0 |
        """
    assert misworded(heads(text, active)) == [("第二十条第（五）顶", "第二十条第（五）项")]


def test_a_misspelt_label_of_a_row_is_told_with_the_official_one(active: Form) -> None:
    found = heads(RULES + DOCUMENTS.replace("规范性文件", "规范性文本"), active)
    assert misworded(found) == [("行政规范性文本", "行政规范性文件")]


@pytest.mark.parametrize("label", ["规范性文件", "行政 规范性文件", "行政規範性文件"])
def test_a_variant_of_a_row_s_label_is_no_misspelling(label: str, active: Form) -> None:
    assert misworded(heads(RULES + DOCUMENTS.replace("行政规范性文件", label), active)) == []


def test_a_row_under_another_s_number_is_misworded(forms: dict[str, Form]) -> None:
    text = "| 4.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    assert misworded(heads(text, forms["requests-2021"])) == [("4.属于国家秘密", "1.属于国家秘密")]


def test_a_row_without_its_label_is_misworded_by_an_empty_one(active: Form) -> None:
    found = heads(RULES + "|  | 0 | 0 | 0 |\n| 行政许可 | 0 |\n", active)
    assert misworded(found) == [("", "行政规范性文件")]


def test_a_head_that_touches_the_end_of_the_note_over_it_is_no_misspelling(
    forms: dict[str, Form],
) -> None:
    form = forms["requests-2021"]
    text = "之和）申请人情况    总计\n一、本年新收政府信息公开申请数量    1  0  0  0  0  0  1\n"
    rows = Aligned().read(text, Span(0, len(text))).rows
    found = align(list(entries(rows, form, is_torn=True)), form, is_torn=True)
    assert misworded(read_heads(found)) == []
