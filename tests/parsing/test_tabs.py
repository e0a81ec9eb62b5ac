"""Tables with one row a line, the cells parted by tabs."""

import pytest

from disclint.catalog import Catalog
from disclint.nodes import Table
from disclint.parsing import parse
from disclint.parsing.tabs import Tabs
from disclint.source import Source, Span


def rows(text: str) -> list[list[str]]:
    table = Tabs().read(text, Span(0, len(text)))
    return [[cell.text for cell in row.cells] for row in table.rows]


def layouts(catalog: Catalog, text: str) -> list[tuple[str, int]]:
    document = parse(Source("report.txt", text), catalog.genre("ogi").vocabulary)
    return [(b.layout, len(b.rows)) for b in document.blocks() if isinstance(b, Table)]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("规章\t0\t\t7", ["规章", "0", "", "7"]),
        ("\t规章\t0\t7\t", ["", "规章", "0", "7", ""]),
        (" 规章 \t 0\t７ ", ["规章", "0", "７"]),
        ("\t\t\t", ["", "", "", ""]),
        ("第二十条第（一）项", ["第二十条第（一）项"]),
    ],
)
def test_a_tab_parts_two_cells(line: str, cells: list[str]) -> None:
    assert rows(f"{line}\n") == [cells]


def test_columns_that_are_blank_from_the_head_down_are_those_of_the_sheet() -> None:
    head, first, last = "信息内容\t件数\t\t\n", "规章\t1\t\t\n", "总计\t\t\t\n"
    assert rows(head + first + last) == [["信息内容", "件数"], ["规章", "1"], ["总计", ""]]
    assert rows(first + last) == [["规章", "1", "", ""], ["总计", "", "", ""]]
    assert rows(head + first + "总计\t\t\n")[1] == ["规章", "1", "", ""]


def test_blank_lines_and_page_numbers_are_no_rows() -> None:
    assert rows("规章\t1\n\n - 3 -\n总计\t2\n") == [["规章", "1"], ["总计", "2"]]


def test_cells_know_where_they_stand() -> None:
    text = "青禾县\n规章\t 12 \n"
    (row,) = Tabs().read(text, Span(4, len(text))).rows
    assert [text[cell.span.start : cell.span.end] for cell in row.cells] == ["规章", "12"]


def test_a_table_takes_in_titles_and_ends_at_prose_and_headings(catalog: Catalog) -> None:
    table = "第二十条第（一）项\n\n规章\t1\n总计\t2\n"
    for rest in (
        "平稳有序。\n",
        "三、收到和处理政府信息公开申请情况\n",
        "注：\t" + "另有说明。" * 50,
    ):
        assert layouts(catalog, table + rest) == [("tabs", 3)]


@pytest.mark.parametrize(
    "text",
    ["\t规章\n\t1\n\t2\n", "甲\t1\n乙\t2\n", "规章\n总计\n", "第一条\t平稳。\n第二条\t有序。\n"],
)
def test_what_has_no_two_cells_side_by_side_or_no_label_is_left_to_others(
    catalog: Catalog, text: str
) -> None:
    assert not any(layout == "tabs" for layout, _ in layouts(catalog, text))
