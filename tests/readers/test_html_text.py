"""Text of web pages: what is text, what is left out, and where each piece stands."""

import codecs

import pytest

from disclint.marks import PICTURE
from disclint.source import Place
from tests.readers.pages import places, read, source_of


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
        ("12<span style='color: red; vertical-align: super'>1</span>", "12 1"),
        ("<span style='text-decoration: line-through'>11</span>12", "12"),
        ("<span title='line-through'>11</span>", "11"),
        ("甲\n</span> <span>乙 </span>\n丙 &#32;丁", "甲乙丙 丁"),
        ("甲<!-- 乙 --!>丙", "甲丙"),
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


def test_an_item_of_a_list_ends_with_the_next_of_the_same_list() -> None:
    assert read("<ul><li hidden>甲<li>乙</ul>丙") == ["乙", "丙"]
    assert read("<ul><li hidden>甲<ul><li>乙</ul>丙<li>丁</ul>") == ["丁"]


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


def test_a_blank_cell_stands_at_its_tag() -> None:
    source = source_of("<table><tr><td>甲</td>\n <td colspan=2>&nbsp;</td><td></td><td>1</table>")
    blank = source.text.index("甲") + 2
    places = [source.place(blank + index) for index in range(3)]
    assert places == [Place(2, 2), Place(2, 2), Place(2, 27)]


def test_a_style_without_end_is_looked_through_in_bounded_time() -> None:
    assert read(f"<p style='{'text-decoration:' * 200_000}'>甲") == ["甲"]
