"""The tables of a page with what stands in their cells."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from disclint.readers.pdf.lattice import Lattice
from disclint.readers.pdf.lines import Line, read_lines
from disclint.readers.pdf.page import Glyph, Rect
from disclint.reading import LimitError
from disclint.reading.transcript import Box, Content, Grid, Para, Run
from disclint.wording import Wording

_FIGURE = re.compile(r"[-+－＋−]?[0-9０-９][0-9０-９.,]*(?:[万亿]{0,2}元)?")
_PADDING = 1.6
"""How much wider than a full line a cell is at most, in the height of the line."""


@frozen
class Filled:
    """A table and, for each of its cells, what stands in it and its last line."""

    table: Lattice
    contents: Sequence[Sequence[Content]]
    tails: Sequence[Line | None]
    has_first_row: bool = True
    """Whether the first row is one of its own, and not the rest of one on the page before."""
    has_last_row: bool = True
    """Whether the last row is one of its own, and not the empty beginning of one on the next."""

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.table.box.top

    def grid(self) -> Grid:
        """Return its rows of boxes."""
        first = 0 if self.has_first_row else 1
        end = len(self.table.down) - (1 if self.has_last_row else 2)
        rows: list[list[tuple[int, Box]]] = [[] for _ in range(first, end)]
        for field, content in zip(self.table.fields, self.contents, strict=True):
            row = max(field.row, first)
            below = min(field.row + field.rows, end)
            if row < below:
                box = Box(content, field.columns, below - row)
                rows[row - first].append((field.column, box))
        return Grid([[box for _, box in sorted(row, key=lambda pair: pair[0])] for row in rows])


def fill(
    tables: Sequence[Lattice], glyphs: Iterable[Glyph], at: Wording, depth: int
) -> Iterator[Filled]:
    """Yield the tables that stand in no other, from the top down; of `tables` the larger is first.

    Raises:
        LimitError: they stand in each other too deep.

    """
    outer, inner = _sorted_out(tables)
    held: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        index = _holder(outer, glyph.box)
        if index is not None:
            held.setdefault(index, []).append(glyph)
    places = [(table.box.top, table.box.left, index) for index, table in enumerate(outer)]
    for number, (_, _, index) in enumerate(sorted(places), start=1):
        name = Wording(f"{at.zh}第{number}个表格", f"{at.en}, table {number}")
        yield _filled(outer[index], inner.get(index, []), held.get(index, []), name, depth)


def para(text: str, at: Wording) -> Para:
    """Return `text` as a paragraph."""
    return Para([Run(text, at)])


def _sorted_out(tables: Iterable[Lattice]) -> tuple[list[Lattice], dict[int, list[Lattice]]]:
    """Return the tables that stand in no other, and those that stand in each of these."""
    outer: list[Lattice] = []
    inner: dict[int, list[Lattice]] = {}
    for table in tables:
        index = _holder(outer, table.box)
        if index is None:
            outer.append(table)
        else:
            inner.setdefault(index, []).append(table)
    return outer, inner


def _holder(tables: Iterable[Lattice], box: Rect) -> int | None:
    middle = box.middle
    return next((index for index, table in enumerate(tables) if table.box.holds(middle)), None)


def _filled(
    table: Lattice, tables: Iterable[Lattice], glyphs: Iterable[Glyph], at: Wording, depth: int
) -> Filled:
    tables_of: dict[int, list[Lattice]] = {}
    for other in tables:
        tables_of.setdefault(table.index_at(other.box.middle), []).append(other)
    glyphs_of: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        glyphs_of.setdefault(table.index_at(glyph.box.middle), []).append(glyph)
    contents: list[Sequence[Content]] = []
    tails: list[Line | None] = []
    for index, field in enumerate(table.fields):
        row, cell = field.row + 1, table.ordinal(index)
        name = Wording(f"{at.zh}第{row}行第{cell}格", f"{at.en}, row {row}, cell {cell}")
        held = glyphs_of.get(index, [])
        if index in tables_of:
            contents.append(_mixed(tables_of[index], held, name, depth - 1))
            tails.append(None)
            continue
        lines = read_lines(held)
        text = _text(lines, *table.reach(field))
        contents.append([para(text, name)] if text else [])
        tails.append(lines[-1] if lines else None)
    return Filled(table, contents, tails)


def _text(lines: Sequence[Line], left: float, right: float) -> str:
    """Return the text of a cell's lines; a figure that is too wide for its cell goes on below."""
    texts = [line.text for line in lines]
    is_broken = len(lines) > 1 and _FIGURE.fullmatch("".join(texts)) is not None
    width = right - left
    full = all(width - line.box.width < _PADDING * line.box.height for line in lines[:-1])
    return ("" if is_broken and full else "\n").join(texts)


def _mixed(
    tables: Sequence[Lattice], glyphs: Sequence[Glyph], at: Wording, depth: int
) -> list[Content]:
    """Return what stands in a cell that tables stand in."""
    if depth < 0:
        limit = "depth"
        raise LimitError(limit, depth)
    outside = [glyph for glyph in glyphs if _holder(tables, glyph.box) is None]
    placed: list[tuple[float, Content]] = [
        (line.box.top, para(line.text, at)) for line in read_lines(outside)
    ]
    placed += [(filled.top, filled.grid()) for filled in fill(tables, glyphs, at, depth)]
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]
