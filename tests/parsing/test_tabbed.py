"""Tables whose cells stand on tab-led lines, a blank line after each row."""

import pytest

from disclint.catalog import Catalog
from disclint.nodes import Cell, Table
from disclint.parsing.lines import Lines, Vocabulary
from disclint.parsing.tabbed import Tabbed
from disclint.source import Span

PROSE = "全县政府信息公开工作平稳有序，各项制度得到落实，公开的内容更加充实，形式更多。"


@pytest.fixture(scope="module")
def vocabulary(catalog: Catalog) -> Vocabulary:
    return catalog.genre("ogi").vocabulary


def table_in(text: str) -> Table:
    return Tabbed().read(text, Span(0, len(text)))


def rows(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table_in(text).rows]


def claimed(text: str, vocabulary: Vocabulary) -> str:
    """Return the part of `text` that the layout claims from its first line on."""
    lines = Lines(text.split("\n")[:-1])
    span = lines.span(0, Tabbed().extent(lines, 0, vocabulary))
    return text[span.start : span.end]


def test_a_blank_line_ends_a_row() -> None:
    assert rows("\t规章\n\t1\n\t2\n\n\t总计\n\t3\n") == [["规章", "1", "2"], ["总计", "3"]]


def test_several_blank_lines_end_one_row() -> None:
    assert rows("\n\t规章\n\t1\n\n \u3000\n\n\t总计\n\t3\n\n\n") == [["规章", "1"], ["总计", "3"]]


def test_a_lone_tab_is_an_empty_cell() -> None:
    assert rows("\t规章\n\t\n\t1\n\t\n\t \u3000\n") == [["规章", "", "1", "", ""]]


def test_a_row_may_begin_with_an_empty_cell() -> None:
    assert rows("\t\n\t规章\n\t1\n") == [["", "规章", "1"]]


def test_a_cell_goes_on_over_lines_without_a_tab() -> None:
    assert rows("\t三、本\n年度\n办理结果\n\t1\n件\n\t\n2\n") == [
        ["三、本\n年度\n办理结果", "1\n件", "2"]
    ]


def test_the_padding_is_no_part_of_a_cell() -> None:
    assert rows("\t\u3000规 章 \n\t\u00a01\u2002\n\t ２,３\x0b\n") == [["规 章", "1", "２,３"]]


def test_a_further_tab_does_not_part_cells() -> None:
    assert rows("\t规章\t1\n\t\t2\n") == [["规章\t1", "2"]]


@pytest.mark.parametrize("number", ["- 4 -", " — 12 — ", "第 3 页，共 9 页"])
def test_a_page_number_between_rows_is_passed_over(number: str) -> None:
    assert rows(f"\t规章\n\t1\n\n{number}\n\n\t总计\n\t2\n") == [["规章", "1"], ["总计", "2"]]


def test_cells_and_rows_know_where_they_stand() -> None:
    text = "青禾县\n\t 规章\n\t\n\t12\n\n\t总\n计\n\t3\n"
    table = Tabbed().read(text, Span(4, len(text)))
    assert table.span == Span(4, len(text))
    assert [text[row.span.start : row.span.end] for row in table.rows] == [
        "规章\n\t\n\t12",
        "总\n计\n\t3",
    ]
    spans = [cell.span for row in table.rows for cell in row.cells]
    assert [text[span.start : span.end] for span in spans] == ["规章", "", "12", "总\n计", "3"]
    assert spans[1] == Span(text.index("\t\n") + 1, text.index("\t\n") + 1)


def test_tables_are_equal_wherever_they_stand() -> None:
    assert table_in("\t规章\n\t1\n").rows == table_in("\n\n\t 规章\n\t1\n").rows
    assert table_in("\t规章\n\t1\n").rows[0].cells[1] == Cell(text="1", span=Span(0, 0))


@pytest.mark.parametrize(
    ("table", "rest"),
    [
        ("\t规章\n\t1\n\n\t总计\n\t2\n", ""),
        ("\t规章\n\t1\n", "平稳有序。\n"),
        ("\t规章\n\t1\n", "\n平稳有序。\n\t总计\n\t2\n"),
        ("\t规章\n\t1\n", "二、主动公开政府信息情况\n"),
        ("\t规章\n\t1\n", "\n\t二、主动公开政府信息情况\n"),
        ("\t规章\n\t1\n", f"\t{PROSE}\n"),
        ("\t规章\n\t1\n", "- 4 -\n"),
        ("\t规章\n\t1\n", "\n- 4 -\n"),
        ("\t规章\n\t1\n\n- 4 -\n\t总计\n\t2\n", "\n- 5 -\n\n"),
        ("\t规章\n\t四、结转下年度继续办理\n\t1\n", ""),
        ("\t规章\n（含修订）\n\t1\n\t2\n", ""),
        (f"\t规章\n\t总计\n{'字' * 60}\n", ""),
        ("\t规章\n\t总计\n", f"{'字' * 61}\n"),
        ("\t规章\n\t12\n万元\n\t3\n", ""),
        ("\t规章\n\t12\n", "万元以上的项目\n\t3\n"),
    ],
)
def test_a_table_ends_where_its_last_cell_does(
    table: str, rest: str, vocabulary: Vocabulary
) -> None:
    assert claimed(table + rest, vocabulary) == table


@pytest.mark.parametrize(
    "text",
    [
        "规章\n\t1\n\t2\n",
        "\t平稳有序。\n",
        "\t平稳有序。\n\n\t平稳有序。\n",
        f"\t{PROSE}\n\t{PROSE}\n",
        "\t一、总体情况\n\t二、主动公开政府信息情况\n",
        pytest.param(
            "\t全县政府信息公开工作平稳有序。\n\t全年召开会议两次。\n",
        ),
    ],
)
def test_indented_prose_and_headings_are_no_table(text: str, vocabulary: Vocabulary) -> None:
    assert claimed(text, vocabulary) == ""


def test_two_cells_are_side_by_side_though_the_first_is_broken(vocabulary: Vocabulary) -> None:
    text = "\t三、本年度\n办理结果\n\t1\n"
    assert claimed(text, vocabulary) == text
