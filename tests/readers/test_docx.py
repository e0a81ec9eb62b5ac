"""Word documents read as a person sees them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport
from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.marks import CELL_END, COVERED, GRID, ROW_END
from disclint.readers.docx import DocxReader
from disclint.reading import LimitError, Limits, Rejection, Request
from disclint.source import Source
from disclint.wording import Wording
from tests.boxes import Cell, Rows, placed, report_pieces
from tests.office import (
    NAMESPACES,
    WORD,
    cell,
    docx,
    docx_parts,
    para,
    row,
    run,
    table,
    xlsx,
    zipped,
)
from tests.test_layouts_agree import EDITIONS
from tests.writing import write_report

COUNTING = "chineseCountingThousand"


def source_of(data: bytes, limits: Limits | None = None) -> Source:
    request = Request(data=data, path="report.docx", limits=limits or Limits())
    source = DocxReader().read(request)
    assert isinstance(source, Source)
    return source


def rejection_of(data: bytes) -> Rejection:
    rejection = DocxReader().read(Request(data=data, path="report.docx"))
    assert isinstance(rejection, Rejection)
    return rejection


def lines(*blocks: str | Rows, **parts: str) -> list[str]:
    """Return the lines of a document, those of tables as `[a|b]`."""
    text = source_of(docx(*blocks, **parts)).text.replace(COVERED, "")
    text = text.replace(f"{CELL_END}{ROW_END}", "]").replace(CELL_END, "|").replace(GRID, "#")
    return text.splitlines()


def cells_of(data: bytes) -> list[list[str]]:
    text = source_of(data).text.replace(COVERED, "")
    return [
        line.removeprefix("\n").split(CELL_END)[:-1]
        for line in text.replace(GRID + "\n", "").split(ROW_END)[:-1]
    ]


def numbering(style: str, text: str = "%1、", **extra: str) -> str:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{extra.get("level", "")}</w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{level}{extra.get("deeper", "")}</w:abstractNum>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{extra.get("override", "")}</w:num>'
        f'<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
    )


def numbered(text: str, level: int = 0, number: int = 3) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_paragraphs_and_tables_come_in_their_order() -> None:
    assert lines("青禾县", [[Cell("规章"), Cell("1")]], "平稳") == [
        "青禾县",
        "#",
        "规章|1]",
        "#",
        "平稳",
    ]


def test_merged_cells_stand_once() -> None:
    rows = [
        [Cell("信息", rows=2), Cell("数量", columns=2)],
        [Cell("制发"), Cell("废止")],
        [Cell("规章"), Cell("1"), Cell("2")],
    ]
    assert cells_of(docx(rows)) == [["信息", "数量"], ["", "制发", "废止"], ["规章", "1", "2"]]


def test_a_cell_that_goes_on_one_of_another_width_or_none_is_one_by_itself() -> None:
    wide, goes_on = '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    begins = '<w:vMerge w:val="restart"/>'
    body = table(
        row(cell("甲", goes_on), cell("乙", begins), cell("丙")),
        row(cell("丁"), cell("戊", wide + goes_on)),
        row(cell("己"), cell("庚", goes_on), cell("辛")),
    )
    assert cells_of(docx(body)) == [["甲", "乙", "丙"], ["丁", "戊"], ["己", "庚", "辛"]]


def test_a_row_may_begin_and_end_inside_of_the_table() -> None:
    body = table(
        row(cell("甲"), cell("乙"), cell("丙")),
        row(
            cell("1"),
            properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>',
        ),
    )
    assert cells_of(docx(body)) == [["甲", "乙", "丙"], ["", "1"]]


def test_cells_merged_in_the_old_way_stand_once() -> None:
    body = table(
        row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("乙", "<w:hMerge/>"), cell("丙")),
        row(cell("1"), cell("2"), cell("3")),
    )
    assert cells_of(docx(body)) == [["甲", "丙"], ["1", "2", "3"]]


def test_a_span_beyond_all_measure_is_cut() -> None:
    body = table(row(cell("", '<w:gridSpan w:val="1000000000"/>'), cell("1"), cell("2")))
    assert len(cells_of(docx(body))[0]) == 1002
    assert cells_of(docx(table(row(cell("1", '<w:gridSpan w:val="x"/>'), cell("2"))))) == [
        ["1", "2"]
    ]


def test_a_table_in_a_cell_parts_the_table_around_it() -> None:
    inner = table(row(cell("规章"), cell("1")))
    body = table(row(cell("甲"), cell("乙")), row(cell(para("丙") + inner + para(""))))
    assert lines(body) == ["#", "甲|乙]", "#", "丙", "#", "规章|1]", "#"]


def test_changes_are_read_as_accepted() -> None:
    gone = run("旧").replace("w:t", "w:delText")
    assert lines(
        f"<w:p>{run('收到')}<w:del>{gone}</w:del><w:ins>{run('12')}</w:ins>"
        f"<w:moveFrom>{run('件')}</w:moveFrom><w:moveTo>{run('条')}</w:moveTo></w:p>"
    ) == ["收到12条"]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(mark: str) -> None:
    ended = f"<w:rPr><w:{mark}/></w:rPr>"
    assert lines(para("收到", ended), para("12条"), para("末", ended)) == ["收到12条", "末"]


def test_rows_that_are_deleted_are_gone_and_those_inserted_are_there() -> None:
    body = table(
        row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("1")),
        row(cell("", "<w:vMerge/>"), cell("2"), properties="<w:del/>"),
        row(cell("", "<w:vMerge/>"), cell("3"), properties="<w:ins/>"),
        row(cell("乙"), cell("4"), properties="<w:hidden/>"),
        row(cell("丙", "<w:cellDel/>"), cell("丁"), cell("5", "<w:cellIns/>")),
    )
    assert cells_of(docx(body)) == [["甲", "1"], ["", "3"], ["丁", "5"]]


def test_content_controls_change_nothing_around_whatever_they_stand() -> None:
    def control(content: str) -> str:
        tag = "<w:sdtPr><w:alias w:val='x'/></w:sdtPr>"
        return f"<w:sdt>{tag}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(
        control(row(control(cell("规章")), cell(control(para("1"))))),
        row(cell("文件"), cell(f"<w:p>{control(run('2'))}</w:p>")),
    )
    assert lines(control(para("青禾县")), "<w:p/>" + control(body)) == [
        "青禾县",
        "#",
        "规章|1]",
        "文件|2]",
        "#",
    ]


def test_of_a_field_its_result_is_shown() -> None:
    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = '<w:r><w:instrText>TIME "yyyy"</w:instrText><w:t>隐</w:t></w:r>'
    inner = turn("begin") + asked + turn("separate") + run("隐") + turn("end")
    field = turn("begin") + asked + inner + turn("separate") + run("2024") + turn("end")
    simple = f'<w:fldSimple w:instr="PAGE">{run("年")}</w:fldSimple>'
    link = f"<w:hyperlink>{run('报告')}</w:hyperlink>"
    assert lines(f"<w:p>{field}{simple}{link}</w:p>") == ["2024年报告"]
    assert lines(f"<w:p>{run('甲')}{turn('begin')}{asked}</w:p>", "乙") == ["甲", "乙"]


def test_characters_that_are_elements_are_read() -> None:
    special = "<w:r><w:t>1</w:t><w:tab/><w:noBreakHyphen/><w:t>2</w:t><w:br/><w:softHyphen/>"
    symbol = '<w:sym w:font="Symbol" w:char="2160"/><w:sym w:char="x"/><w:cr/><w:t>3</w:t></w:r>'
    assert lines(f"<w:p>{special}{symbol}</w:p>") == ["1 -2", "Ⅰ", "3"]


def test_formulas_and_text_with_a_reading_above_are_read() -> None:
    ruby = f"<w:ruby><w:rt>{run('hé')}</w:rt><w:rubyBase>{run('禾')}</w:rubyBase></w:ruby>"
    formula = "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>"
    assert lines(f"<w:p>{run('青')}<w:r>{ruby}</w:r>{formula}</w:p>") == ["青禾12"]


def test_hidden_text_is_left_out() -> None:
    shown = run("平", '<w:vanish w:val="0"/>')
    assert lines(f"<w:p>{run('不', '<w:vanish/>')}{shown}{run('稳')}</w:p>") == ["平稳"]


@pytest.mark.parametrize("name", ["strike", "dstrike"])
def test_text_that_is_struck_out_is_left_out(name: str) -> None:
    kept = run("2", f'<w:{name} w:val="0"/>')
    assert lines(f"<w:p>{run('11', f'<w:{name}/>')}{run('1')}{kept}</w:p>") == ["12"]


@pytest.mark.parametrize("how", ["superscript", "subscript"])
def test_what_is_raised_stands_apart_from_the_figure_beside_it(how: str) -> None:
    note = run("1", f'<w:vertAlign w:val="{how}"/>')
    assert lines(f"<w:p>{run('30')}{note}</w:p>", f"<w:p>{note}{run('30')}</w:p>") == [
        "30 1 ",
        " 1 30",
    ]


def test_a_text_box_comes_after_its_paragraph_and_once() -> None:
    box = f"<w:txbxContent>{para('框')}{table(row(cell('1'), cell('2')))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    text = f"<w:p>{run('甲')}<w:r>{both}</w:r>{run('乙')}</w:p>"
    assert lines(text, "丙") == ["甲乙", "框", "#", "1|2]", "#", "丙"]


@pytest.mark.parametrize(
    "picture",
    [
        "<w:drawing><a:blip r:embed='r1'/></w:drawing>",
        "<w:pict><v:shape><v:imagedata r:id='r1'/></v:shape></w:pict>",
    ],
)
def test_a_picture_leaves_a_mark(picture: str) -> None:
    assert lines(f"<w:p><w:r>{picture}</w:r></w:p>", "甲") == ["\ufffc", "甲"]


@pytest.mark.parametrize(
    ("style", "first_three"),
    [
        ("decimal", "1 2 3"),
        ("decimalZero", "01 02 03"),
        ("chineseCounting", "一 二 三"),
        ("chineseCountingThousand", "一 二 三"),
        ("japaneseCounting", "一 二 三"),
        ("ideographDigital", "一 二 三"),
        ("chineseLegalSimplified", "壹 贰 叁"),
        ("upperLetter", "A B C"),
        ("lowerLetter", "a b c"),
        ("upperRoman", "I II III"),
        ("lowerRoman", "i ii iii"),
        ("ideographTraditional", "甲 乙 丙"),
        ("decimalEnclosedCircle", "① ② ③"),
    ],
)
def test_the_numbers_of_a_list_are_written_before_its_paragraphs(
    style: str, first_three: str
) -> None:
    found = lines(*[numbered("事项")] * 3, numbering=numbering(style))
    assert found == [f"{number}、事项" for number in first_three.split()]


def test_a_list_is_counted_up_to_ninety_nine_in_chinese() -> None:
    found = lines(*[numbered("项")] * 99, numbering=numbering(COUNTING))
    assert [found[index] for index in (9, 10, 19, 20, 98)] == [
        "十、项",
        "十一、项",
        "二十、项",
        "二十一、项",
        "九十九、项",
    ]


@pytest.mark.parametrize("style", ["bullet", "none", "koreanLegal"])
def test_bullets_and_numbers_of_unknown_kinds_are_left_out(style: str) -> None:
    assert lines(numbered("事项"), numbering=numbering(style)) == ["事项"]


def test_levels_of_a_list_are_counted_under_each_other() -> None:
    deeper = (
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    parts = numbering("decimal", "%1.", deeper=deeper)
    levels = [0, 1, 1, 0, 1]
    found = lines(*(numbered("项", level) for level in levels), numbering=parts)
    assert found == ["1.项", "1.1 项", "1.2 项", "2.项", "2.1 项"]


def test_two_lists_of_one_kind_count_on_unless_one_starts_anew() -> None:
    blocks = [numbered("甲", number=4), numbered("乙"), numbered("丙"), numbered("丁", number=4)]
    assert lines(*blocks, numbering=numbering(COUNTING)) == ["一、甲", "二、乙", "三、丙", "四、丁"]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    found = lines(*blocks, numbering=numbering(COUNTING, override=anew))
    assert found == ["一、甲", "一、乙", "二、丙", "三、丁"]


def test_a_style_may_number_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="J"><w:basedOn w:val="J"/></w:style>'
    )
    off = '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    styled = [para("项", f'<w:pStyle w:val="{style}"/>') for style in "HIJ"]
    found = lines(*styled, para("项", off), numbering=numbering(COUNTING), styles=styles)
    assert found == ["一、项", "二、项", "项", "项"]


def test_headings_that_are_numbered_by_themselves_are_known(
    linter: Linter, forms: dict[str, Form]
) -> None:
    used = [forms[name] for name in EDITIONS[2023]]
    pieces = report_pieces(used, lambda _: "0", 2023)
    blocks = [
        numbered(piece[2:]) if isinstance(piece, str) and piece[1:2] == "、" else piece
        for piece in pieces
    ]
    source = source_of(docx(*blocks, numbering=numbering(COUNTING)))
    assert "\n六、其他需要报告的事项\n" in source.text
    assert linter.lint(source) == []


def test_places_name_paragraphs_and_cells_as_a_person_counts_them() -> None:
    inner = table(row(cell("内")))
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{para('框')}</w:txbxContent></v:textbox></w:pict>"
    )
    rows: Rows = [[Cell("并", columns=2, rows=2), Cell("甲")], [Cell("乙")]]
    source = source_of(
        docx("一", "", f"<w:p>{run('二')}{box}</w:r></w:p>", rows, table(row(cell(inner))))
    )
    parts = {char: source.place(source.text.index(char)).part for char in "一二框并甲乙内"}
    assert parts == {
        "一": Wording("第1段", "paragraph 1"),
        "二": Wording("第2段", "paragraph 2"),
        "框": Wording("第2段的文本框", "paragraph 2, text box"),
        "并": Wording("第1个表格第1行第1格", "table 1, row 1, cell 1"),
        "甲": Wording("第1个表格第1行第2格", "table 1, row 1, cell 2"),
        "乙": Wording("第1个表格第2行第2格", "table 1, row 2, cell 2"),
        "内": Wording(
            "第2个表格第1行第1格内第1个表格第1行第1格",
            "table 2, row 1, cell 1, table 1, row 1, cell 1",
        ),
    }


@pytest.mark.parametrize("year", EDITIONS)
def test_a_whole_report_has_the_figures_and_findings_of_the_same_in_text(
    year: int,
    linter: Linter,
    forms: dict[str, Form],
    bind: Callable[[str], BoundReport],
    lint: Callable[[str], list[Diagnostic]],
) -> None:
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) + 1))

    used = [forms[name] for name in EDITIONS[year]]
    source = source_of(docx(*report_pieces(used, value, year)))
    text = write_report(used, value, year=year)
    assert {figure.slot.id: figure.text for figure in bind(source.text).figures()} == numbers
    assert _said(linter.lint(source)) == _said(lint(text))


def _said(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.message.en) for diagnostic in found]


@st.composite
def tilings(draw: st.DrawFn) -> list[list[Cell]]:
    """Return rows of cells that fill a rectangle, each with a text of its own."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for y in range(height):
        for x in range(width):
            if (y, x) in taken:
                continue
            free = next((n for n in range(x, width) if (y, n) in taken), width) - x
            columns = draw(st.integers(1, free))
            down = draw(st.integers(1, height - y))
            taken |= {(y + j, x + i) for j in range(down) for i in range(columns)}
            rows[y].append(Cell(f"{y}.{x}", columns, down))
    return rows


