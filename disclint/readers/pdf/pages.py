"""The pages of a PDF as PDFium sees them."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from disclint.readers.pdf.drawing import read_drawing
from disclint.readers.pdf.page import DamageError, Glyph, Page, PasswordError, Rect, Ruling
from disclint.reading import LimitError, Limits
from disclint.wording import Wording

_LEAST_SURE, _MOST_SURE = 4.0, 40.0
"""Between which heights the box of a character is right whatever its font."""
_UNREADABLE = "\ufffd"
_HYPHEN = "-"
_PASSWORD_ERRORS = (4, 5)


def read_pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """Yield the pages of the document in `data`.

    Raises:
        PasswordError, DamageError: it cannot be read.
        LimitError: there are too many pages.

    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in _PASSWORD_ERRORS:
            raise PasswordError
        raise DamageError(Wording("结构无法识别", "its structure cannot be recognised"))
    count = pdfium.FPDF_GetPageCount(document)
    if count > limits.pages:
        limit = "pages"
        raise LimitError(limit, limits.pages)
    for index in range(count):
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            number = index + 1
            raise DamageError(Wording(f"第{number}页无法打开", f"page {number} cannot be opened"))
        yield _page(page, index + 1)
        pdfium.FPDF_ClosePage(page)


def _page(page: object, number: int) -> Page:
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    box = Rect(frame.left, -frame.top, frame.right, -frame.bottom)
    glyphs = [glyph for glyph in _glyphs(page) if box.holds(glyph.box.middle)]
    drawing = read_drawing(page)
    turns = Counter(glyph.quarters for glyph in glyphs)
    quarters = turns.most_common(1)[0][0] if turns else 0
    return Page(
        number,
        box.turned(quarters),
        tuple(glyph.turned(quarters) for glyph in glyphs),
        tuple(_ruling(rect.turned(quarters)) for rect in drawing.lines),
        tuple(rect.turned(quarters) for rect in drawing.pictures),
        bool(drawing.count),
    )


def _ruling(rect: Rect) -> Ruling:
    x, y = rect.middle
    if rect.height > rect.width:
        return Ruling(True, x, rect.top, rect.bottom)  # noqa: FBT003 - upright
    return Ruling(False, y, rect.left, rect.right)  # noqa: FBT003 - level


def _glyphs(page: object) -> Iterator[Glyph]:
    """Yield the characters that the file has, but not the spaces that the library adds."""
    text = pdfium.FPDFText_LoadPage(page)
    box = pdfium.FS_RECTF()
    high = ""
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        char = _char(text, index)
        if "\ud800" <= char < "\udc00":
            high = char
            continue
        char, high = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        rect = Rect(box.left, -box.top, box.right, -box.bottom)
        if not _LEAST_SURE < rect.height < _MOST_SURE:
            rect = _tight(text, index)
        angle = max(0.0, pdfium.FPDFText_GetCharAngle(text, index))
        quarters = -round(angle / (math.pi / 2)) % 4  # the library's goes with the clock
        yield Glyph(char, rect, quarters)
    pdfium.FPDFText_ClosePage(text)


def _tight(text: object, index: int) -> Rect:
    """Return the box around what a character shows, as high as its line.

    The library gives the boxes of vertical writing in the units of the font.
    """
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    middle = -(bottom.value + top.value) / 2
    return Rect(left.value, middle - size / 2, right.value, middle + size / 2)


def _char(text: object, index: int) -> str:
    if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
        return _UNREADABLE
    if pdfium.FPDFText_IsHyphen(text, index) == 1:
        return _HYPHEN
    char = chr(pdfium.FPDFText_GetUnicode(text, index))
    if char < " ":
        return " " if char.isspace() else _UNREADABLE
    return char
