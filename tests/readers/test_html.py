"""Web pages: what is text, what is a cell, where it stands, and what is no page at all."""

import codecs
from collections.abc import Sequence
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.marks import CELL_END, GRID, PICTURE, ROW_END
from disclint.readers.html import HtmlReader
from disclint.reading import LimitError, Limits, Rejection, Request
from disclint.source import Place, Source
from disclint.transcript import Box, Grid, Para, Run, Transcript
from disclint.wording import Wording

HERE = Wording("此处", "here")
Shown = list[str | list[list[str]]]


def source_of(page: str | bytes, limits: Limits | None = None) -> Source:
    data = page.encode() if isinstance(page, str) else page
    request = Request(data=data, path="report.html", limits=limits or Limits())
    source = HtmlReader().read(request)
    assert isinstance(source, Source), source
    return source


def shown(source: Source) -> Shown:
    """Return the lines of prose, and of each table the cells of its rows."""
    result: Shown = []
    for index, piece in enumerate(source.text.split(GRID + "\n")):
        if index % 2:
            rows = piece.split(ROW_END + "\n")[:-1]
            result.append([row.split(CELL_END)[:-1] for row in rows])
        else:
            result += [line for line in piece.split("\n") if line]
    return result


def read(page: str | bytes) -> Shown:
    return shown(source_of(page))


def places(page: str, *wanted: str) -> list[Place]:
    source = source_of(page)
    return [source.place(source.text.index(text)) for text in wanted]


def rejection_of(data: bytes) -> Rejection:
    rejection = HtmlReader().read(Request(data=data, path="report.html"))
    assert isinstance(rejection, Rejection)
    return rejection


# Cells


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>甲</td><td>1</td></tr><tr><th>乙</th><td>2</td></tr></table>",
        "<table><tr><td>甲<td>1<tr><th>乙<td>2</table>",
        "<table><tr><td>甲<td>1<tr><th>乙<td>2",
        "<TABLE><TBODY><TR><TD>甲<TD>1<TBODY><TR><TH>乙<TD>2</TBODY></TABLE>",
        "<table><td>甲<td>1<tr><th>乙<td>2</table>",
        "<table><tr><td>甲</td><td>1</td><tr><th>乙</th><td>2</td></table>",
        "<table>\n<tr>\n<td>\n甲\n</td>\n<td>1</td></tr>\n<tr><td>乙</td><td>2</table></td></tr>",
        "<table><tr><td>甲<p><td><p>1</p></p></tr><tr><td><div>乙<td>2</div></table>",
        "<table><form><tr><td>甲</form><td>1<tr><td>乙<td>2</table>",
        "<table><colgroup><col><col><tr><td>甲<td>1<tr><td>乙<td>2</table>",
        "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>",
    ],
)
def test_end_tags_that_are_missing_are_put_in(table: str) -> None:
    assert read(table) == [[["甲", "1"], ["乙", "2"]]]


def test_end_tags_that_end_nothing_are_passed_over() -> None:
    page = "</td></table></p><table><tr></b><td>1</td></td></div><td>2</tr></tr></table></table>甲"
    assert read(page) == [[["1", "2"]], "甲"]


def test_an_end_tag_within_a_cell_ends_nothing_outside_of_it() -> None:
    page = "<div hidden><p></div><div>甲<table><tr><td>1</div></p><td>2</table>乙</div>"
    assert read(page) == ["甲", [["1", "2"]], "乙"]


def test_a_table_among_the_rows_of_another_ends_it() -> None:
    page = "<table><tr><td>1<td>2</tr><table><tr><td>3</table><tr><td>4</table>"
    assert read(page) == [[["1", "2"]], [["3"]], [["4"]]]
    assert read("<table><table><tr><td>1</table></table>") == [[["1"]]]


def test_a_table_in_a_cell_parts_the_outer_one() -> None:
    page = "<table><tr><td>1<td>2<tr><td>甲<table><tr><td>3</table>乙<tr><td>4<td>5</table>"
    assert read(page) == [[["1", "2"]], "甲", [["3"]], "乙", [["4", "5"]]]


