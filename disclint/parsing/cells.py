"""Tables whose cells end with a pipe, wherever the lines end."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen
from lark import Token

from disclint.nodes import Cell, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row, text_cell
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number
from disclint.parsing.pipes import PIPES, pieces
from disclint.source import Span

_LONGEST_CELL = 60
_LONGEST_SENTENCE = 8
"""How long words with a full stop at their end may be, to stand in a cell."""
_MOST_UNKNOWN = 4
"""How many cells of unknown words may stand in a table one after the other."""
_MOST_LINES = 8
"""How many lines without a pipe may stand in a table one after the other."""
_LEAST_BLANKS = 3
"""How many blank cells make a table of labels without a figure."""
_LEAST_COVERED = 3
"""How many rows at least begin with a blank cell where the width is to tell the rows."""
_MOST_COLUMNS = 24
_LEAST_UNLABELLED = 10
"""How many figures at least a row has that has no label, but heads over it."""
_HEAD_ROW = re.compile("b*w[wb]*")
_BODY_ROW = re.compile("b*w+[fb]*")
_VALUE = re.compile(
    rf"\s*(?:(?P<text>[^\s{PIPES}][^\n{PIPES}]*)(?:\s*[{PIPES}]|\n|\Z)|(?P<blank>)[{PIPES}])"
)


@frozen
class _Turn:
    """Cells of words, and the figures and blanks after them up to the next words."""

    words: Sequence[Cell]
    values: Sequence[Cell]


class _CellsBuilder(Builder):
    def table(self, turns: list[_Turn]) -> tuple[Row, ...]:
        rows = _cut_by_width(turns) or _cut_by_turn(turns)
        return tuple(make_row(cells) for cells in rows if cells)

    def orphans(self, runs: list[list[Cell]]) -> _Turn:
        (values,) = runs
        return _Turn((), values if values[0].text else values[1:])  # a pipe leads the table

    def row(self, runs: list[list[Cell]]) -> _Turn:
        words, values = runs
        return _Turn(words, values)

    def rest(self, texts: list[Cell]) -> _Turn:
        return _Turn(texts, ())

    def words(self, texts: list[Cell]) -> list[Cell]:
        return texts

    def values(self, runs: list[list[Cell]]) -> list[Cell]:
        return list(chain.from_iterable(runs))

    def text(self, children: list[Token]) -> Cell:
        (token,) = children
        return text_cell(token.update(value=token.rstrip(PIPES)))

    def figures(self, children: list[Token]) -> list[Cell]:
        (token,) = children
        first = token.start_pos or 0
        cells = []
        for value in _VALUE.finditer(token):
            text = (value["text"] or "").rstrip()
            begin = first + value.start("text" if text else "blank")
            cells.append(Cell(text=text, span=Span(begin, begin + len(text))))
        return cells

    blanks = figures


def _cut_by_turn(turns: Sequence[_Turn]) -> Iterator[Sequence[Cell]]:
    """Yield the rows: each ends where words follow figures or blanks.

    A long row of figures under as many heads has no label: it is a row of its own.
    """
    for turn in turns:
        if len(turn.words) >= len(turn.values) >= _LEAST_UNLABELLED:
            yield turn.words
            yield turn.values
        else:
            yield (*turn.words, *turn.values)


def _cut_by_width(turns: Sequence[_Turn]) -> list[Sequence[Cell]]:
    """Return the rows of a table all of whose rows have one width, or nothing.

    Only where rows begin with the blank cells of labels that reach down does the width tell more
    than the turn.
    """
    cells = [cell for turn in turns for cell in (*turn.words, *turn.values)]
    kinds = "".join(
        "w" * len(turn.words) + "".join("f" if cell.text else "b" for cell in turn.values)
        for turn in turns
    )
    for width in range(2, min(_MOST_COLUMNS, len(cells) // 2) + 1):
        starts = range(0, len(cells), width)
        if _are_rows(kinds[start : start + width] for start in starts):
            return [cells[start : start + width] for start in starts]
    return []


def _are_rows(rows: Iterator[str]) -> bool:
    """Whether all is as in a table: heads, then rows of labels with figures after them."""
    in_body, covered = False, 0
    for row in rows:
        in_body = in_body or "f" in row
        if not (_BODY_ROW if in_body else _HEAD_ROW).fullmatch(row):
            return False
        covered += row.startswith("b")
    return in_body and covered >= _LEAST_COVERED


class Cells(Layout):
    """Cells that end with a pipe: one a line, with the pipe on a line of its own, or run on."""

    name = "cells"
    builder = _CellsBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last label, figure or blank cell of the table that begins at `first`."""
        if not _begins(lines, first, vocabulary):
            return Scan(first, first + 1)
        end, unknown, seen, without_pipe, begun, index = first, 0, "", 0, "", first
        for index in range(first, len(lines)):
            line = lines.texts[index].strip()
            if not line or is_page_number(line):
                continue
            *closed, last = pieces(begun + line)
            without_pipe = 0 if closed else without_pipe + 1
            if without_pipe and not begun and heading_end(lines, index, vocabulary) > index:
                break
            if without_pipe > _MOST_LINES or any(map(_is_prose, (*closed, last))):
                break
            kinds = "".join(self._kind(text, vocabulary) for text in closed)
            if not begun and self._is_figure(last):
                kinds, last = kinds + "f", ""
            unknown = _trailing_unknown(kinds, unknown)
            if unknown > _MOST_UNKNOWN:
                break
            if (not unknown and kinds) or "l" in kinds or "f" in kinds:
                end = index + 1
            seen, begun = seen + kinds, last
        is_table = "f" in seen or seen.count("b") >= _LEAST_BLANKS
        return Scan(end if is_table else first, index + 1)

    def _kind(self, text: str, vocabulary: Vocabulary) -> str:
        """Return what a cell is: `b`lank, `f`igure, `l`abel or words that are `u`nknown."""
        if not text:
            return "b"
        if self._is_figure(text):
            return "f"
        return "l" if vocabulary.is_label(text) else "u"

    def _is_figure(self, text: str) -> bool:
        return self._figure.fullmatch(text) is not None

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        """What the grammar takes for a figure, so that both agree."""
        return re.compile(self._parser.get_terminal("FIGURES").pattern.to_regexp())


def _begins(lines: Lines, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a table may begin at a line: with a label before a pipe, or after one alone."""
    texts = pieces(lines.texts[first])
    following = lines.next_text(first)
    rest = pieces(lines.texts[following]) if following < len(lines) else []
    label = next(filter(None, texts), "")
    if len(texts) == 1:
        return len(rest) > 1 and not any(rest) and vocabulary.is_label(label)
    if not label:
        return len(rest) == 1 and vocabulary.is_label(rest[0])
    return vocabulary.is_label(label)


def _trailing_unknown(kinds: str, before: int) -> int:
    """Return how many unknown cells have followed each other at the end of `kinds`."""
    known = max(kinds.rfind("l"), kinds.rfind("f"))
    return kinds.count("u", known + 1) + (before if known < 0 else 0)


def _is_prose(text: str) -> bool:
    return (len(text) > _LONGEST_CELL and "。" in text) or (
        len(text) > _LONGEST_SENTENCE and text.endswith(("。", "；"))
    )
