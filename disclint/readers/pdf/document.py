"""A PDF's pages put into blocks: paragraphs, grids, and marks where pictures stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from disclint.marks import PICTURE
from disclint.readers.pdf.lattice import Lattice, find_lattices
from disclint.readers.pdf.lines import Columns, Line, read_lines
from disclint.readers.pdf.page import DamageError, Glyph, Page, PasswordError, Rect
from disclint.reading import LimitError, Limits, Rejection
from disclint.source import Source
from disclint.transcript import Box, Content, Grid, Para, Run, Transcript
from disclint.wording import Wording

_KIND = Wording("PDF", "PDF")
_UNREADABLE = "\ufffd"
_DIGITS = re.compile(r"\d+")
_LEAST_PICTURE = 0.05
"""The share of the page that a picture is over which may hold a table."""
_CAPTION = 20
"""The most characters in a picture that is no mere background of text."""
_MARGIN = 0.12
"""The share of a page, above and below, where lines may belong to the page and not to the text."""


@frozen
class _Sheet:
    """A page with its tables, and the lines that stand outside them from the top down."""

    page: Page
    tables: Sequence[Lattice]
    lines: Sequence[Line]
    text_in_tables: Sequence[Glyph]


def read_document(data: bytes, path: str, limits: Limits) -> Source | Rejection:
    """Return the text of the PDF in `data`, or why there is none.

    Raises:
        LimitError: it goes beyond one of the limits.

    """
    try:
        from disclint.readers.pdf.pages import read_pages  # noqa: PLC0415 - needs an extra
    except ImportError:
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
    """Whether the words are missing that every PDF ends in."""
    return b"startxref" not in data


def _sheet(page: Page, limits: Limits) -> _Sheet:
    tables = find_lattices(page.rulings, limits.cells)
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        is_inside = any(table.box.holds(glyph.box.middle) for table in tables)
        (inside if is_inside else outside).append(glyph)
    lines = sorted(read_lines(outside), key=lambda line: line.box.top)
    return _Sheet(page, tables, lines, inside)


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
    height = sheet.page.box.height * _MARGIN
    top, bottom = sheet.page.box.top + height, sheet.page.box.bottom - height
    return [line for line in edges if not top < line.box.middle[1] < bottom]


def _shape(line: Line) -> str:
    """Return what stays the same from page to page, for lines with page numbers."""
    return _DIGITS.sub("0", line.text)


def _wordless(sheets: Sequence[_Sheet]) -> Rejection | None:
    """Return why there are no words to check, if there are none."""
    texts = [*(line.text for sheet in sheets for line in sheet.lines)]
    texts += [glyph.text for sheet in sheets for glyph in sheet.text_in_tables]
    text = "".join(texts).replace(" ", "")
    if text.count(_UNREADABLE) * 2 > len(text):
        reason = Wording(
            "字体没有注明文字编码，文字取不出来", "its fonts do not say which characters they show"
        )
        return rejected("damaged", reason)
    if len(text) <= _CAPTION and any(_pictures(sheet.page) for sheet in sheets):
        return rejected("pictures")
    if not text and any(sheet.page.is_drawn for sheet in sheets):
        return rejected("pictures")
    return None


def _written(sheets: Sequence[_Sheet], path: str, limits: Limits) -> Source:
    transcript = Transcript(limits)
    for sheet in sheets:
        transcript.write(_blocks(sheet, limits))
    return transcript.source(path)


def _blocks(sheet: _Sheet, limits: Limits) -> Iterator[Content]:
    """Yield what stands on a page, from the top down."""
    page = sheet.page
    at = Wording(f"第{page.number}页", f"page {page.number}")
    columns = None if sheet.tables else Columns(sheet.lines)
    placed: list[tuple[float, Content]] = [
        (line.box.top, _para(columns.laid_out(line) if columns else line.text, at))
        for line in sheet.lines
    ]
    placed += [(picture.top, _para(PICTURE, at)) for picture in _pictures(page)]
    placed += _grids(sheet.tables, sheet.text_in_tables, at, limits.depth)
    yield from (block for _, block in sorted(placed, key=lambda pair: pair[0]))


def _pictures(page: Page) -> Iterator[Rect]:
    """Yield the pictures that may hold a part of the report."""
    least = _LEAST_PICTURE * page.box.width * page.box.height
    for picture in page.pictures:
        if picture.width * picture.height >= least:
            on_it = sum(picture.holds(glyph.box.middle) for glyph in page.glyphs)
            if on_it <= _CAPTION:
                yield picture


def _para(text: str, at: Wording) -> Para:
    return Para([Run(text, at)])


def _grids(
    tables: Sequence[Lattice], glyphs: Iterable[Glyph], at: Wording, depth: int
) -> list[tuple[float, Content]]:
    """Return the tables that stand in no other, with their tops; the larger come first."""
    if depth < 0:
        limit = "depth"
        raise LimitError(limit, depth)
    outer: list[Lattice] = []
    inner: dict[int, list[Lattice]] = {}
    for table in tables:
        index = _holder(outer, table.box)
        if index is None:
            outer.append(table)
        else:
            inner.setdefault(index, []).append(table)
    held: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        index = _holder(outer, glyph.box)
        if index is not None:
            held.setdefault(index, []).append(glyph)
    order = sorted(
        range(len(outer)), key=lambda index: (outer[index].box.top, outer[index].box.left)
    )
    return [
        (
            outer[index].box.top,
            _Filling(
                outer[index], inner.get(index, []), held.get(index, []), _nth(at, number), depth
            ).grid(),
        )
        for number, index in enumerate(order, start=1)
    ]


def _holder(tables: Sequence[Lattice], box: Rect) -> int | None:
    middle = box.middle
    return next((index for index, table in enumerate(tables) if table.box.holds(middle)), None)


def _nth(at: Wording, number: int) -> Wording:
    return Wording(f"{at.zh}第{number}个表格", f"{at.en}, table {number}")


@frozen
class _Filling:
    """A table and what stands in it."""

    table: Lattice
    tables: Sequence[Lattice]
    glyphs: Sequence[Glyph]
    at: Wording
    depth: int

    def grid(self) -> Grid:
        """Return its rows of boxes."""
        tables: dict[int, list[Lattice]] = {}
        for table in self.tables:
            tables.setdefault(self.table.index_at(table.box.middle), []).append(table)
        glyphs: dict[int, list[Glyph]] = {}
        for glyph in self.glyphs:
            glyphs.setdefault(self.table.index_at(glyph.box.middle), []).append(glyph)
        rows: list[list[Box]] = [[] for _ in self.table.down[1:]]
        for index, field in enumerate(self.table.fields):
            content = self._content(index, tables.get(index, []), glyphs.get(index, []))
            rows[field.row].append(Box(content, field.columns, field.rows))
        return Grid(rows)

    def _content(
        self, index: int, tables: Sequence[Lattice], glyphs: Sequence[Glyph]
    ) -> list[Content]:
        row, cell = self.table.fields[index].row + 1, self.table.ordinal(index)
        at = Wording(f"{self.at.zh}第{row}行第{cell}格", f"{self.at.en}, row {row}, cell {cell}")
        if not tables:
            text = "\n".join(line.text for line in read_lines(glyphs))
            return [_para(text, at)] if text else []
        own = [glyph for glyph in glyphs if _holder(tables, glyph.box) is None]
        inside = [glyph for glyph in glyphs if _holder(tables, glyph.box) is not None]
        placed: list[tuple[float, Content]] = []
        placed += [(line.box.top, _para(line.text, at)) for line in read_lines(own)]
        placed += _grids(tables, inside, at, self.depth - 1)
        return [block for _, block in sorted(placed, key=lambda pair: pair[0])]