def test_text_among_rows_comes_before_the_table() -> None:
    page = "<table>甲<caption>乙</caption><tr>丙<td>1</td>丁</table>"
    assert read(page) == ["甲", "乙", "丙丁", [["1"]]]


def test_heads_come_first_and_feet_last() -> None:
    page = (
        "<table><tfoot><tr><td>3<thead><tr><td>1<tbody><tr><td>2"
        "<thead><tr><td>再<tbody><tr><td>四</table>"
    )
    assert read(page) == [[["1"], ["2"], ["再"], ["四"], ["3"]]]


def test_spans_leave_empty_cells() -> None:
    page = (
        "<table><tr><td rowspan=2>甲<td colspan='2'>乙<td colspan=2>&nbsp;"
        "<tr><td>1<td>2<td>3<td>4</table>"
    )
    assert read(page) == [[["甲", "乙", "", ""], ["", "1", "2", "3", "4"]]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.9", "+1", " 1px"])
def test_a_span_of_columns_that_is_none_is_one(span: str) -> None:
    assert read(f'<table><tr><td colspan="{span}"><td>1</table>') == [[["", "1"]]]


def test_a_span_of_columns_is_a_thousand_at_most() -> None:
    (table,) = read(f"<table><tr><td colspan={'9' * 5000}><td>1</table>")
    assert len(table[0]) == 1001


def test_a_span_of_rows_ends_with_its_group() -> None:
    page = "<table><tbody><tr><td rowspan={}>甲<td>1<tr><td>2<tbody><tr><td>3<td>4</table>"
    for span in ("0", "2", "65535", "9" * 5000):
        assert read(page.format(span)) == [[["甲", "1"], ["", "2"], ["3", "4"]]]
    assert read(page.format("-2")) == [[["甲", "1"], ["2"], ["3", "4"]]]


def test_a_row_without_cells_is_none_unless_a_cell_reaches_into_it() -> None:
    page = "<table><tr><td rowspan={}>甲<td>1<tr><tr><td>2<td>3</table>"
    assert read(page.format(1)) == [[["甲", "1"], ["2", "3"]]]
    assert read(page.format(2)) == [[["甲", "1"], [""], ["2", "3"]]]
    assert read("<table><tr></table>甲") == ["甲"]


def test_a_row_that_but_gives_the_widths_is_none() -> None:
    row = "<tr height=0><td width=50></td><td width=50>{}</td></tr>"
    page = "<table><tr><td>1<td>2</tr><![if supportMisalignedColumns]>{}<![endif]></table>"
    assert read(page.format(row.format(""))) == [[["1", "2"]]]
    assert read(page.format(row.format("3"))) == [[["1", "2"], ["", "3"]]]


@pytest.mark.parametrize(
    "cell",
    ["<p>甲</p><p>1</p>", "<p>甲<p>1", "甲<br>1", "甲<br/>1</br>", "<div>甲</div>1", "甲<ul><li>1"],
)
def test_the_paragraphs_of_a_cell_are_its_lines(cell: str) -> None:
    assert read(f"<table><tr><td>{cell}<td>2</table>") == [[["甲\n1", "2"]]]


# Text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  总\t计\n 12  \n34 ", "总 计 12 34"),
        ("政府信息\n    公开，\n“工作”\n年度", "政府信息公开，“工作”年度"),
        ("<span>政府</span>\n<span>信息</span> <b>公开</b>", "政府信息 公开"),
        ("<span>1</span><font>2</font>\n<b>3</b>", "12 3"),
        ("甲\n1\n乙\nab", "甲 1 乙 ab"),
        ("总&nbsp;计&#160;&#x31;&#X32;&amp;&lt&LT;", "总\xa0计\xa012&<<"),
        ("&ampx &nbsp12 &notit; &x; &; &#; &#x; &#;", "&x \xa012 ¬it; &x; &; &#; &#x; &#;"),
        ("&#0000000000000000000049; &#xFFFFFFFF9; &#1114112;", "1 &#xFFFFFFFF9; \ufffd"),
        ("&#10;甲&#10;乙&#9;", "甲 乙"),
        ("1 < 2 <3 <> </> </ 4>5", "1 < 2 <3 <> 5"),
        ("甲<!-- <p>乙 -->丙<!--[if gte mso 9]><xml>丁</xml><![endif]-->", "甲丙"),
        ("<!--[if !mso]><!-->甲<!--<![endif]--><![if !vml]>乙<![endif]><!--->丙<!-->", "甲乙丙"),
        ("<?xml:namespace prefix = o />甲<o:p>乙</o:p><w:sdt>丙</w:sdt><![ x]>", "甲乙丙"),
        ("12<sup>①</sup>", "12 ①"),
        ("<del>11</del>12<s>13</s>", "12"),
        ('<a title="a > b" href=x/>甲</a\n>', "甲"),
        ("<ruby>旗<rp>(</rp><rt>qi</rt><rp>)</rp></ruby>", "旗"),
    ],
)
def test_text_is_read_as_browsers_show_it(written: str, text: str) -> None:
    assert read(f"<p>{written}</p>") == [text]


