"""Tables with one row a line, the cells parted by pipes."""

import pytest

from disclint.catalog import Catalog
from disclint.parsing.lines import Lines, Vocabulary
from disclint.parsing.pipes import Pipes
from disclint.source import Span


@pytest.fixture(scope="module")
def vocabulary(catalog: Catalog) -> Vocabulary:
    return catalog.genre("ogi").vocabulary


def rows(text: str) -> list[list[str]]:
    table = Pipes().read(text, Span(0, len(text)))
    return [[cell.text for cell in row.cells] for row in table.rows]


def claimed(text: str, vocabulary: Vocabulary) -> str:
    """Return the part of `text` that the layout claims from its first line on."""
    lines = Lines(text.split("\n")[:-1])
    span = lines.span(0, Pipes().extent(lines, 0, vocabulary))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "line",
    [
        "| 规章 | 1 | 2 |",
        "|规章|1|2|",
        "规章 | 1 | 2",
        "| 规章 | 1 | 2",
        "  |\u3000规章 | 1 |2 |  ",
    ],
)
def test_pipes_at_the_edges_and_spaces_around_cells_say_nothing(line: str) -> None:
    assert rows(f"{line}\n") == [["规章", "1", "2"]]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 规章 | | 2 |", ["规章", "", "2"]),
        ("|规章||2|", ["规章", "", "2"]),
        ("| | 规章 | 1 |", ["", "规章", "1"]),
        ("| 规章 | 1 | |", ["规章", "1", ""]),
        ("|||", ["", ""]),
    ],
)
def test_a_cell_with_nothing_in_it_is_empty(line: str, cells: list[str]) -> None:
    assert rows(f"{line}\n") == [cells]


@pytest.mark.parametrize("ruler", ["|---|---|", "| :--- | ---: |", "--- | ---", "| :-----: |"])
def test_the_line_under_the_head_is_no_row(ruler: str) -> None:
    assert rows(f"| 信息内容 | 总计 |\n{ruler}\n| 规章 | 1 |\n") == [
        ["信息内容", "总计"],
        ["规章", "1"],
    ]


def test_dashes_for_figures_are_cells() -> None:
    assert rows("| 规章 | --- |\n| - | - |\n") == [["规章", "---"], ["-", "-"]]


def test_rows_may_have_blank_lines_between_them() -> None:
    assert rows("| 规章 | 1 |\n\n \u3000\n| 总计 | 2 |\n\n") == [["规章", "1"], ["总计", "2"]]


def test_cells_and_rows_know_where_they_stand() -> None:
    text = "青禾县\n | 规章 |  | 1|\n\n总计||3\n"
    table = Pipes().read(text, Span(4, len(text)))
    assert table.span == Span(4, len(text))
    assert [text[row.span.start : row.span.end] for row in table.rows] == ["规章 |  | 1", "总计||3"]
    cells = [cell for row in table.rows for cell in row.cells]
    assert [text[cell.span.start : cell.span.end] for cell in cells] == [
        cell.text for cell in cells
    ]
    assert [cell.text for cell in cells] == ["规章", "", "1", "总计", "", "3"]


@pytest.mark.parametrize(
    ("table", "rest"),
    [
        ("| 规章 | 1 |\n| 总计 | 2 |\n", ""),
        ("| 规章 | 1 |\n\n\n| 总计 | 2 |\n", "\n"),
        ("| 规章 | 1 |\n", "平稳有序。\n| 总计 | 2 |\n"),
        ("| 规章 | 1 |\n", "\n规章|1\n"),
        ("| 规章 | 1 |\n", "\t总计\n\t2\n"),
        ("|---|---|\n| 甲 | 1 |\n| 规章 | 2 |\n", ""),
        ("| 四、结转下年度继续办理 | 1 |\n", "四、政府信息公开行政复议、行政诉讼情况\n"),
    ],
)
def test_a_table_ends_where_its_last_row_does(
    table: str, rest: str, vocabulary: Vocabulary
) -> None:
    assert claimed(table + rest, vocabulary) == table


@pytest.mark.parametrize(
    "text",
    ["规章|1\n", "| 甲 | 1 |\n| 乙 | 2 |\n", "规章\n| 总计 | 1 |\n", "\n| 总计 | 1 |\n", "||\n"],
)
def test_lines_without_two_pipes_or_a_known_label_are_no_table(
    text: str, vocabulary: Vocabulary
) -> None:
    assert claimed(text, vocabulary) == ""


@pytest.mark.parametrize("pipe", "｜│┃║")
def test_wide_pipes_and_the_lines_of_boxes_are_pipes(pipe: str, vocabulary: Vocabulary) -> None:
    text = "| 规章 | | 2 |\n| 总计 | 3 | |\n".replace("|", pipe)
    assert claimed(text, vocabulary) == text
    assert rows(text) == [["规章", "", "2"], ["总计", "3", ""]]


@pytest.mark.parametrize(
    "ruler", ["+---+---+", "+===+===+", "├───┼───┤", "───┼───", "┏━━━┳━━━┓", "╠═══╬═══╣", "└──┴──┘"]
)
def test_the_lines_of_a_box_between_rows_are_no_rows(ruler: str, vocabulary: Vocabulary) -> None:
    text = f"{ruler}\n│ 规章 │ 1 │\n{ruler}\n│ 总计 │ 2 │\n{ruler}\n"
    assert claimed(text + "平稳有序。\n", vocabulary) == text
    assert rows(text) == [["规章", "1"], ["总计", "2"]]


SIDE_BY_SIDE = "| 规章 | 1 | 行政许可 | 2 |\n| 行政规范性文件 | 3 | 行政处罚 | 4 |\n"


def test_a_ruled_table_may_hold_two_labels_in_a_line(vocabulary: Vocabulary) -> None:
    ruled = f"| 信息内容 | 数 | 信息内容 | 数 |\n|---|---|---|---|\n{SIDE_BY_SIDE}"
    assert claimed(ruled, vocabulary) == ruled


def test_without_a_ruler_or_in_another_width_such_lines_are_cells_that_run_on(
    vocabulary: Vocabulary,
) -> None:
    assert claimed(SIDE_BY_SIDE, vocabulary) == ""
    assert claimed(f"|---|---|\n{SIDE_BY_SIDE}", vocabulary) == ""
