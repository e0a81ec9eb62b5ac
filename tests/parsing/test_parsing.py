"""From text to the document: sections, paragraphs, and tables in any layouts."""

from collections.abc import Callable, Iterator
from time import process_time

import pytest
from hypothesis import example, given

from disclint.catalog import Catalog
from disclint.nodes import Block, Cell, Paragraph, Report, Table
from disclint.parsing import parse
from disclint.source import Source, Span
from tests.strategies import WrittenSection, odd_texts, written_sections
from tests.writing import write_rows

Parse = Callable[[str], Report]
PROSE = "全县政府信息公开工作平稳有序，各项制度得到落实，公开的内容更加充实，形式更多。"
NAMES = {"turns": "cells", "oneline": "cells", "printed": "aligned"}
UNREAD = "规章\n\t\n1\n"


@pytest.fixture(scope="session")
def document(catalog: Catalog) -> Parse:
    return lambda text: parse(Source("report.txt", text), catalog.genre("ogi").vocabulary)


def outline(report: Report) -> list[str]:
    """Return a line for each heading, paragraph and row, in order."""
    shown = [line for block in report.preamble for line in _shown(block)]
    for section in report.sections:
        shown.append(f"# {section.heading.text}")
        shown += (line for block in section.blocks for line in _shown(block))
    return shown


def _shown(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    for row in block.rows:
        yield f"{block.layout}: {' | '.join(cell.text for cell in row.cells)}"


def pieces(report: Report) -> Iterator[Block]:
    """Yield headings and blocks in the order of the document."""
    yield from report.preamble
    for section in report.sections:
        yield section.heading
        yield from section.blocks


def positions(report: Report) -> list[int]:
    """Return all starts and ends, of the report and of what stands in it, as the text has them."""
    spans = [span for piece in pieces(report) for span in _spans(piece)]
    ends = (end for span in spans for end in (span.start, span.end))
    return [report.span.start, *ends, report.span.end]


def _spans(piece: Block) -> list[Span]:
    """Return the spans of the cells of a table; those of the rows and of the table hold them."""
    if isinstance(piece, Paragraph):
        return [piece.span]
    assert all(row.span in piece.span for row in piece.rows)
    assert all(cell.span in row.span for row in piece.rows for cell in row.cells)
    return [cell.span for cell in _cells(piece)]


def misplaced(text: str, report: Report) -> list[str]:
    """Return the texts of paragraphs and cells that do not stand in their spans."""
    nodes: list[Paragraph | Cell] = []
    for piece in pieces(report):
        nodes += [piece] if isinstance(piece, Paragraph) else _cells(piece)
    return [node.text for node in nodes if text[node.span.start : node.span.end] != node.text]


def _cells(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row.cells]


def written(sections: list[WrittenSection]) -> str:
    parts = ["青禾县2023年政府信息公开工作年度报告"]
    for section in sections:
        parts += [section.heading, PROSE, write_rows(section.rows, section.layout)]
    return "\n\n".join(parts)


@pytest.mark.parametrize("text", ["", "\n", " \n\u3000\n\u2028"])
def test_a_text_of_nothing_is_an_empty_report(text: str, document: Parse) -> None:
    report = document(text)
    assert (report.preamble, report.sections) == ((), ())


def test_what_stands_before_the_first_heading_is_the_preamble(document: Parse) -> None:
    report = document("青禾县年度报告\n\n平稳。\n一、总体情况\n有序。\n")
    assert [block.text for block in report.preamble if isinstance(block, Paragraph)] == [
        "青禾县年度报告",
        "平稳。",
    ]
    assert outline(report)[2:] == ["# 一、总体情况", "有序。"]


def test_a_heading_opens_a_section_up_to_the_next(document: Parse) -> None:
    report = document(
        "一、总体情况\n平稳。\n有序。\n\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。\n"
    )
    assert [(section.heading.text, len(section.blocks)) for section in report.sections] == [
        ("一、总体情况", 2),
        ("二、主动公开政府信息情况", 0),
        ("六、其他需要报告的事项", 1),
    ]


def test_a_line_of_prose_is_a_paragraph_without_its_padding(document: Parse) -> None:
    assert outline(document("\u3000\u3000平稳 有序。 \n\u00a0好。\n")) == ["平稳 有序。", "好。"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\t", "\n\n\u3000\u3000"])
def test_a_heading_may_be_broken_over_two_lines(gap: str, document: Parse) -> None:
    report = document(f"三、收到和处理政府信息{gap}公开申请情况\n\n平稳。\n")
    assert outline(report) == [f"# 三、收到和处理政府信息{gap}公开申请情况", "平稳。"]


def test_headings_and_prose_may_be_indented_by_tabs(document: Parse) -> None:
    report = document(
        f"\t一、总体情况\n\t{PROSE}\n\t{PROSE}\n\n\t二、主动公开政府信息情况\n\t平稳。\n"
    )
    assert outline(report) == [
        "# 一、总体情况",
        PROSE,
        PROSE,
        "# 二、主动公开政府信息情况",
        "平稳。",
    ]


def test_an_indented_heading_after_a_table_opens_a_section(document: Parse) -> None:
    report = document("\t规章\n\t1\n\n\t六、其他需要报告的事项\n\n\t无。\n")
    assert outline(report) == ["tabbed: 规章 | 1", "# 六、其他需要报告的事项", "无。"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("\t四、结转下年度继续办理\n\t0\n", "tabbed: 四、结转下年度继续办理 | 0"),
        ("| 四、结转下年度继续办理 | 0 |\n", "pipes: 四、结转下年度继续办理 | 0"),
        ("四、结转下年度继续办理\n\n0\n", "paragraphs: 四、结转下年度继续办理 | 0"),
        (
            "\t一、本年新收政府信息公开申请数量\n\t0\n",
            "tabbed: 一、本年新收政府信息公开申请数量 | 0",
        ),
    ],
)
def test_a_row_that_looks_like_a_heading_is_a_row(text: str, row: str, document: Parse) -> None:
    assert outline(document(text)) == [row]


def test_headings_in_brackets_open_sections_where_there_are_no_others(document: Parse) -> None:
    report = document("（一）总体情况\n平稳。\n（二）主动公开政府信息情况\n")
    assert outline(report) == ["# （一）总体情况", "平稳。", "# （二）主动公开政府信息情况"]


def test_headings_in_brackets_are_prose_where_there_are_others(document: Parse) -> None:
    report = document("一、总体情况\n（一）主动公开政府信息情况\n平稳。\n")
    assert outline(report) == ["# 一、总体情况", "（一）主动公开政府信息情况", "平稳。"]


def test_a_file_may_mix_layouts(document: Parse) -> None:
    text = "\t规章\n\t1\n\t\n\n行政许可\n\n2\n\n| 总计 | | 3 |\n\n平稳。\n\n\t规章\n\t4\n"
    assert outline(document(text)) == [
        "tabbed: 规章 | 1 | ",
        "paragraphs: 行政许可 | 2",
        "pipes: 总计 |  | 3",
        "平稳。",
        "tabbed: 规章 | 4",
    ]


@pytest.mark.parametrize("before", ["规章\n\n1\n", "第二十条第（一）项\n"])
def test_a_table_of_paragraphs_may_stand_before_a_tabbed_one(before: str, document: Parse) -> None:
    report = document(f"{before}\n\t总计\n\t\n\t2\n")
    assert outline(report)[-1] == "tabbed: 总计 |  | 2"


@example(text="\t规章\n\t1\n\n— ４ —\n\t总计\n\t2\n")
@example(text="\t规章\n\t1\n\n\t- 4 -\n平稳\n\t2\n")
@example(text=UNREAD)
@example(text="| 规章 | 1 |\n\t\n| 总计 | 2 |\n")
@given(text=odd_texts)
def test_any_text_at_all_is_a_document(text: str, document: Parse) -> None:
    assert isinstance(document(text), Report)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "\t规章\n\t1\n\n— ４ —\n\t总计\n\t2\n",
            ["tabbed: 规章 | 1", "tabbed: 总计 | 2"],
        ),
        (
            "\t规章\n\t1\n\n第３页\n\n\t总计\n\t2\n",
            ["tabbed: 规章 | 1", "tabbed: 总计 | 2"],
        ),
    ],
)
def test_a_page_number_in_wide_digits_is_passed_over(
    text: str, read: list[str], document: Parse
) -> None:
    assert outline(document(text)) == read


