"""Tables whose cells stand on tab-led lines, a blank line after each row."""

import re
from itertools import chain

from lark import Token

from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row, text_cell
from disclint.parsing.lines import Lines, Vocabulary, is_page_number
from disclint.source import Span

_LONGEST_CONTINUATION = 60
_SHORTEST_PROSE = 30
_LONGEST_FIGURE_REST = 6
_LONGEST_FIGURE = 8
_BARE_NUMBER = re.compile(r"[0-9０-９]{1,3}")
_FIGURE = re.compile(r"\t\s*[-+－＋−]?[0-9０-９](?:[0-9０-９.,，．]*[0-9０-９])?\s*")
_FIGURE_REST = re.compile(r"\s*[0-9０-９.,，．万萬亿億千元件条條项項次人个個宗%（(]")
_WORD = re.compile(r"\S+")
_EMPTY = re.compile(r"\t[^\S\n]*\n")


class _TabbedBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, runs: list[list[Cell]]) -> Row:
        return make_row(list(chain.from_iterable(runs)))

    def text(self, children: list[Token]) -> list[Cell]:
        return [text_cell(children[0], start=1)]

    def figures(self, children: list[Token]) -> list[Cell]:
        (token,) = children
        first = token.start_pos or 0
        return [
            Cell(text=word[0], span=Span(first + word.start(), first + word.end()))
            for word in _WORD.finditer(token)
        ]

    def empties(self, children: list[Token]) -> list[Cell]:
        (token,) = children
        first = (token.start_pos or 0) + 1
        return [
            Cell(text="", span=Span(first + line.start(), first + line.start()))
            for line in _EMPTY.finditer(token)
        ]


class Tabbed(Layout):
    """Cells on tab-led lines, a blank line after each row."""

    name = "tabbed"
    builder = _TabbedBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last cell of the table that begins at `first`.

        Without two cells side by side anywhere it is indented prose.
        """
        end = first
        open_cell, cells, widest = "", 0, 0
        index = first
        for index in range(first, len(lines)):
            line = lines.texts[index]
            if line.startswith("\t"):
                if not _is_cell(line, vocabulary):
                    break
                open_cell, cells = line, cells + 1
                end, widest = index + 1, max(widest, cells)
            elif not line.strip():
                open_cell, cells = "", 0
            elif open_cell and _goes_on(open_cell, line, vocabulary):
                end = index + 1
            elif open_cell or end == first or not _is_furniture(line):
                break
        return Scan(end if widest > 1 else first, index + 1)


def _is_furniture(line: str) -> bool:
    """Whether a line between two rows is a page number, be it bare: a cell begins with a tab."""
    return is_page_number(line) or _BARE_NUMBER.fullmatch(line.strip()) is not None


def _is_cell(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a tab-led line is a cell, and not an indented heading or paragraph."""
    text = line.strip()
    if "\t" in text or (len(text) > _SHORTEST_PROSE and "。" in text):
        return False
    if len(text) > _LONGEST_FIGURE and text.endswith(("。", "；")):
        return False
    return not text or vocabulary.is_label(text) or not vocabulary.is_heading(text)


def _goes_on(cell: str, line: str, vocabulary: Vocabulary) -> bool:
    """Whether `line`, right after the line `cell`, belongs to the same cell."""
    if len(line) > _LONGEST_CONTINUATION or is_page_number(line) or vocabulary.is_heading(line):
        return False
    if _FIGURE.fullmatch(cell):
        return len(line) <= _LONGEST_FIGURE_REST and _FIGURE_REST.match(line) is not None
    return True
