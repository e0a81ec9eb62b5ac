"""Whole reports on pages of many kinds: the same figures, and nothing said that is not so."""

from collections.abc import Callable, Iterator
from html import escape

import pytest

from disclint.linter import Linter
from disclint.records import figure_records
from disclint.source import Source
from tests.filling import find_form
from tests.writing import HEADINGS, PROSE, TITLE, table_rows

FORMS = ("active-2021", "requests-2021", "disputes")
YEAR = 2023
LINKS = "".join(f"<li><a href='/{number}'>栏目{number}</a></li>\n" for number in range(60))
Report = list[tuple[str, str]]
Page = Callable[[Report], str]


def pieces(linter: Linter) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs and tables of a report, each with its kind."""
    yield "title", TITLE.format(year=YEAR)
    yield "heading", HEADINGS[0]
    yield "prose", PROSE
    for heading, name in zip(HEADINGS[1:4], FORMS, strict=True):
        yield "heading", heading
        rows = table_rows(find_form(linter, name), lambda _: "0")
        yield (
            "table",
            "".join(f"<tr>{''.join(map(cell, row))}</tr>\n" for row in rows),
        )
    yield "heading", HEADINGS[4]
    yield "prose", PROSE
    yield "heading", HEADINGS[5]
    yield "prose", "无其他需要报告的事项，没有收取信息处理费。"


def cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def plain(report: Report) -> str:
    return "<!DOCTYPE html>\n<body>" + "".join(
        f"<table>{text}</table>\n" if kind == "table" else f"<p>{text}</p>\n"
        for kind, text in report
    )


def fragmented(report: Report) -> str:
    """Every character in a span of its own, as editors leave it."""
    page = plain(report)
    return "".join(f"<span>{char}</span>" if char >= "\u2e80" else char for char in page)


def word(report: Report) -> str:
    """What word processors export."""
    page = plain(report).replace("<!DOCTYPE html>\n<body>", "")
    page = page.replace("<td>", "<td width=88 valign=top style='border:none'><p class=MsoNormal>")
    page = page.replace("</td>", "<o:p></o:p></span></p></td>")
    head = (
        "<html xmlns:o='urn:x' xmlns:w='urn:y'><head><meta name=Generator content='Word 15'>"
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0} --></style></head><body lang=ZH-CN>"
        "<div class=WordSection1 style='layout-grid:15.6pt'>"
    )
    return f"{head}{page}<p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"


def bare(report: Report) -> str:
    """No end tag that may be left out, and upper case."""
    page = plain(report)
    for tag in ("</td>", "</tr>", "</p>"):
        page = page.replace(tag, "")
    return page.replace("<td>", "<TD>").replace("<tr>", "<TR>")


def site(report: Report) -> str:
    """A saved page with menus in no element for menus, a table of metadata, and a foot."""
    title = report[0][1]
    meta = f"<tr><td>索引号<td>014/2024-1<td>分类<td>年报<tr><td>名称<td colspan=3>{title}"
    return (
        f"<html><head><title>{title}_青禾县人民政府</title><script>var x='<td>';</script></head>"
        f"<body><div><ul>{LINKS}</ul></div><select><option>2022年<option>2023年</select>"
        f"<table>{meta}</table>{plain(report)}"
        f"<div>上一篇：<a>青禾县2022年政府信息公开工作年度报告</a></div><ul>{LINKS}</ul>"
        "<div>版权所有：青禾县人民政府 备案号：12345678</div></body></html>"
    )


def framed(report: Report) -> str:
    """A page laid out by tables in tables."""
    return (
        f"<title>{report[0][1]}</title>"
        f"<table><tr><td width=200><table><tr><td><ul>{LINKS}</ul></table>"
        f"<td><table><tr><td><img src=x height=1><td>{plain(report)}</table>"
        "<tr><td colspan=2>版权所有</table>"
    )


@pytest.mark.parametrize("page", [plain, fragmented, word, bare, site, framed])
def test_a_report_in_order_is_in_order_on_any_page(page: Page, linter: Linter) -> None:
    source = linter.read(page(list(pieces(linter))).encode("gb18030"), "report.html")
    assert isinstance(source, Source)
    assert [f"{one.code} {one.message.en}" for one in linter.lint(source)] == []
    (report,) = linter.bind(source)
    assert report.identity.title == TITLE.format(year=YEAR)
    states = {record.state for record in figure_records(source, [report])}
    assert states == {"figure"}
    assert [table.form.id for table in report.tables] == list(FORMS)