def test_blocks_part_paragraphs() -> None:
    page = "甲<p>乙<div>丙</div>丁<h2>戊</h2><li>己<li>庚<hr>辛<dl><dt>壬<dd>癸</dl>"
    assert read(page) == list("甲乙丙丁戊己庚辛壬癸")


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert read("<pre>甲  &amp;\t1\n\n乙\n</pre>丙\n丁") == ["甲  &\t1", "乙", "丙丁"]


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>document.write('<p>乙</p>')</script>",
        "<SCRIPT type=x>if (a<b) '</scr'+'ipt>'</SCRIPT >",
        "<script src=x />",
        "<style><!-- p {} --></style>",
        "<noscript><p>乙</p></noscript>",
        "<template><table><tr><td>乙</table></template>",
        "<textarea><p>乙</textarea>",
        "<select><option>乙<option>丙</select>",
        "<button>乙</button>",
        "<svg><title>乙</title><text>乙</text></svg>",
        "<xml><w:View>Normal</w:View></xml>",
        "<div hidden>乙<div>丙</div>丁</div>",
        '<p style="color:red; DISPLAY : none">乙<p>',
        "<div><span style='display:none'>乙</div>",
        "<table style='display:none'><tr><td>乙</table>",
        "<ul hidden><li>乙</ul>",
        "<nav>乙<ul><li>丙</ul><table><tr><td>丁</table></nav>",
        "<header><h1>乙</h1></header>",
        "<footer>乙</footer>",
        "<aside><p>乙</aside>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(left_out: str) -> None:
    assert read(f"甲{left_out}<p>戊</p>{left_out}己") in (["甲", "戊", "己"], ["甲", "戊己"])


def test_what_is_hidden_only_by_its_name_is_shown() -> None:
    assert read("<p class=hidden style='overflow:hidden;border:none'>甲</p>") == ["甲"]


def test_a_hidden_row_or_cell_is_none() -> None:
    page = (
        "<table><tr style='display:none'><td>1<td>2<tr><td>3<td hidden>4<td>5"
        "<tr><span hidden>6<td>7<td>8</table>甲"
    )
    assert read(page) == [[["3", "5"], ["7", "8"]], "甲"]


def test_the_head_of_an_article_is_part_of_it() -> None:
    page = "<header>甲</header><article><header>乙</header>丙</article>"
    assert read(page) == ["乙", "丙"]


def test_a_menu_that_never_ends_takes_nothing_with_it() -> None:
    assert read("<div><nav><p>甲</div><table><tr><td>1</table>") == ["甲", [["1"]]]


# Pictures


def test_a_picture_comes_after_the_text_of_its_paragraph() -> None:
    page = "<p><img src=dot.gif>一、总体情况<p><IMG><v:shape><v:imagedata src=x></v:shape>"
    assert read(page) == ["一、总体情况", PICTURE, PICTURE]


def test_pictures_beside_a_figure_are_decoration() -> None:
    page = "<table><tr><td><img>规章<td><img><td>1<img></table>"
    assert read(page) == [[["规章", PICTURE, "1"]]]


@pytest.mark.parametrize("attributes", ["width=1", "height='16px'", "style=display:none"])
def test_bullets_are_no_pictures(attributes: str) -> None:
    assert read(f"甲<img {attributes}>") == ["甲"]


