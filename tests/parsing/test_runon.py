"""Tables without borders, cut by the labels that are known."""

import pytest

from disclint.catalog import Catalog
from disclint.linter import Linter
from disclint.nodes import Edges, Table
from disclint.parsing import parse
from disclint.parsing.lines import Lines
from disclint.parsing.runon import Runon
from disclint.source import Source, Span


def read(catalog: Catalog, text: str) -> Table:
    return Runon().read(text, Span(0, len(text)), catalog.genre("ogi").vocabulary)


def rows(catalog: Catalog, text: str) -> list[list[str]]:
    table = read(catalog, text)
    for cell in (cell for row in table.rows for cell in row.cells):
        assert text[cell.span.start : cell.span.end] == cell.text
    return [[cell.text for cell in row.cells] for row in table.rows]


def doubtful(catalog: Catalog, text: str) -> list[str]:
    cells = (cell for row in read(catalog, text).rows for cell in row.cells)
    return [cell.text for cell in cells if cell.edges is Edges.DOUBTFUL]


def extent(catalog: Catalog, text: str) -> int:
    return Runon().extent(Lines(text.split("\n")), 0, catalog.genre("ogi").vocabulary)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("规章007规范性文件7777166", [["规章", "007"], ["规范性文件", "7777166"]]),
        ("行政处罚2648-18538", [["行政处罚", "2648-18538"]]),
        ("行政事业性收费24252.311082", [["行政事业性收费", "24252.311082"]]),
        ("政府集中采购3957.90万元", [["政府集中采购", "3957.90万元"]]),
        ("规章 ０１ 2,278　+4\t-18", [["规章", "０１", "2,278", "+4", "-18"]]),
        ("规章/ / -规范性文件5", [["规章", "/", "/", "-"], ["规范性文件", "5"]]),
    ],
)
def test_labels_and_figures_are_cells(catalog: Catalog, text: str, cells: list[list[str]]) -> None:
    if "/ / -" in text:
        text = text.replace("规章/", "规章 /").replace("-规", "- 规")
    assert rows(catalog, text) == cells


@pytest.mark.parametrize(
    ("text", "figures", "label"),
    [
        (
            "1.属于国家秘密00000002.其他法律行政法规禁止公开5",
            "0000000",
            "2.其他法律行政法规禁止公开",
        ),
        (
            "1.本机关不掌握相关政府信息40000042、没有现成信息需要另行制作5",
            "4000004",
            "2、没有现成信息需要另行制作",
        ),
        ("（二）部分公开15（三）不予公开5", "15", "（三）不予公开"),
        ("（七）总计271四、结转下年度继续办理5", "271", "四、结转下年度继续办理"),
        ("2.重复申请 0 0 3．要求提供公开出版物5", "0", "3．要求提供公开出版物"),
        ("1.属于国家秘密0\n2 其他法律行政法规禁止公开5", "0", "2 其他法律行政法规禁止公开"),
    ],
)
def test_an_item_number_belongs_to_its_label(
    catalog: Catalog, text: str, figures: str, label: str
) -> None:
    first, second = rows(catalog, text)
    assert (first[-1], second) == (figures, [label, "5"])
    assert doubtful(catalog, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1.属于国家秘密00000002其他法律行政法规禁止公开5",
        "1.属于国家秘密0000000 2 其他法律行政法规禁止公开5",
    ],
)
def test_a_digit_that_may_be_an_item_number_or_a_figure_is_doubtful(
    catalog: Catalog, text: str
) -> None:
    assert len(doubtful(catalog, text)) == 1


def test_figures_that_touch_unknown_words_are_doubtful(catalog: Catalog) -> None:
    assert doubtful(catalog, "规章007乙类事项规范性文件5") == ["007"]
    assert doubtful(catalog, "规章007（乙）类事项规范性文件5") == []


def test_a_misspelt_label_is_one_cell(catalog: Catalog) -> None:
    text = "1.属于国家秘密00000002.其他法律行政止公开00000003.危及“三安全一稳定”0000000"
    assert [row[0] for row in rows(catalog, text)] == [
        "1.属于国家秘密",
        "2.其他法律行政止公开",
        "3.危及“三安全一稳定”",
    ]


def test_an_explanation_of_the_writers_own_is_of_the_label(catalog: Catalog) -> None:
    assert rows(catalog, "规章（政府规章及部门规章）007") == [["规章（政府规章及部门规章）", "007"]]


def test_traditional_labels_with_pinyin_are_known(catalog: Catalog) -> None:
    assert rows(catalog, "行政處(chù)罰12行政許可3") == [["行政處(chù)罰", "12"], ["行政許可", "3"]]


def test_a_page_number_is_no_cell(catalog: Catalog) -> None:
    assert rows(catalog, "规章 0 0 7\n- 4 -\n规范性文件 1 2 3\n") == [
        ["规章", "0", "0", "7"],
        ["规范性文件", "1", "2", "3"],
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("行政许可 396 44 2278 其他对外管理服务事项 10 7 105", 1),
        ("信息内容 上一年项目数量 本年增/减\n\n行政许可 3 4 5\n说明文字。", 3),
        ("规章 0 0 7\n2.其他法律行政\n法规禁止公开 0 0 0\n二、主动公开政府信息情况\n规章 1", 3),
        ("规章 0\n（二）部分公开（区分处理的，只计这一情\n形，不计其他情形）\n 4  0\n", 4),
        ("规章 0\n乙事项                                                       5\n规章 1\n", 3),
        ("规章0件，规范性文件5件。", 0),
        ("规章 规范性文件", 0),
        ("| 规章 | 5 |", 0),
        ("2020年共办理 5", 0),
    ],
)
def test_lines_with_rows_are_a_table(catalog: Catalog, text: str, end: int) -> None:
    assert extent(catalog, text) == end


def test_any_line_can_be_read(catalog: Catalog) -> None:
    for text in ("5规章", "规章", "", "-", "5", "规章\u200b5\u200b6", "规章²³"):
        read(catalog, text)


def test_a_table_inside_a_long_line_stands_where_it_stands(catalog: Catalog) -> None:
    prose = "全县政府信息公开工作平稳有序。" * 5
    rows = "规章 0 0 7规范性文件12行政许可3行政处罚4行政强制5行政事业性收费6"
    text = f"{prose}\n二、主动公开政府信息情况 {rows}\n"
    report = parse(Source("report.txt", text), catalog.genre("ogi").vocabulary)
    (table,) = (block for block in report.blocks() if isinstance(block, Table))
    assert table.layout == "runon"
    assert text[table.span.start :].startswith("规章 0 0 7")
    assert [section.heading.text for section in report.sections] == ["二、主动公开政府信息情况"]


def test_a_sentence_that_ends_in_a_number_is_no_row(linter: Linter) -> None:
    text = (
        "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n"
        "全年受理申请25件，办结25件，其中予以公开7件、部分公开5件、不予公开13件\n"
    )
    (report,) = linter.bind(Source("report.txt", text))
    assert report.tables == ()
