"""Tables with one row a line, the cells parted by pipes, as in Markdown."""

import re
from functools import cached_property

from lark import Token

from disclint.nodes import Quantity, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, cells_of, make_row
from disclint.parsing.lines import Lines, Vocabulary
from disclint.parsing.quantity import Unread, read_quantity

PIPES = "|｜│┃║"
"""The characters that part cells: those of writers, and those of converters that draw boxes."""

_LEAST_PIPES = 2
_LEAST_FIGURES = 3
_PAIR = 2
_LEAST_LONE = 2
"""How many lines of one cell under a table tell that its lines are no rows."""
_JOINT = re.compile("-{3}|={3}|[\u2500-\u257f]{2}")
_PIPE = re.compile(f"[{PIPES}]")
_NO_RULER = re.compile(rf"[^-=:\s\u2500-\u257f{PIPES}]")
_EMPHASIS = re.compile(r"^\s*\*+|\*+\s*$")
_CELL_THEN_WORDS = re.compile(
    rf"[\d/无無—-][^{PIPES}]*[{PIPES}][\s{PIPES}]*(?:[^\s\d{PIPES}]|\d[.、])"
)
_FIGURE_AT_END = re.compile(rf"\d[\s{PIPES}]*$")


class _PipesBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        start = token.start_pos or 0
        line = token.rstrip()
        offset = len(line) - len(line.lstrip())
        if line[offset] in PIPES:
            offset += 1
        if line[-1] in PIPES and len(line) > offset:
            line = line[:-1]
        pieces = _PIPE.split(line[offset:])
        return make_row(list(cells_of(pieces, start + offset, _without_emphasis)))


def _without_emphasis(text: str) -> str:
    return _EMPHASIS.sub("", text).strip()


class Pipes(Layout):
    """One row a line, the cells parted by pipes."""

    name = "pipes"
    builder = _PipesBuilder

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last row; rows may have blank lines and rulers between them.

        The first row has two pipes at least; in a row of two cells right under another one will do.
        """
        end, index = first, first
        known, run_on, ended = False, 0, 0
        for index in range(first, len(lines)):
            line = lines.texts[index]
            if self._is_ruler(line):
                end = index + 1
            elif _has_pipes(line) or (first < end == index and _is_pair(line)):
                end = index + 1
                cells = list(filter(None, pieces(line)))
                known = known or any(map(vocabulary.is_label, cells)) or _is_figures(cells)
                run_on += _is_run_on(line, vocabulary)
                ended += _FIGURE_AT_END.search(line) is not None
            elif line.strip() or line.startswith("\t") or end == first:
                break
        is_in_rows = run_on <= ended - run_on or _is_ruled(lines.texts[first:end])
        is_table = known and is_in_rows and not _goes_on_by_cells(lines, end)
        return Scan(end if is_table else first, index + 1)

    def _is_ruler(self, line: str) -> bool:
        """Whether a line is no row to the grammar, but a ruler with joints or pipes."""
        if _JOINT.search(line) is None:
            return False
        return self._ruler.fullmatch(line + "\n") is not None

    @cached_property
    def _ruler(self) -> re.Pattern[str]:
        return re.compile(self._parser.get_terminal("_RULER").pattern.to_regexp())


def _is_ruled(texts: list[str]) -> bool:
    """Whether a table has a ruler, as in Markdown, and all its lines as many cells as that.

    A line may then hold two labels with their figures, side by side.
    """
    rows = [text.strip() for text in texts if text.strip()]
    rulers = [row for row in rows if _JOINT.search(row) and not _NO_RULER.search(row)]
    widths = {sum(map(row.count, PIPES)) for row in rows}
    return bool(rulers) and len(widths) == 1


def pieces(text: str) -> list[str]:
    """Return what stands before, between and after the pipes of `text`."""
    return [piece.strip() for piece in _PIPE.split(text)]


def _has_pipes(line: str) -> bool:
    return sum(map(line.count, PIPES)) >= _LEAST_PIPES


def _is_figures(cells: list[str]) -> bool:
    """Whether the cells of a row are figures and nothing else, as a label torn off leaves them."""
    return len(cells) >= _LEAST_FIGURES and all(cell.isdecimal() for cell in cells)


def _is_pair(line: str) -> bool:
    """Whether a line is two cells with a pipe between them."""
    texts = pieces(line)
    return len(texts) == _PAIR and all(texts)


def _is_run_on(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a label follows a figure in a line, so that it holds several rows."""
    if _CELL_THEN_WORDS.search(line) is None:
        return False
    texts = pieces(line)
    first = next((i for i, text in enumerate(texts) if _is_figure(text)), len(texts))
    return any(map(vocabulary.is_label, filter(None, texts[first + 1 :])))


def _is_figure(text: str) -> bool:
    reading = read_quantity(text)
    return isinstance(reading, Quantity) or reading is Unread.PLACEHOLDER


def _goes_on_by_cells(lines: Lines, end: int) -> bool:
    """Whether the lines from `end` on hold one cell each, with the pipe after it."""
    following = lines.texts[end : end + _LEAST_LONE]
    return len(following) == _LEAST_LONE and all(
        len(texts := pieces(line)) == _PAIR and not texts[1] for line in following
    )