# The title

TITLE = "青禾县2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "head",
    [
        f"<title>\n{TITLE}-青禾县人民政府</title>",
        f"<title>信息公开年报_{TITLE}_青禾县</title>",
        f'<meta name="ArticleTitle" content="{TITLE}"><title>信息公开年报</title>',
        f"<title>信息公开</title><svg><title>图</title></svg><title>{TITLE}</title>",
    ],
)
def test_the_title_in_the_head_stands_in_for_one_that_is_lacking(head: str) -> None:
    page = f"<head>{head}</head><body><h1>青禾县</h1>甲"
    assert read(page) == [TITLE, "青禾县", "甲"]
    assert places(page, TITLE)[0].column == page.rpartition("\n")[2].index(TITLE) + 1


def test_the_title_in_the_text_is_enough() -> None:
    page = f"<title>2023年政府信息公开工作年度报告 - 青禾县</title><h1>{TITLE}</h1>甲"
    assert read(page) == [TITLE, "甲"]
    assert read(f"<title>青禾县人民政府</title>{'<p>甲' * 2}") == ["甲", "甲"]


def test_a_title_behind_a_menu_is_none_that_is_near() -> None:
    page = f"<title>{TITLE}</title>{'<li>甲' * 50}<h1>{TITLE}</h1>"
    assert read(page)[0] == TITLE


# Places


def test_each_run_knows_its_place() -> None:
    page = (
        "<p>青  禾\n   县&nbsp;乡</p>\r\n"
        "<table><tr><td>&#x4e00;二<td>\r\n 1<b>2</b> &amp;&amp3\n<td>𠀀4</table>"
        "<pre>甲\n\n &lt;乙</pre>"
    )
    wanted = [
        "青",
        "禾",
        "县",
        "\xa0",
        "乡",
        "一",
        "二",
        "12",
        "2",
        "&&",
        "3",
        "𠀀",
        "4",
        "甲",
        "<乙",
    ]
    assert [(place.line, place.column) for place in places(page, *wanted)] == [
        (1, 4),
        (1, 7),
        (2, 4),
        (2, 5),
        (2, 11),
        (3, 16),
        (3, 24),
        (4, 2),
        (4, 6),
        (4, 12),
        (4, 21),
        (5, 5),
        (5, 6),
        (5, 20),
        (7, 2),
    ]


def test_a_mark_of_byte_order_takes_no_column() -> None:
    source = source_of(codecs.BOM_UTF8 + b"<p>1")
    assert source.place(0) == Place(1, 4)


# Encodings

PAGE = "<html><head><meta charset={}><body>青禾县規章總計"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("GBK", "gb18030"),
        ('"big5"', "big5"),
        ("'BIG5'", "utf-8"),
        ("iso-8859-1", "gb18030"),
        ("utf-16", "gb18030"),
        ("no-such", "gb18030"),
        ("utf-8", "utf-16"),
        ("unicode", "utf-8-sig"),
    ],
)
def test_the_encoding_that_is_declared_is_a_hint(declared: str, encoding: str) -> None:
    page = PAGE.format(declared).replace("县", "縣")
    assert read(page.encode(encoding)) == ["青禾縣規章總計"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=big5">',
        "<META content='text/html;charset = Big5' http-equiv=Content-Type>",
        '<?xml version="1.0" encoding="Big5"?><html>',
    ],
)
def test_the_encoding_is_found_wherever_it_is_declared(head: str) -> None:
    assert read(f"{head}<body>規章總計".encode("big5")) == ["規章總計"]


def test_the_encoding_that_is_named_comes_before_the_declared_one() -> None:
    data = "<meta charset=big5>规章".encode("gb18030")
    source = HtmlReader().read(Request(data=data, path="", encoding="gb18030"))
    assert isinstance(source, Source)
    assert source.text == "规章\n"


def test_a_bad_byte_is_told_with_its_place() -> None:
    rejection = rejection_of("<p>\n青禾县规章总计".encode() + b"\xff" + "总计".encode())
    assert (rejection.rule, rejection.place) == ("undecodable-text", Place(2, 8))