@given(tilings())
def test_any_grid_with_spans_is_read_again(rows: list[list[Cell]]) -> None:
    expected: list[list[str]] = []
    for places in placed(rows):
        expected.append([])
        for place in places:
            columns = 1 if place.is_first else place.cell.columns
            expected[-1] += [place.cell.text if place.is_first else ""] * columns
    assert cells_of(docx(rows)) == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_text_is_read_again(text: str) -> None:
    assert source_of(docx(para(text))).text == (f"{text}\n" if text.strip() else "\n")


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = {
        name: content.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in docx_parts(numbered("事项"), numbering=numbering(COUNTING)).items()
    }
    assert source_of(zipped(strict)).text == "一、事项\n"


def test_the_document_is_found_by_its_relation_and_not_by_its_name() -> None:
    parts = docx_parts(para("青禾县"))
    main = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document", "/doc/a/../Main")
    del parts["word/_rels/document.xml.rels"]
    assert source_of(zipped({**parts, "doc\\main.XML": main})).text == "青禾县\n"


@pytest.mark.parametrize(
    ("encoding", "named"), [("utf-16", "UTF-16"), ("utf-8-sig", "UTF-8"), ("utf-8", "utf-8")]
)
def test_the_xml_may_be_in_any_encoding_it_declares(encoding: str, named: str) -> None:
    parts: dict[str, str | bytes] = {**docx_parts(para("青禾县"))}
    text = f'<?xml version="1.0" encoding="{named}"?>{parts["word/document.xml"]!s}'
    parts["word/document.xml"] = text.encode(encoding)
    assert source_of(zipped(parts)).text == "青禾县\n"


