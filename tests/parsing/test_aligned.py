"""Tables whose columns are set off by spaces."""

from textwrap import dedent

import pytest

from disclint.catalog import Catalog
from disclint.nodes import Table
from disclint.parsing import parse
from disclint.parsing.aligned import Aligned
from disclint.source import Source, Span


def rows(text: str) -> list[list[str]]:
    table = Aligned().read(text, Span(0, len(text)))
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables(catalog: Catalog, text: str) -> list[Table]:
    document = parse(Source("report.txt", dedent(text)), catalog.genre("ogi").vocabulary)
    return [block for block in document.blocks() if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("  规章      0     0    7", ["规章", "0", "0", "7"]),
        ("规章 0 0 7", ["规章", "0", "0", "7"]),
        ("  1.属于国家秘密     1   0", ["1.属于国家秘密", "1", "0"]),
        ("（三）不予公开   1.属于国家秘密   1", ["（三）不予公开", "1.属于国家秘密", "1"]),
        ("自 然 人    总 计", ["自 然 人", "总 计"]),
        ("总　计　　合计", ["总　计", "合计"]),
        ("行政许可   +12    -3    －5", ["行政许可", "+12", "-3", "－5"]),
        ("政府集中采购    3    125.6万元", ["政府集中采购", "3", "125.6万元"]),
        ("规章   —   /   无", ["规章", "—", "/", "无"]),
        ("采购总金额（万元）   13,185.20", ["采购总金额（万元）", "13,185.20"]),
        ("\f规章    １２", ["规章", "１２"]),
    ],
)
def test_cells_stand_two_spaces_apart_and_figures_one(line: str, cells: list[str]) -> None:
    assert rows(f"{line}\n") == [cells]


@pytest.mark.parametrize("page", ["   - 3 -\n", "— 3 —\n", "  第 3 页 共 9 页\n", "     3\n\n\f"])
def test_the_number_of_a_page_is_no_row(page: str) -> None:
    assert rows(f"规章   1   2\n\n{page}\n总计   3   4\n") == [
        ["规章", "1", "2"],
        ["总计", "3", "4"],
    ]


def test_a_bare_number_on_a_page_is_a_figure() -> None:
    assert rows("行政许可\n     3\n行政处罚\n") == [["行政许可"], ["3"], ["行政处罚"]]


def test_cells_know_where_they_stand_in_the_text_and_in_their_line() -> None:
    text = "青禾县\n 规章   1\n"
    table = Aligned().read(text, Span(4, len(text)))
    cells = [cell for row in table.rows for cell in row.cells]
    assert [text[cell.span.start : cell.span.end] for cell in cells] == ["规章", "1"]
    assert [cell.columns and cell.columns.code_points for cell in cells] == [(1, 3), (6, 7)]
    assert [cell.columns and cell.columns.screen for cell in cells] == [(1, 5), (8, 9)]


def test_a_table_reaches_over_broken_labels_pages_and_blank_lines(catalog: Catalog) -> None:
    (table,) = tables(
        catalog,
        """\
        全县工作平稳有序。
          一、本年新收政府信息公开申请数量      21    0     0    0    0    0    21

                 5.要求行政机关确认或重
                                             0    0     0    0    0    0    0
                 新出具已获取信息
                                    -3-
        \f      四、结转下年度继续办理           0    0     0    0    0    0    0

        四、政府信息公开行政复议、行政诉讼情况
        """,
    )
    assert table.layout == "aligned"
    assert [len(row.cells) for row in table.rows] == [8, 1, 7, 1, 8]


@pytest.mark.parametrize(
    "text",
    [
        "规章\n\n0\n\n0\n\n0\n",
        "规章 制度\n行政许可 事项\n",
        "总计 5\n平稳有序。\n",
        "2020年 规章 5 件，行政许可 3 件，均已公开，内容和形式都符合规定，群众满意。\n",
        "| 规章 | 1 | 2 |\n",
        "\t规章\n\t1\n\t2\n",
    ],
)
def test_what_is_set_otherwise_is_left_to_others(catalog: Catalog, text: str) -> None:
    assert not any(table.layout == "aligned" for table in tables(catalog, text))


def test_heads_far_apart_are_no_long_line(catalog: Catalog) -> None:
    (table,) = tables(
        catalog,
        f"""\
        法人或其他组织
        之和）申请人情况{" " * 60}科研机 社会公益组
        一、本年新收政府信息公开申请数量{" " * 40}1    2    0    0    0    0    3
        二、上年结转政府信息公开申请数量{" " * 40}0    0    0    0    0    0    0
        """,
    )
    assert table.layout == "aligned"
    assert [len(row.cells) for row in table.rows] == [1, 2, 8, 8]