# What is a page


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"", ".html"),
        (b"<p>", ".htm"),
        (b"<!-- x --><p>", ".shtml"),
        (b"<!DOCTYPE html>", ".txt"),
        (b"\n<!-- saved -->\n<!doctype HTML PUBLIC>", ".doc"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', ""),
        (codecs.BOM_UTF8 + b" <HTML>", ".xls"),
        ("<html>".encode("utf-16"), ".txt"),
        (codecs.BOM_UTF16_BE + "<html>".encode("utf-16-be"), ".txt"),
        (b"<table border=1>", ".xls"),
        (b"<meta charset=gbk>", ".doc"),
    ],
)
def test_a_page_is_known_by_how_it_begins(data: bytes, suffix: str) -> None:
    assert HtmlReader().claims(data, suffix)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"", ".txt"),
        ("规章 < 1 <html>".encode(), ".txt"),
        (b"<htmlx>", ".txt"),
        (b"<table>", ".txt"),
        (b"<!-- x", ".txt"),
        (b"PK\x03\x04", ".html"),
        (b"%PDF-1.7", ".htm"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"{\\rtf1", ".doc"),
        (b"MIME-Version: 1.0\n\nmultipart", ".txt"),
    ],
)
def test_what_merely_has_tags_is_no_page(data: bytes, suffix: str) -> None:
    assert not HtmlReader().claims(data, suffix)


def test_a_web_archive_is_told_to_be_one() -> None:
    data = b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"
    assert HtmlReader().claims(data, ".mht")
    rejection = rejection_of(data)
    assert (rejection.rule, rejection.variant) == ("unreadable-file", "container")


# Any tree of rows, in any style

chars = st.text("青禾县规章总计0123456789&<>\"'%“”", min_size=1, max_size=5)
paras = st.builds(lambda text: Para([Run(text, HERE)]), chars)
spans = st.integers(1, 3)


def grids(boxes: st.SearchStrategy[Box]) -> st.SearchStrategy[Grid]:
    rows = st.lists(st.lists(boxes, min_size=1, max_size=4), min_size=1, max_size=4)
    return rows.map(_within_reach)


def _within_reach(rows: list[list[Box]]) -> Grid:
    return Grid(
        [
            [Box(box.content, box.columns, min(box.rows, len(rows) - index)) for box in row]
            for index, row in enumerate(rows)
        ]
    )


boxes = st.recursive(
    st.builds(Box, st.lists(paras, max_size=2), spans, spans),
    lambda inner: st.builds(Box, st.lists(paras | grids(inner), max_size=2), spans, spans),
    max_leaves=20,
)


