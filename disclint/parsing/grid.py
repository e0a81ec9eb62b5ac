"""Tables whose cells the reader of the file knows."""

import re

from lark import Token

from disclint.marks import CELL_END, COVERED, GRID, ROW_END
from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row
from disclint.parsing.lines import Lines, Vocabulary
from disclint.source import Span

_ROWS = re.compile(rf"(?:[^{GRID}{ROW_END}]*{CELL_END}{ROW_END}\n)*")


class _GridBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        offset = token.start_pos or 0
        cells = []
        for piece in token.split(CELL_END)[:-1]:
            text = piece.strip()
            begin = offset + (piece.index(text) if text else 0)
            span = Span(begin, begin + len(text))
            cells.append(Cell(text=text, span=span, is_covered=piece == COVERED))
            offset += len(piece) + len(CELL_END)
        return make_row(cells)


class Grid(Layout):
    """Cells between control characters, as readers of documents with tables write them."""

    name = "grid"
    builder = _GridBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look for the mark at the table's end; without one, and rows before it, it is no table."""
        del vocabulary
        if lines.texts[first] != GRID:
            return Scan(first, first + 1)
        end = next((i for i in range(first + 1, len(lines)) if lines.texts[i] == GRID), first)
        rows = "".join(f"{line}\n" for line in lines.texts[first + 1 : end])
        return Scan(end + 1 if end > first and _ROWS.fullmatch(rows) else first, end + 1)
