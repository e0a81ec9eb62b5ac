"""Tables whose cells the reader of the file knows."""

from lark import Token

from disclint.marks import CELL_END, GRID
from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row
from disclint.parsing.lines import Lines, Vocabulary
from disclint.source import Span


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
            cells.append(Cell(text=text, span=Span(begin, begin + len(text))))
            offset += len(piece) + len(CELL_END)
        return make_row(cells)


class Grid(Layout):
    """Cells between control characters, as readers of documents with tables write them."""

    name = "grid"
    builder = _GridBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look for the mark at the table's end."""
        del vocabulary
        if lines.texts[first] != GRID:
            return Scan(first, first + 1)
        end = lines.texts.index(GRID, first + 1)
        return Scan(end + 1, end + 1)
