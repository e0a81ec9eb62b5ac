"""What is written down of a document's blocks, and the way back for each piece."""

import pytest

from disclint.catalog import Catalog
from disclint.nodes import Paragraph, Table
from disclint.parsing import parse
from disclint.reading import LimitError, Limits
from disclint.reading.transcript import Box, Content, Grid, Para, Run, Transcript
from disclint.source import Place, Source
from disclint.wording import Wording

HERE = Wording("此处", "here")


def para(text: str) -> Para:
    return Para([Run(text, HERE)])


def box(text: str = "", columns: int = 1, rows: int = 1) -> Box:
    return Box([para(text)] if text else [], columns, rows)


def written(*blocks: Content, limits: Limits | None = None) -> Source:
    transcript = Transcript(limits or Limits())
    transcript.write(blocks)
    return transcript.source("report.docx")


def read(catalog: Catalog, *blocks: Content) -> list[str | list[list[str]]]:
    """Return the texts of paragraphs and the cells of tables, as the parser reads them."""
    document = parse(written(*blocks), catalog.genre("ogi").vocabulary)
    shown: list[str | list[list[str]]] = []
    for block in document.blocks():
        if isinstance(block, Paragraph):
            shown.append(block.text)
        elif isinstance(block, Table):
            shown.append([[cell.text for cell in row.cells] for row in block.rows])
    return shown


def test_paragraphs_and_grids_are_read_again_as_they_are(catalog: Catalog) -> None:
    grid = Grid([[box("规章"), box("1"), box()], [box("总计"), box("|"), box("3\n件")]])
    assert read(catalog, para("青禾县"), grid, para(" "), para("平稳")) == [
        "青禾县",
        [["规章", "1", ""], ["总计", "|", "3\n件"]],
        "平稳",
    ]


def test_a_box_with_text_stands_once_and_an_empty_one_for_each_of_its_columns(
    catalog: Catalog,
) -> None:
    grid = Grid([[box("规章", columns=3), box(columns=2), box("0")]])
    assert read(catalog, grid) == [[["规章", "", "", "0"]]]


def test_a_box_that_reaches_down_leaves_an_empty_cell_in_each_row_below(catalog: Catalog) -> None:
    grid = Grid(
        [
            [box("甲", rows=3), box("乙"), box("丙", columns=2, rows=2)],
            [box("丁")],
            [box("戊"), box("己"), box("庚")],
        ]
    )
    assert read(catalog, grid) == [[["甲", "乙", "丙"], ["", "丁", "", ""], ["", "戊", "己", "庚"]]]


def test_a_row_around_another_grid_parts_the_grid(catalog: Catalog) -> None:
    inner = Grid([[box("规章"), box("1")]])
    outer = Grid(
        [[box("甲"), box("乙")], [box("丙"), Box([para("丁"), inner])], [box("戊"), box()]]
    )
    assert read(catalog, outer) == [
        [["甲", "乙"]],
        "丙",
        "丁",
        [["规章", "1"]],
        [["戊", ""]],
    ]


def test_a_row_of_one_box_of_prose_is_a_frame(catalog: Catalog) -> None:
    prose = [para("一、总体情况"), para("全县政府信息公开工作平稳有序。" * 5)]
    assert read(catalog, Grid([[Box(prose)]])) == [prose[1].text]
    title = Grid([[box("第二十条第（一）项", columns=4)]])
    assert read(catalog, title) == [[["第二十条第（一）项"]]]


def test_a_place_in_the_file_runs_on_with_the_text() -> None:
    source = written(Para([Run("青禾", Place(3, 5)), Run("县\n乡", Place(4, 9))]), para("末"))
    places = [source.place(source.text.index(char)) for char in "青禾县乡末"]
    assert places == [
        Place(3, 5),
        Place(3, 6),
        Place(4, 9),
        Place(5, 1),
        Place(3, 1, HERE),
    ]


def test_a_named_part_comes_with_the_line_and_column_of_the_text() -> None:
    second = Wording("第2格", "cell 2")
    grid = Grid([[box("规章"), Box([Para([Run("12", second)])])]])
    source = written(para("青禾县"), grid)
    assert source.place(source.text.index("12") + 1) == Place(3, 5, second)
    assert source.place(source.text.index("规章")) == Place(3, 1, HERE)


def test_an_empty_box_can_tell_where_it_stands() -> None:
    boxes = [box("规章"), Box(at=Place(7, 3), columns=2), box("0"), Box(at=HERE), box()]
    source = written(Grid([boxes]))
    first = source.text.index("\x1f") + 1
    assert [source.place(offset) for offset in (first, first + 1)] == [Place(7, 3)] * 2
    assert source.place(first + 4).part == HERE


def test_control_characters_of_the_document_are_no_separators(catalog: Catalog) -> None:
    grid = Grid([[box("规\x1f章"), box("1\x1e2\x1d\x00")]])
    assert read(catalog, grid, para("\x1d")) == [[["规 章", "1 2"]]]


@pytest.mark.parametrize(
    ("limits", "limit"), [(Limits(cells=5), "cells"), (Limits(depth=3), "depth")]
)
def test_what_goes_beyond_a_limit_is_refused(limits: Limits, limit: str) -> None:
    grid = Grid([[box(columns=2), box()]])
    for _ in range(4):
        grid = Grid([[Box([grid])], [box()]])
    with pytest.raises(LimitError) as caught:
        written(grid, limits=limits)
    assert caught.value.limit == limit


def test_a_span_of_a_million_columns_is_cut() -> None:
    assert written(Grid([[box(columns=10**9, rows=10**9)]])).text.count("\x1f") == 1000


def test_a_place_that_a_box_reaches_into_is_no_cell_of_its_own(catalog: Catalog) -> None:
    grid = Grid([[box("甲"), box("乙", rows=2)], [box(), box()]])
    document = parse(written(grid), catalog.genre("ogi").vocabulary)
    (table,) = [block for block in document.blocks() if isinstance(block, Table)]
    assert [cell.is_covered for cell in table.rows[1].cells] == [False, True, False]
