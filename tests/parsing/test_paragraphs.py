"""Tables with one cell a paragraph and no tabs."""

import pytest

from disclint.catalog import Catalog
from disclint.parsing.lines import Lines, Vocabulary
from disclint.parsing.paragraphs import Paragraphs
from disclint.source import Span

PROSE = f"{'全县政府信息公开工作平稳有序，' * 5}各项制度得到落实。\n"


@pytest.fixture(scope="module")
def vocabulary(catalog: Catalog) -> Vocabulary:
    return catalog.genre("ogi").vocabulary


def rows(text: str) -> list[list[str]]:
    table = Paragraphs().read(text, Span(0, len(text)))
    return [[cell.text for cell in row.cells] for row in table.rows]


def claimed(text: str, vocabulary: Vocabulary) -> str:
    """Return the part of `text` that the layout claims from its first line on."""
    lines = Lines(text.split("\n")[:-1])
    span = lines.span(0, Paragraphs().extent(lines, 0, vocabulary))
    return text[span.start : span.end]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \u3000\n\n"])
def test_words_after_figures_begin_a_row(gap: str) -> None:
    text = gap.join(["三、本年度办理结果", "（一）予以公开", "1", "2", "总计", "3", ""])
    assert rows(text) == [["三、本年度办理结果", "（一）予以公开", "1", "2"], ["总计", "3"]]


@pytest.mark.parametrize(
    "figure",
    [
        *("0", "+4", "－18", "１２", "13,185", "2.5", "3.5万元", "5 万元", "5件"),
        *("-", "——", "/", "无", "無"),
        *(
            pytest.param(
                figure,
            )
            for figure in ("5 件", "+ 42", "1 234", "¥5", "5（件）", "3余件", "约3件")
        ),
    ],
)
def test_a_figure_may_have_a_sign_and_a_unit_or_be_a_placeholder(figure: str) -> None:
    assert rows(f"规章\n1\n{figure}\n总计\n2\n") == [["规章", "1", figure], ["总计", "2"]]


@pytest.mark.parametrize("words", ["无法提供", "1.属于国家秘密", "2023年", "12个项目", "- 规章"])
def test_words_that_begin_like_a_figure_are_words(words: str) -> None:
    assert rows(f"规章\n1\n{words}\n2\n") == [["规章", "1"], [words, "2"]]


def test_words_after_the_last_figure_are_a_row_of_their_own() -> None:
    assert rows("规章\n1\n总计\n自然人\n") == [["规章", "1"], ["总计", "自然人"]]


def test_the_padding_is_no_part_of_a_cell() -> None:
    assert rows("\u3000规 章 \n\u00a012\u2002\n \t3\n") == [["规 章", "12", "3"]]


@pytest.mark.parametrize(
    "number",
    [
        "- 4 -",
        " — 12 — ",
        "第 3 页，共 9 页",
        pytest.param(
            "— ４ —",
        ),
    ],
)
@pytest.mark.parametrize("before", ["规章\n\n1\n\n", "规章\n"])
def test_a_page_number_between_cells_is_passed_over(before: str, number: str) -> None:
    read = [cell for row in rows(f"{before}{number}\n\n2\n") for cell in row]
    assert read == [*before.split(), "2"]


def test_cells_and_rows_know_where_they_stand() -> None:
    text = "青禾县\n 规章\n\n12\n １\n\n总计\n3\n"
    table = Paragraphs().read(text, Span(4, len(text)))
    assert table.span == Span(4, len(text))
    assert [text[row.span.start : row.span.end] for row in table.rows] == [
        "规章\n\n12\n １",
        "总计\n3",
    ]
    cells = [cell for row in table.rows for cell in row.cells]
    assert [text[cell.span.start : cell.span.end] for cell in cells] == [
        cell.text for cell in cells
    ]
    assert [cell.text for cell in cells] == ["规章", "12", "１", "总计", "3"]


@pytest.mark.parametrize(
    ("table", "rest"),
    [
        ("规章\n1\n\n总计\n\n2\n", ""),
        ("规章\n1\n", "\n平稳有序。\n"),
        ("规章\n1\n", f"\n{PROSE}总计\n2\n"),
        ("规章\n1\n", "\n二、主动公开政府信息情况\n\n总计\n2\n"),
        ("规章\n1\n四、结转下年度继续办理\n2\n", ""),
        ("规章\n1\n甲\n乙\n丙\n丁\n总计\n2\n", ""),
        ("规章\n1\n", "甲\n乙\n丙\n丁\n戊\n总计\n2\n"),
        ("规章\n1\n", "| 总计 | 2 |\n"),
        ("规章\n1\n", "总计\t2\n"),
        ("规章\n1\n", "- 4 -\n"),
        pytest.param(
            "规章\n1\n",
            "\n\t总计\n\t2\n",
        ),
    ],
)
def test_a_table_ends_where_its_last_cell_does(
    table: str, rest: str, vocabulary: Vocabulary
) -> None:
    assert claimed(table + rest, vocabulary) == table


@pytest.mark.parametrize(
    "text", ["平稳有序。\n1\n", "1\n规章\n2\n", "规章\n总计\n", "规章\n", "\n规章\n1\n"]
)
def test_a_table_begins_with_a_label_and_has_a_figure(text: str, vocabulary: Vocabulary) -> None:
    assert claimed(text, vocabulary) == ""
