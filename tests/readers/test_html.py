"""Web pages: their encoding and title, what is no page, and what is made to do harm."""

import codecs
from time import process_time

import pytest

from disclint.readers.html import HtmlReader
from disclint.reading import LimitError, Limits, Request
from disclint.source import Place, Source
from tests.readers.pages import places, read, rejection_of, source_of

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
