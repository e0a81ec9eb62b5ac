"""Tables with one row a line, the cells parted by pipes, as in Markdown."""

import re

from lark import Token

from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row
from disclint.parsing.lines import Lines, Vocabulary
from disclint.source import Span

_LEAST_PIPES = 2
_LEAST_FIGURES = 3
_EMPHASIS = re.compile(r"^\s*\*+|\*+\s*$")


class _PipesBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        start = token.start_pos or 0
        line = token.rstrip()
        offset = len(line) - len(line.lstrip())
        if line.startswith("|", offset):
            offset += 1
        pieces = line[offset:].removesuffix("|").split("|")
        cells = []
        for piece in pieces:
            text = _EMPHASIS.sub("", piece).strip()
            begin = start + offset + (piece.index(text) if text else 0)
            cells.append(Cell(text=text, span=Span(begin, begin + len(text))))
            offset += len(piece) + 1
        return make_row(cells)


class Pipes(Layout):
    """One row a line, the cells parted by pipes."""

    name = "pipes"
    builder = _PipesBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last row; rows may have blank lines between them.

        The first row has two pipes at least; in a row of two cells right under another one will do.
        """
        end, index = first, first
        known = False
        for index in range(first, len(lines)):
            line = lines.texts[index]
            if line.count("|") >= _LEAST_PIPES or (first < end == index and _is_pair(line)):
                end = index + 1
                cells = [cell.strip() for cell in line.split("|") if cell.strip()]
                known = known or any(map(vocabulary.is_label, cells)) or _is_figures(cells)
            elif line.strip() or line.startswith("\t") or end == first:
                break
        return Scan(end if known else first, index + 1)


def _is_figures(cells: list[str]) -> bool:
    """Whether the cells of a row are figures and nothing else, as a label torn off leaves them."""
    return len(cells) >= _LEAST_FIGURES and all(cell.isdecimal() for cell in cells)


def _is_pair(line: str) -> bool:
    """Whether a line is two cells with a pipe between them."""
    one, pipe, other = line.partition("|")
    return bool(pipe and one.strip() and other.strip())
