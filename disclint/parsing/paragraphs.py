"""Tables with one cell a paragraph and no tabs."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, groupby

from lark import Token

from disclint.nodes import Cell, Edges, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row, text_cell
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number
from disclint.source import Span

_LONGEST_CELL = 60
_MOST_UNKNOWN = 4
"""How many paragraphs of unknown words may stand in a table one after the other."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SIDE_BY_SIDE = re.compile(r"\d\s+\d")
"""Two figures on one line, as converters of PDF print narrow columns, or one parted by spaces."""
_GROUP = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


class _ParagraphsBuilder(Builder):
    def table(self, children: list[list[Row]]) -> tuple[Row, ...]:
        return tuple(chain.from_iterable(children))

    def rest(self, children: list[list[list[Cell]]]) -> list[Row]:
        ((words,),) = children
        return [make_row(words)]

    def row(self, runs: list[list[list[Cell]]]) -> list[Row]:
        (words,), *figures = runs
        if any(len(run) > 1 for run in figures):  # whose the words are, none can say
            return [make_row(words), *map(make_row, chain.from_iterable(figures))]
        return [make_row([*words, *(cell for run in figures for row in run for cell in row)])]

    def words(self, texts: list[Cell]) -> list[list[Cell]]:
        return [texts]

    def text(self, children: list[Token]) -> Cell:
        return text_cell(children[0])

    def figures(self, children: list[Token]) -> list[list[Cell]]:
        (token,) = children
        first = token.start_pos or 0
        groups = [
            [_cell(line, first + group.start()) for line in _LINE.finditer(group[0])]
            for group in _GROUP.finditer(token)
        ]
        return list(_rows(groups))


def _cell(line: re.Match[str], start: int) -> Cell:
    text = line[0].strip()
    begin = start + line.start() + line[0].index(text)
    edges = Edges.DOUBTFUL if _SIDE_BY_SIDE.search(text) else Edges.FIRM
    return Cell(text=text, span=Span(begin, begin + len(text)), edges=edges)


def _rows(groups: Iterable[list[Cell]]) -> Iterator[list[Cell]]:
    """Yield the rows of figures that stand in groups with blank lines between them.

    Groups side by side of as many figures each, more than one, are the columns of several rows: so
    a converter prints a page that it reads column by column.
    """
    for length, alike in groupby(groups, len):
        columns = list(alike)
        if length > 1 and len(columns) > 1:
            yield from map(list, zip(*columns, strict=True))
        else:
            yield list(chain.from_iterable(columns))


class Paragraphs(Layout):
    """One cell a paragraph and no tabs."""

    name = "paragraphs"
    builder = _ParagraphsBuilder
    is_torn = True

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
            elif vocabulary.is_fragment(text):
                continue
            elif heading_end(lines, index, vocabulary) > index or unknown == _MOST_UNKNOWN:
                break
            else:
                unknown += 1
        return Scan(end if figures else first, index + 1)

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        """What the grammar takes for a figure, so that both agree."""
        return re.compile(self._parser.get_terminal("FIGURES").pattern.to_regexp())
