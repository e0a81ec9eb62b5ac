"""Long lines cut into headings, prose and tables."""

import pytest

from disclint.catalog import Catalog
from disclint.marks import CELL_END, GRID, ROW_END
from disclint.nodes import Paragraph, Table
from disclint.parsing import parse
from disclint.parsing.breaks import cut_lines
from disclint.parsing.lines import Lines
from disclint.source import Source
from tests.writing import HEADINGS, PROSE

TABLE = (
    "第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量行政许可12+340"
    "其他对外管理服务事项8+115第二十条第（六）项行政处罚5-12行政强制000"
)
SECOND, THIRD = HEADINGS[1:3]


def cut(catalog: Catalog, text: str) -> list[str]:
    return lines_of(catalog, text).texts


def lines_of(catalog: Catalog, text: str) -> Lines:
    lines = cut_lines(text + "\n", catalog.genre("ogi").vocabulary)
    for index, piece in enumerate(lines.texts):
        assert (text + "\n").startswith(piece, lines.starts[index])
    assert lines.starts[-1] == len(text) + 1
    return lines


def test_headings_in_a_line_are_lines_of_their_own(catalog: Catalog) -> None:
    prose = PROSE * 4
    text = f"{prose}{HEADINGS[0]}2020年，{prose}{HEADINGS[4]} {prose}"
    assert cut(catalog, text) == [prose, HEADINGS[0], "2020年，" + prose, HEADINGS[4], " " + prose]


def test_headings_follow_each_other_where_tables_were_pictures(catalog: Catalog) -> None:
    text = f"{PROSE * 3}{' '.join(HEADINGS[1:4])} {HEADINGS[4]} {PROSE}"
    assert cut(catalog, text)[1::2] == list(HEADINGS[1:5])


def test_headings_in_traditional_script_with_pinyin_are_found(catalog: Catalog) -> None:
    first, second = "一、總體(tǐ)情況", "二、主動(dòng)公開政府信息情況"
    assert cut(catalog, f"{PROSE * 4}{first} {PROSE}{second}")[1::2] == [first, second]


@pytest.mark.parametrize("mark", ["、", "，", "；"])
def test_a_sentence_that_lists_the_sections_is_not_cut(catalog: Catalog, mark: str) -> None:
    text = f"本报告包括{mark.join(HEADINGS)}等六个部分。{PROSE}"
    assert cut(catalog, text) == [text]


def test_one_heading_alone_cuts_no_line_of_prose(catalog: Catalog) -> None:
    text = f"{PROSE * 4}如{SECOND}所述，{PROSE}"
    assert cut(catalog, text) == [text]


def test_a_heading_that_goes_on_in_other_words_is_none(catalog: Catalog) -> None:
    text = f"{PROSE * 4}二、主动公开工作稳步推进。{PROSE}三、依申请公开情况良好。"
    assert cut(catalog, text) == [text]


def test_a_table_is_a_line_of_its_own(catalog: Catalog) -> None:
    prose = PROSE * 4
    lines = lines_of(catalog, f"{prose}{SECOND} {TABLE}{THIRD}{prose}")
    assert lines.texts == [prose, SECOND, " ", TABLE, THIRD, prose]
    assert [lines.texts[index] for index in lines.tables] == [TABLE]


def test_one_heading_is_enough_where_a_table_stands(catalog: Catalog) -> None:
    assert cut(catalog, SECOND + TABLE) == [SECOND, TABLE]


def test_a_figure_that_belongs_to_the_prose_after_a_table_is_left_to_it(catalog: Catalog) -> None:
    assert cut(catalog, f"{TABLE} 2020年平稳有序。")[:2] == [TABLE, " 2020年平稳有序。"]


def test_prose_with_many_labels_and_figures_is_no_table(catalog: Catalog) -> None:
    text = (
        "全年规章0件，规范性文件5件，行政许可12件，其他对外管理服务事项8件，行政处罚5件，"
        "行政强制0件，行政事业性收费3项，政府集中采购7项。"
    )
    listed = "本级行政许可、行政处罚、行政强制、行政事业性收费、政府集中采购、规范性文件和规章共7类"
    assert cut(catalog, text) == [text]
    assert cut(catalog, listed + PROSE * 2) == [listed + PROSE * 2]


@pytest.mark.parametrize("text", [f"| {TABLE} | {SECOND} |", f"\t{TABLE}{SECOND}{THIRD}"])
def test_rows_of_layouts_with_marks_are_not_cut(catalog: Catalog, text: str) -> None:
    assert cut(catalog, text) == [text]


def test_a_very_long_line_comes_to_an_end(catalog: Catalog) -> None:
    text = (SECOND + TABLE + PROSE + "一、" * 20 + "其他总计" * 20 + "1" * 500) * 2000
    assert len(cut(catalog, text)) > 4000
    assert cut(catalog, "一、其他1总计" * 100_000)


def test_a_grid_is_not_cut_whatever_its_cells_hold(catalog: Catalog) -> None:
    long_cell = f"{PROSE * 3}\n{PROSE}{HEADINGS[0]} {PROSE}{HEADINGS[4]} {PROSE}"
    grid = f"{GRID}\n规章{CELL_END}{long_cell}{CELL_END}{ROW_END}\n{GRID}\n"
    report = parse(Source("report.txt", grid + PROSE + "\n"), catalog.genre("ogi").vocabulary)
    table, prose = report.blocks()
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["规章", long_cell]
    assert (report.sections, prose) == ((), Paragraph(text=PROSE, span=prose.span))
