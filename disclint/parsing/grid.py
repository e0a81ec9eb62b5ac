"""Tables whose cells the reader of the file knows."""

import re

from attrs import evolve
from lark import Token

from disclint.marks import CELL_END, COVERED, GRID, ROW_END
from disclint.nodes import Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, cells_of, make_row
from disclint.parsing.lines import Lines, Vocabulary

_ROWS = re.compile(rf"(?:[^{GRID}{ROW_END}]*{CELL_END}{ROW_END}\n)*")


class _GridBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        pieces = token.split(CELL_END)[:-1]
        cells = zip(pieces, cells_of(pieces, token.start_pos or 0), strict=True)
        return make_row(
            [evolve(cell, is_covered=True) if piece == COVERED else cell for piece, cell in cells]
        )


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
