"""A PDF's pages put into blocks: paragraphs, grids, and marks where pictures stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from disclint.marks import PICTURE
from disclint.readers.pdf.breaks import is_continued, joined
from disclint.readers.pdf.filling import Filled, fill, para
from disclint.readers.pdf.lattice import find_lattices
from disclint.readers.pdf.lines import Columns, Line, read_lines
from disclint.readers.pdf.page import DamageError, Glyph, Page, PasswordError, Rect
from disclint.reading import Limits, Rejection
from disclint.reading.transcript import Box, Grid, Para, Transcript
from disclint.source import Source
from disclint.wording import Wording

_KIND = Wording("PDF", "PDF")
_UNREADABLE = "\ufffd"
_DIGITS = re.compile(r"\d+")
_OBJECT = re.compile(rb"\b[0-9]+\s+[0-9]+\s+obj\b")
_MOST_NUMBERS = 2
"""Those of a page and of all pages."""
_LEAST_PICTURE = 0.05
"""The share of the page that a picture is over which may hold a table."""
_CAPTION = 20
"""The most characters in a picture that is no mere background of text."""
_MARGIN = 0.12
"""The share of a page, above and below, where lines may belong to the page and not to the text."""


@frozen
class _Sheet:
    """A page with its tables, and the lines that stand outside them from the top down."""

    at: Wording
    box: Rect
    tables: Sequence[Filled]
    lines: Sequence[Line]
    pictures: Sequence[Rect]
    """Those that may hold a part of the report."""
    is_drawn: bool
    in_tables: str
    """The characters of the tables, in any order."""


def read_document(data: bytes, path: str, limits: Limits) -> Source | Rejection:
    """Return the text of the PDF in `data`, or why there is none.

    Raises:
        LimitError: it goes beyond one of the limits.

    """
    try:
        from disclint.readers.pdf.pages import read_pages  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        return Rejection("unreadable-file", {"kind": _KIND, "extra": "pdf"}, "extra")
    if _is_cut(data):
        return rejected("damaged", Wording("文件没有结尾", "its end is missing"))
    try:
        sheets = _without_furniture([_sheet(page, limits) for page in read_pages(data, limits)])
    except PasswordError:
        return Rejection("unreadable-file", variant="encrypted")
    except DamageError as error:
        return rejected("damaged", error.reason)
    return _wordless(sheets) or _written(sheets, path, limits)


def rejected(variant: str, reason: Wording | None = None) -> Rejection:
    """Return the rejection of a PDF."""
    facts = {"kind": _KIND} | ({"reason": reason} if reason else {})
    return Rejection("unreadable-file", facts, variant)


def _is_cut(data: bytes) -> bool:
    """Whether the words are missing that every PDF ends in, or stand before further objects.

    What is saved for the web, or saved anew, has them in the midst too.
    """
    end = data.rfind(b"startxref")
    return end < 0 or _OBJECT.search(data, end) is not None


def _sheet(page: Page, limits: Limits) -> _Sheet:
    tables = find_lattices(page.rulings, limits.cells)
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        is_inside = any(table.box.holds(glyph.box.middle) for table in tables)
        (inside if is_inside else outside).append(glyph)
    at = Wording(f"第{page.number}页", f"page {page.number}")
    return _Sheet(
        at,
        page.box,
        list(fill(tables, inside, at, limits.depth)),
        sorted(read_lines(outside), key=lambda line: line.box.top),
        list(_pictures(page)),
        page.is_drawn,
        "".join(glyph.text for glyph in inside),
    )


def _without_furniture(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """Drop the first and last lines of pages that come again, but for figures, on half of them."""
    seen = Counter(key for sheet in sheets for key in {_shape(line) for line in _outermost(sheet)})
    least = max(2, len(sheets) // 2)
    kept: list[_Sheet] = []
    for sheet in sheets:
        furniture = [line for line in _outermost(sheet) if seen[_shape(line)] >= least]
        kept.append(evolve(sheet, lines=[line for line in sheet.lines if line not in furniture]))
    return kept


def _outermost(sheet: _Sheet) -> Sequence[Line]:
    """Return the lines that may be furniture: at the head and foot, outside all tables."""
    lines = sheet.lines
    edges = [*lines[:1], *lines[-1:]] if len(lines) > 1 else lines
    height = sheet.box.height * _MARGIN
    top, bottom = sheet.box.top + height, sheet.box.bottom - height
    return [
        line
        for line in edges
        if not top < line.box.middle[1] < bottom and not _is_row_of_figures(line.text)
    ]


def _is_row_of_figures(text: str) -> bool:
    return len(_DIGITS.findall(text)) > _MOST_NUMBERS and not any(map(str.isalpha, text))


def _shape(line: Line) -> str:
    """Return what stays the same from page to page, for lines with page numbers."""
    return _DIGITS.sub("0", line.text)


def _wordless(sheets: Sequence[_Sheet]) -> Rejection | None:
    """Return why there are no words to check, if there are none."""
    texts = [*(line.text for sheet in sheets for line in sheet.lines)]
    texts += (sheet.in_tables for sheet in sheets)
    text = "".join(texts).replace(" ", "")
    if not sheets:
        return rejected("damaged", Wording("没有页面", "it has no pages"))
    if text.count(_UNREADABLE) * 2 > len(text):
        reason = Wording(
            "字体没有注明文字编码，文字取不出来", "its fonts do not say which characters they show"
        )
        return rejected("damaged", reason)
    is_drawn = any(sheet.is_drawn for sheet in sheets)
    pictures = [picture for sheet in sheets for picture in sheet.pictures]
    if (is_drawn and not text) or (pictures and len(text) <= _CAPTION):
        return rejected("pictures")
    return None


def _written(sheets: Iterable[_Sheet], path: str, limits: Limits) -> Source:
    pages = [_placed(sheet) for sheet in sheets]
    transcript = Transcript(limits)
    transcript.write(_blocks(pages))
    return transcript.source(path)


def _blocks(pages: Sequence[list[Para | Filled]]) -> Iterator[Para | Grid]:
    """Yield what stands on all pages; a table that goes on from page to page is one grid."""
    rows: list[Sequence[Box]] = []
    for page, following in zip(pages, [*pages[1:], []], strict=True):
        goes_on = _mend(page, following)
        for block in page:
            if isinstance(block, Para):
                yield block
            else:
                rows += block.grid().rows
                if not (goes_on and block is page[-1]):
                    yield Grid(rows)
                    rows = []


def _mend(page: list[Para | Filled], following: list[Para | Filled]) -> bool:
    """Return whether the table at the end of a page goes on; make a row whole that is cut there."""
    last, first = page[-1:], following[:1]
    if not (last and isinstance(last[0], Filled) and first and isinstance(first[0], Filled)):
        return False
    if not is_continued(last[0], first[0]):
        return False
    page[-1], following[0] = joined(last[0], first[0])
    return True


def _placed(sheet: _Sheet) -> list[Para | Filled]:
    """Return what stands on a page, from the top down."""
    columns = None if sheet.tables else Columns(sheet.lines)
    placed: list[tuple[float, Para | Filled]] = [
        (line.box.top, para(columns.laid_out(line) if columns else line.text, sheet.at))
        for line in sheet.lines
    ]
    placed += [(picture.top, para(PICTURE, sheet.at)) for picture in sheet.pictures]
    placed += [(table.top, table) for table in sheet.tables]
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]


def _pictures(page: Page) -> Iterator[Rect]:
    """Yield the pictures that may hold a part of the report."""
    least = _LEAST_PICTURE * page.box.width * page.box.height
    for picture in page.pictures:
        if picture.width * picture.height >= least:
            on_it = sum(picture.holds(glyph.box.middle) for glyph in page.glyphs)
            if on_it <= _CAPTION:
                yield picture