@given(sections=written_sections)
@example(
    sections=[
        WrittenSection("一、总体情况", "oneline", [["规章", "0"], ["1.属于国家秘密", "0"]]),
    ]
)
def test_a_written_report_is_read_back(sections: list[WrittenSection], document: Parse) -> None:
    report = document(written(sections))
    assert [section.heading.text for section in report.sections] == [
        section.heading for section in sections
    ]
    for found, section in zip(report.sections, sections, strict=True):
        prose, table = found.blocks
        assert isinstance(prose, Paragraph)
        assert isinstance(table, Table)
        assert table.layout == NAMES.get(section.layout, section.layout)
        assert [[cell.text for cell in row.cells] for row in table.rows] == section.rows


@given(sections=written_sections)
def test_blocks_stand_in_the_text_in_order(sections: list[WrittenSection], document: Parse) -> None:
    report = document(written(sections))
    assert positions(report) == sorted(positions(report))


@given(sections=written_sections)
def test_the_text_of_a_node_stands_in_its_span(
    sections: list[WrittenSection], document: Parse
) -> None:
    text = written(sections)
    assert misplaced(text, document(text)) == []


@example(text=UNREAD)
@given(text=odd_texts)
def test_blocks_stand_in_any_text_in_order(text: str, document: Parse) -> None:
    report = document(text)
    assert positions(report) == sorted(positions(report))


@example(text=UNREAD)
@given(text=odd_texts)
def test_the_text_of_a_node_stands_in_its_span_in_any_text(text: str, document: Parse) -> None:
    assert misplaced(text, document(text)) == []


def test_the_span_of_a_report_is_the_whole_text(document: Parse) -> None:
    assert document("\n平稳。\n\n").span == Span(0, 6)


def test_the_span_of_a_section_goes_from_its_heading_to_its_last_block(document: Parse) -> None:
    report = document("平稳。\n\n 一、总体情况\n\n\n有序。\n\n六、其他需要报告的事项\n")
    assert [section.span for section in report.sections] == [Span(6, 18), Span(20, 31)]


def test_many_blank_lines_are_passed_over_soon(catalog: Catalog) -> None:
    begin = process_time()
    parse(
        Source("report.txt", "\n" * 20_000 + " \u3000\n" * 20_000), catalog.genre("ogi").vocabulary
    )
    assert process_time() - begin < 3
