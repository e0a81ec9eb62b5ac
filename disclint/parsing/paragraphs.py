"""Tables with one cell a paragraph and no tabs."""

import re
from functools import cached_property
from itertools import chain

from lark import Token

from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row, text_cell
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number
from disclint.source import Span

_LONGEST_CELL = 60
_MOST_UNKNOWN = 4
"""How many paragraphs of unknown words may stand in a table one after the other."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")


class _ParagraphsBuilder(Builder):
    def table(self, children: list[Row | list[Cell]]) -> tuple[Row, ...]:
        return tuple(
            child if isinstance(child, Row) else make_row(child) for child in children if child
        )

    def row(self, runs: list[list[Cell]]) -> Row:
        return make_row(list(chain.from_iterable(runs)))

    def words(self, texts: list[Cell]) -> list[Cell]:
        return texts

    def text(self, children: list[Token]) -> Cell:
        return text_cell(children[0])

    def figures(self, children: list[Token]) -> list[Cell]:
        (token,) = children
        first = token.start_pos or 0
        cells = []
        for line in _LINE.finditer(token):
            text = line[0].strip()
            begin = first + line.start() + line[0].index(text)
            cells.append(Cell(text=text, span=Span(begin, begin + len(text))))
        return cells


class Paragraphs(Layout):
    """One cell a paragraph and no tabs."""

    name = "paragraphs"
    builder = _ParagraphsBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last label or figure of the table that begins at `first`."""
        if not vocabulary.is_label(lines.texts[first]):
            return Scan(first, first + 1)
        end, unknown, figures, index = first, 0, 0, first
        for index in range(first, len(lines)):
            text = lines.texts[index].strip()
            if lines.texts[index].startswith("\t"):
                break
            if not text or is_page_number(text):
                continue
            if "\t" in text or "|" in text or (len(text) > _LONGEST_CELL and "。" in text):
                break
            if self._figure.fullmatch(text + "\n"):
                end, unknown, figures = index + 1, 0, figures + 1
            elif vocabulary.is_label(text):
                end, unknown = index + 1, 0
            elif heading_end(lines, index, vocabulary) > index or unknown == _MOST_UNKNOWN:
                break
            else:
                unknown += 1
        return Scan(end if figures else first, index + 1)

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        """What the grammar takes for a figure, so that both agree."""
        return re.compile(self._parser.get_terminal("FIGURES").pattern.to_regexp())
