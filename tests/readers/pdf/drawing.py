"""Small PDFs written by hand: text in a Chinese font that need not be embedded, and lines."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from attrs import define, field

from tests.boxes import Drawn

WIDTH, HEIGHT = 595, 842
SIZE = 9
MARGIN = 60
_FONT = {
    3: "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    "/DescendantFonts[4 0 R]>>",
    4: "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000"
    "/W[1 95 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
    5: "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
}
_FIRST_FREE = 6


def document(
    objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R", size: int = 0
) -> bytes:
    """Return a file of `objects` by number, with their table and a trailer."""
    out = bytearray(b"%PDF-1.7\n")
    starts: dict[int, int] = {}
    for number, body in objects.items():
        starts[number] = len(out)
        held = body.encode() if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, start in starts.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, start)
    size = size or max(objects) + 1
    out += f"trailer\n<</Size {size}{trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: str | bytes, entries: str = "") -> bytes:
    """Return a stream object that holds `data` compressed."""
    packed = zlib.compress(data.encode() if isinstance(data, str) else data)
    head = f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def pdf(
    *pages: str,
    page_entries: str = "",
    resources: str = "",
    objects: Mapping[int, str | bytes] | None = None,
) -> bytes:
    """Return a document of pages with these contents; `objects` are further ones, from 100 on."""
    numbers = range(_FIRST_FREE, _FIRST_FREE + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    made: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        **_FONT,
    }
    for number, content in zip(numbers, pages, strict=True):
        made[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{resources}>>{page_entries}>>"
        )
        made[number + 1] = stream(content)
    return document(made | dict(objects or {}))


def words(x: float, y: float, text: str, size: float = SIZE) -> str:
    """Return the operators that show `text` at a place from the top left."""
    code = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm <{code}> Tj ET\n"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return the operators that rule a line between two places from the top left."""
    return f"{x:.2f} {HEIGHT - y:.2f} m {to_x:.2f} {HEIGHT - to_y:.2f} l S\n"


def box(left: float, top: float, right: float, bottom: float) -> str:
    """Return the operators that rule four lines."""
    return f"{left:.2f} {HEIGHT - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re S\n"


@define
class Sheets:
    """Pages that are drawn from the top down."""

    height: float = HEIGHT - 2 * MARGIN
    ruled: bool = True
    pages: list[str] = field(factory=lambda: [""])
    y: float = MARGIN

    def draw(self, blocks: Iterable[str | Sequence[Drawn]]) -> bytes:
        """Return the document that shows paragraphs and grids in their order."""
        for block in blocks:
            if isinstance(block, str):
                self._paragraph(block)
            else:
                self._grid(block)
        return pdf(*self.pages)

    def _paragraph(self, text: str) -> None:
        for part in _wrapped(text, WIDTH - 2 * MARGIN):
            self._make_room(2 * SIZE)
            self.pages[-1] += words(MARGIN, self.y + SIZE, part)
            self.y += 2 * SIZE

    def _make_room(self, height: float) -> None:
        if self.y + height > MARGIN + self.height:
            self.pages.append("")
            self.y = MARGIN

    def _grid(self, cells: Sequence[Drawn]) -> None:
        across = _across(max(cell.column + cell.columns for cell in cells))
        texts = [
            list(_wrapped(cell.text, across[cell.column + cell.columns] - across[cell.column] - 6))
            for cell in cells
        ]
        for row, height in enumerate(_heights(cells, texts)):
            self._make_room(height)
            for cell, lines in zip(cells, texts, strict=True):
                if cell.row <= row < cell.row + cell.rows:
                    left, right = across[cell.column], across[cell.column + cell.columns]
                    self._rule(cell, row, (left, self.y, right, self.y + height))
                    if cell.row == row:
                        self._text(lines, left + 3)
            self.y += height

    def _rule(self, cell: Drawn, row: int, edges: tuple[float, float, float, float]) -> None:
        """Rule the part of a cell that is in one row: at the sides, and where it or a page ends."""
        if not self.ruled:
            return
        left, top, right, bottom = edges
        self.pages[-1] += line(left, top, left, bottom) + line(right, top, right, bottom)
        if row == cell.row or top == MARGIN:
            self.pages[-1] += line(left, top, right, top)
        if row == cell.row + cell.rows - 1:
            self.pages[-1] += line(left, bottom, right, bottom)

    def _text(self, lines: Sequence[str], left: float) -> None:
        for index, part in enumerate(lines):
            self.pages[-1] += words(left, self.y + 2 + SIZE * (1 + 1.2 * index), part)


def _across(columns: int) -> list[float]:
    """Return where columns begin and end; of ten, three hold labels."""
    weights = [3, 5, 10, *[2] * 7] if columns == 10 else [1] * columns
    wide = (WIDTH - 2 * MARGIN) / sum(weights)
    return [MARGIN + wide * weight for weight in accumulate(weights, initial=0)]


def _heights(cells: Sequence[Drawn], texts: Sequence[Sequence[str]]) -> list[float]:
    heights = [16.0] * max(cell.row + cell.rows for cell in cells)
    for cell, lines in sorted(zip(cells, texts, strict=True), key=lambda pair: pair[0].rows):
        reach = slice(cell.row, cell.row + cell.rows)
        lacking = len(lines) * SIZE * 1.2 + 6 - sum(heights[reach])
        heights[cell.row + cell.rows - 1] += max(0.0, lacking)
    return heights


def _wrapped(text: str, width: float) -> Iterator[str]:
    """Yield the lines of a text that is set within `width`."""
    part, wide = "", 0.0
    for char in text:
        size = SIZE / 2 if char.isascii() else SIZE
        if wide + size > width:
            yield part
            part, wide = "", 0.0
        part, wide = part + char, wide + size
    if part:
        yield part