@pytest.mark.parametrize(
    ("data", "suffix", "claimed"),
    [
        (docx("甲"), ".docx", True),
        (docx("甲"), ".doc", True),
        (docx("甲"), ".txt", True),
        (zipped({"a.txt": "b"}), ".docx", True),
        (zipped({"a.txt": "b"}), ".zip", False),
        (xlsx({"a": "<a/>"}), ".docx", False),
        (docx("甲")[:300], ".docx", True),
        (docx("甲")[:300], ".doc", False),
        ("青禾县".encode(), ".docx", False),
    ],
)
def test_a_document_is_known_by_what_is_in_it(data: bytes, suffix: str, *, claimed: bool) -> None:
    assert DocxReader().claims(data, suffix) is claimed


def test_templates_and_documents_with_macros_are_claimed() -> None:
    parts = docx_parts(para("甲"))
    for kind in (
        "openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "ms-word.document.macroEnabled.main+xml",
        "ms-word.template.macroEnabledTemplate.main+xml",
    ):
        types = f'<Types><Override ContentType="application/vnd.{kind}"/></Types>'
        data = zipped({**parts, "[Content_Types].xml": types})
        assert DocxReader().claims(data, ".bin")


XML: dict[str, Any] = {
    "no document in it": f"<w:document {NAMESPACES}/>",
    "XML": "<w:document><w:body>",
    "undefined entity": f"<w:document {NAMESPACES}><w:body>&a;</w:body></w:document>",
    "document type": '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><a>&c;</a>',
    "type declaration": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "line 1": "",
    "encoding": '<?xml version="1.0" encoding="klingon"?><a/>',
}


