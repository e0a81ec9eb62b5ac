"""Tables whose cells end with a pipe, wherever the lines end."""

from textwrap import dedent

import pytest

from disclint.catalog import Catalog
from disclint.parsing.cells import Cells
from disclint.parsing.lines import Lines, Vocabulary
from disclint.parsing.pipes import Pipes
from disclint.source import Span

PROSE = "全县政府信息公开工作平稳有序。\n"


@pytest.fixture(scope="module")
def vocabulary(catalog: Catalog) -> Vocabulary:
    return catalog.genre("ogi").vocabulary


def rows(text: str) -> list[list[str]]:
    piece = dedent(text)
    table = Cells().read(piece, Span(0, len(piece)))
    assert all(
        piece[cell.span.start : cell.span.end] == cell.text
        for row in table.rows
        for cell in row.cells
    )
    return [[cell.text for cell in row.cells] for row in table.rows]


def claimed(text: str, vocabulary: Vocabulary, layout: type[Cells | Pipes] = Cells) -> str:
    """Return the part of `text` that the layout claims from its first line on."""
    lines = Lines(text.split("\n")[:-1])
    span = lines.span(0, layout().extent(lines, 0, vocabulary))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "规章 |\n1 |\n|\n3 |\n总计 |\n4 |\n|||\n",
        "|\n规章\n|\n1\n|\n|\n3\n|\n总计\n|\n4\n|\n|\n|\n|\n",
        "|\n规章\n|\n1\n|\n\n|\n3\n|\n总计\n|\n4\n|\n\n|\n\n|\n\n|\n",
        "规章\n|\n1\n||\n3\n|\n总计\n|\n4\n||||\n",
        "| 规章 | 1 | | 3 | 总计 | 4 | | | |\n",
        "｜规章｜1｜｜3｜总计｜4｜｜｜｜\n",
        "规章 | 1 | | 3\n总计 | 4 ||||\n",
    ],
)
def test_the_turn_from_figures_and_blanks_to_words_ends_a_row(text: str) -> None:
    assert rows(text) == [["规章", "1", "", "3"], ["总计", "4", "", "", ""]]


def test_a_label_may_go_on_over_lines() -> None:
    assert rows("本年度\n办理结果 |\n3 |\n") == [["本年度\n办理结果", "3"]]


def test_the_width_tells_rows_that_begin_with_blanks() -> None:
    body = [["甲", "乙", "1"], ["", "丙", "2"], ["", "丁", ""], ["", "戊", "4"]]
    text = "".join(f"{cell} |\n" for row in body for cell in row)
    assert rows(text) == body


def test_a_ruler_between_rows_on_one_line_is_no_cell() -> None:
    assert rows("| 规章 | 1 | |---|---| | 总计 | 2 |\n") == [
        ["规章", "1", ""],
        ["总计", "2"],
    ]


@pytest.mark.parametrize(
    ("table", "rest"),
    [
        ("规章 |\n1 |\n2 |\n", PROSE),
        ("规章 |\n1 |\n||\n", "三、收到和处理政府信息公开申请情况\n"),
        ("规章 |\n1 |\n", "首页 | 政务公开 | 年报\n"),
        ("规章 |\n1 |\n", "| 首页 | 政务公开 |\n"),
        ("规章 |\n1 |\n- 4 -\n总计 |\n2 |\n", ""),
        ("|\n规章\n|\n1\n|\n", PROSE),
        ("|\n规章\n|\n1\n|\n", "三、收到和处理政府信息公开申请情况\n"),
        ("规章 |\n1 |\n", "(二)部分公\n"),
        ("| 行政许可 | 0 | 行政处罚 | 1 |\n", PROSE),
    ],
)
def test_a_table_ends_where_its_last_cell_does(
    table: str, rest: str, vocabulary: Vocabulary
) -> None:
    assert claimed(table + rest, vocabulary) == table


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 年报\n",
        "规章 | 规范性文件 | 行政许可\n",
        "规章\n1\n2\n",
        "当前位置 |\n规章 |\n1 |\n",
        f"规章 |\n{PROSE}",
        "|\n|\n|\n|\n",
    ],
)
def test_menus_and_prose_are_no_table(text: str, vocabulary: Vocabulary) -> None:
    assert claimed(text, vocabulary) == ""


@pytest.mark.parametrize(
    "text",
    [
        "| 行政许可 | 0 | 3 | 4 | 行政处罚 | 1 | 2 | 3 |\n",
        "| 行政许可 | 无 | 行政处罚 | 无 |\n",
        "规章 | 0 |\n0 |\n0 |\n",
    ],
)
def test_lines_that_hold_no_row_each_are_left_to_this_layout(
    text: str, vocabulary: Vocabulary
) -> None:
    assert claimed(text, vocabulary, Pipes) == ""
    assert claimed(text, vocabulary) == text