class Writer:
    """A program that writes pages, in a style of its own at each turn."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.has_ends = random.random() < 0.5

    def page(self, blocks: Sequence[Para | Grid]) -> str:
        opening = self.random.choice(["", "<!DOCTYPE html><html><body>", "<div>", "<form><p>"])
        return opening + "".join(map(self.block, blocks))

    def block(self, block: Para | Grid) -> str:
        if isinstance(block, Grid):
            rows = "".join(map(self.row, block.rows))
            body = self.random.choice(["{}", "<tbody>{}", "<tbody>{}</tbody>", "<colgroup><col>{}"])
            return f"{self.tag('table')}{body.format(rows)}{self.tag('/table')}"
        text = "".join(map(self.char, block.text))
        styles = ["<p>{}</p>", "<div>{}</div>", "<br>{}<br>", "<p><span>{}</span>", "<p>{}\n"]
        return self.random.choice(styles).format(text)

    def row(self, row: Sequence[Box]) -> str:
        end = self.tag("/tr") if self.has_ends else ""
        return self.tag("tr") + "".join(map(self.box, row)) + end

    def box(self, box: Box) -> str:
        name = self.random.choice(["td", "th"])
        quote = self.random.choice(["", "'", '"'])
        spans = {"colspan": box.columns, "rowspan": box.rows}
        written = "".join(
            f" {name}={quote}{number}{quote}"
            for name, number in spans.items()
            if number > 1 or self.random.random() < 0.1
        )
        content = "".join(map(self.block, box.content)) or self.random.choice(["", "&nbsp;", "\n"])
        return self.tag(name + written) + content + (self.tag(f"/{name}") if self.has_ends else "")

    def tag(self, name: str) -> str:
        extra = self.random.choice(["", "", ' title="a>b"', " class=x", "\n"])
        space = self.random.choice(["", "", "\n", "  ", "<!-- <td> -->", "<![if x]>"])
        written = f"<{name}>" if name.startswith("/") else f"<{name}{extra}>"
        return (written.upper() if self.random.random() < 0.3 else written) + space

    def char(self, char: str) -> str:
        text = {"&": "&amp;", "<": "&lt;"}.get(char, char)
        written = [text, text, text, f"&#{ord(char)};", f"&#x{ord(char):X};"]
        wrapped = ["{}", "{}", "<span lang=EN-US>{}</span>", "<FONT face='a'>{}</FONT>"]
        words = ["<o:p></o:p>{}", "<a name=_x></a>{}", "<b><i>{}</b></i>"]
        return self.random.choice(wrapped + words).format(self.random.choice(written))


@given(st.lists(paras | grids(boxes), max_size=3), st.randoms(use_true_random=False))
def test_any_tree_of_rows_is_read_back_in_whatever_style(
    blocks: list[Para | Grid], random: Random
) -> None:
    transcript = Transcript()
    transcript.write(blocks)
    page = Writer(random).page(blocks)
    assert shown(source_of(page)) == shown(transcript.source("")), page


@given(
    st.lists(
        st.sampled_from(
            [
                "<td>",
                "<table>",
                "</table>",
                "<tr>",
                "甲",
                "1",
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<nav>",
                "</nav>",
                "<b hidden>",
                "</b>",
                "<select>",
                "</select>",
                "<table hidden>",
                "<td rowspan=3>",
                "</td>",
                "</tr>",
                "<tbody>",
                "<br>",
                "<img>",
                "<!--",
                "-->",
                "<title>",
                "</title>",
                "<pre>",
                "</pre>",
                "&",
                "&#",
                "<",
                "\n",
                '="',
                "<script>",
            ]
        )
    )
)
def test_any_soup_of_tags_is_a_page(pieces: list[str]) -> None:
    page = "".join(pieces)
    source = source_of(page)
    assert shown(source) == read(page)
    lines = page.split("\n")
    for offset, char in enumerate(source.text):
        if char in "甲1":
            place = source.place(offset)
            assert lines[place.line - 1][place.column - 1] == char


# What is made to do harm


def test_cells_and_tables_in_each_other_are_limited() -> None:
    with pytest.raises(LimitError, match="cells"):
        source_of("<table>" + "<tr>" + "<td>" * 11, Limits(cells=10))
    with pytest.raises(LimitError, match="cells"):
        source_of("<table><tr><td colspan=20>", Limits(cells=10))
    with pytest.raises(LimitError, match="depth"):
        source_of("<table><tr><td>" * 100_000)
    assert read("<table><tr><td>" * 200 + "1") == [[["1"]]]


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<font><p>",
        "<li><ul>",
        "<b></i>",
        "<!--",
        "<![",
        "<?",
        "<a ",
        "</",
        "</a ",
        "<a b=\"'",
        "<a b='",
        "<a b=",
        "&#",
        "&#;",
        "&a",
        "&",
        "<",
        "<title>",
        "<script>",
        "<table><tr>",
        "<table></td>",
        "<td rowspan=9>",
        "<nav>",
        "<s><p>",
        " ",
        "\n",
        "甲 ",
        "<p>甲",
        "=",
    ],
)
def test_what_never_ends_takes_no_more_than_its_size(piece: str) -> None:
    begin = process_time()
    source_of(piece * (100_000 // len(piece)))
    source_of("<div><font><ul>" * 5_000 + piece * (50_000 // len(piece)) + "</p></li>" * 5_000)
    assert process_time() - begin < 3


def test_a_line_of_megabytes_is_read() -> None:
    (table,) = read("<table>" + "<tr><td>规章<td>12" * 50_000)
    assert len(table) == 50_000