@pytest.mark.parametrize("reason", XML)
def test_xml_that_is_broken_or_has_a_document_type_is_refused(reason: str) -> None:
    parts = {**docx_parts(""), "word/document.xml": XML[reason]}
    rejection = rejection_of(zipped(parts))
    assert (rejection.rule, rejection.variant) == ("unreadable-file", "damaged")
    assert reason in str(rejection.facts["reason"])


def test_a_container_without_a_document_is_refused() -> None:
    assert rejection_of(zipped({"a.txt": "b"})).variant == "damaged"


@pytest.mark.parametrize(
    ("body", "limits", "limit"),
    [
        ("<w:sdt>" * 100_000, Limits(), "depth"),
        (para("甲") * 500, Limits(memory_bytes=100_000), "memory_bytes"),
        (table(row(*[cell()] * 100) * 100), Limits(cells=9_999), "cells"),
        (para("甲" * 10_000), Limits(unpacked_bytes=10_000), "unpacked_bytes"),
        (
            "<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000,
            Limits(depth=100_000),
            "depth",
        ),
    ],
)
def test_what_goes_beyond_a_limit_is_refused(body: str, limits: Limits, limit: str) -> None:
    with pytest.raises(LimitError) as caught:
        source_of(docx(f"<w:p/>{body}"), limits)
    assert caught.value.limit == limit


def test_a_document_as_deep_as_the_limit_is_read() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 65 + para("底") + "</w:tc></w:tr></w:tbl>" * 65
    assert "底" in source_of(docx(body)).text


def test_numbers_and_texts_beyond_all_measure_are_cut() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    vast = numbering("decimal", "%1" * 1000, override=override.format("9" * 4300))
    assert len(lines(*[numbered("甲")] * 3, numbering=vast)[2]) < 1000
    assert lines('<w:p><w:r><w:sym w:char="D800"/><w:sym w:char="-1"/></w:r></w:p>', "甲") == ["甲"]
