"""Tables without borders: cells that run together, or stand side by side on a line of text."""

import re
from functools import cached_property
from itertools import chain, pairwise

from lark import Lark, Token

from disclint.nodes import Cell, Edges, Row, Table
from disclint.parsing.grammar import Builder, Given, open_grammar
from disclint.parsing.labels import DOUBTFUL, FIGURE, FIGURES, LABEL, tokenise
from disclint.parsing.layout import Layout, Scan, make_row
from disclint.parsing.lines import (
    Lines,
    Vocabulary,
    heading_end,
    heading_in_front,
    is_page_number,
)
from disclint.source import Span

_LONGEST_ROW = 400
_LONGEST_UNKNOWN = 60
_MOST_UNKNOWN = 4
"""How many lines of unknown words may stand in a table one after the other."""
_ENDS_IN_FIGURE = re.compile(rf"(?:{FIGURE}|\s[-—–－―/／\\＼无無])\s*$")
_LAST_LETTERS = frozenset(
    "0123456789０１２３４５６７８９元件條条項项次人个個宗份部起家笔筆%％万萬亿億千百"
    "-—–－―/／\\＼无無"
)
_SENTENCE = re.compile(r"[。；！？]|[，,](?![0-9０-９])")
_NOTE = re.compile(r"[（(][^）)]*[）)]?|^[^（(）)]*[）)]")
_EDGES = {FIGURES: Edges.LOOSE, DOUBTFUL: Edges.DOUBTFUL}


class _RunonBuilder(Builder):
    def table(self, children: list[Row | list[Cell]]) -> tuple[Row, ...]:
        return tuple(
            child if isinstance(child, Row) else make_row(child) for child in children if child
        )

    def row(self, runs: list[list[Cell]]) -> Row:
        return make_row(list(chain.from_iterable(runs)))

    def words(self, tokens: list[Token]) -> list[Cell]:
        return [_cell(token) for token in tokens]

    def figures(self, tokens: list[Token]) -> list[Cell]:
        return [_cell(token) for token in tokens]


def _cell(token: Token) -> Cell:
    text, start = token.strip(), token.start_pos or 0
    start += token.index(text)
    span = Span(start, start + len(text))
    return Cell(text=text, span=span, edges=_EDGES.get(token.type, Edges.FIRM))


class Runon(Layout):
    """Cells with nothing between them, or white space only."""

    name = "runon"
    builder = _RunonBuilder
    reads_pieces = True

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look for a piece of a line that is a table, or for lines with a row or more each."""
        if first in lines.tables:
            return Scan(first + 1, first + 1)
        uncut = lines.uncut_from(first)
        if first >= len(uncut) or not (
            _is_head(lines.texts[first], vocabulary) or _is_row(lines.texts[first], vocabulary)
        ):
            return Scan(first, first + 1)
        end, unknown, rows, index = first, 0, 0, first
        for index in range(first, len(uncut)):
            text = uncut.texts[index]
            if not text.strip() or is_page_number(text):
                continue
            if (
                text.startswith("\t")
                or "|" in text
                or heading_end(uncut, index, vocabulary) > index
            ):
                break
            if _is_row("\n".join(uncut.texts[index - unknown : index + 1]), vocabulary):
                end, unknown, rows = index + 1, 0, rows + 1
            elif _is_head(text, vocabulary):
                end, unknown = index + 1, 0
            elif unknown == _MOST_UNKNOWN or not _may_be_part(text):
                break
            else:
                unknown += 1
        return Scan(end if rows else first, index + 1)

    def read(self, text: str, span: Span, vocabulary: Vocabulary | None = None) -> Table:
        """Return the table that stands in `span` of `text`, its cells found by their labels."""
        assert vocabulary  # noqa: S101 - without borders labels are all there is
        rows = self._parser.parse(tokenise(text, span.start, span.end, vocabulary))
        assert isinstance(rows, tuple)  # noqa: S101 - Lark's results are untyped
        return Table(layout=self.name, rows=rows, span=span)

    @cached_property
    def _parser(self) -> Lark:
        return open_grammar(self.name, self.builder(), start="table", lexer=Given)


def _is_row(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line holds a known label with figures right after it, and ends in figures.

    A sentence may do so too: 办结255件，其中予以公开71件.
    """
    if not _may_be_row(line) or _is_sentence(line):
        return False
    if heading_in_front(line, vocabulary):
        return False
    kinds = [token.type for token in tokenise(line, 0, len(line), vocabulary)]
    return kinds[-1:] != [LABEL] and (LABEL, FIGURES) in pairwise(kinds)


def _may_be_row(line: str) -> bool:
    if len(line) > _LONGEST_ROW or line.startswith("\t") or "|" in line:
        return False
    if line.rstrip()[-1:] not in _LAST_LETTERS:
        return False
    return _ENDS_IN_FIGURE.search(line) is not None


def _is_head(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but labels."""
    if len(line) > _LONGEST_ROW or "|" in line or line.startswith("\t"):
        return False
    words = line.split()
    return bool(words) and (vocabulary.is_label(line) or all(map(vocabulary.is_label, words)))


def _may_be_part(line: str) -> bool:
    """Whether a line of unknown words is short, and no sentence; an explanation may be one."""
    words = " ".join(line.split())
    return len(words) <= _LONGEST_UNKNOWN and not _is_sentence(words)


def _is_sentence(words: str) -> bool:
    return _SENTENCE.search(_NOTE.sub("", words)) is not None
