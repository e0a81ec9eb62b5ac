"""Tables with one row a line, the cells parted by tabs, as pasted from a page or a sheet."""

from lark import Token

from disclint.nodes import Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, cells_of, make_row
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number

_LONGEST_CELL = 200
_LEAST_OF_SHEET = 3
"""How many rows there are at least where one of them is the head, which names all columns."""


class _TabsBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        """Return the rows; the columns that a sheet has but its table does not are left out."""
        width = len(rows[0].cells)
        if len(rows) < _LEAST_OF_SHEET or any(len(row.cells) != width for row in rows):
            return tuple(rows)
        filled = (i for row in rows for i, cell in enumerate(row.cells, start=1) if cell.text)
        end = max(filled, default=width)
        return tuple(make_row(row.cells[:end]) for row in rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        pieces = token.removesuffix("\n").split("\t")
        return make_row(list(cells_of(pieces, token.start_pos or 0)))


class Tabs(Layout):
    """One row a line, the cells parted by tabs."""

    name = "tabs"
    builder = _TabsBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last row; a label alone on its line, as a title is, is a row as well.

        A tab stands between two cells of some row with a label in it; where each line has a tab in
        front and no other, it is the layout of one cell a line.
        """
        if not _may_begin(lines, first, vocabulary):
            return Scan(first, first + 1)
        end, known, index = first, False, first
        for index in range(first, len(lines)):
            line = lines.texts[index]
            if not line.strip(" ") or is_page_number(line):
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) == 1 and not vocabulary.is_label(line):
                break
            if heading_end(lines, index, vocabulary) > index or any(map(_is_prose, cells)):
                break
            end = index + 1
            known = known or (_is_row(line) and any(map(vocabulary.is_label, filter(None, cells))))
        return Scan(end if known else first, index + 1)


def _may_begin(lines: Lines, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a row begins the table, or a title right above one."""
    if _is_row(lines.texts[first]):
        return True
    following = lines.next_text(first)
    return (
        following < len(lines)
        and _is_row(lines.texts[following])
        and vocabulary.is_label(lines.texts[first])
    )


def _is_row(line: str) -> bool:
    """Whether two cells stand side by side in a line, with a tab between them."""
    return "\t" in line.strip()


def _is_prose(cell: str) -> bool:
    return len(cell) > _LONGEST_CELL and "。" in cell
