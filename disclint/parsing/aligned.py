"""Tables whose columns are set off by spaces, as a converter of PDF prints them."""

import re
from itertools import accumulate

from attrs import define
from lark import Token

from disclint import spelling
from disclint.nodes import Cell, Columns, Edges, Row
from disclint.parsing.grammar import Builder
from disclint.parsing.layout import Layout, Scan, make_row
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number
from disclint.source import Span

_FIGURE = (
    r"(?:[-+－＋−]?[0-9０-９][0-9０-９.,，．]*(?: ?[万萬亿億]{0,2}[元件条條项項次人个個宗%％])?"
    r"|[-—–－/／]+|[无無])(?!\S)"
)
# A figure, or words with single spaces between them up to a figure.
_CELL = re.compile(rf"(?P<figure>{_FIGURE})|\S+(?:[ \u00a0\u2002\u3000](?!{_FIGURE})\S+)*")
_LONGEST_FRAGMENT = 60
_MOST_UNKNOWN = 3
"""How many lines of unknown words may stand in a table one after the other."""
_LEAST_FIGURES = 4
"""How many figures stand in a row at least, if it is the only one."""


class _AlignedBuilder(Builder):
    def table(self, rows: list[Row]) -> tuple[Row, ...]:
        return tuple(rows)

    def row(self, children: list[Token]) -> Row:
        (token,) = children
        start = token.start_pos or 0
        screen = [0, *accumulate(map(spelling.screen_width, token))]
        return make_row(
            [
                Cell(
                    text=match[0],
                    span=Span(start + match.start(), start + match.end()),
                    columns=Columns(match.span(), (screen[match.start()], screen[match.end()])),
                    edges=Edges.LOOSE if match["figure"] else Edges.FIRM,
                )
                for match in _CELL.finditer(token)
            ]
        )


class Aligned(Layout):
    """One row of figures a line, the columns set off by spaces."""

    name = "aligned"
    builder = _AlignedBuilder
    is_torn = True

    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Look up to the last line of labels or figures of the table that begins at `first`.

        Some figures stand beside words or beside each other; else it is another layout.
        """
        if not _may_begin(lines.texts[first], vocabulary):
            return Scan(first, first + 1)
        extent = _Extent(vocabulary, first)
        index = first
        for index in range(first, len(lines)):
            if not extent.takes(lines, index):
                break
        return Scan(extent.end if extent.is_enough else first, index + 1)


@define
class _Extent:
    """How far a table reaches."""

    vocabulary: Vocabulary
    end: int
    is_labelled: bool = False
    rows: int = 0
    figures: int = 0
    unknown: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether there are labels, and two rows or one that is long."""
        return self.is_labelled and (self.rows > 1 or self.figures >= _LEAST_FIGURES)

    def takes(self, lines: Lines, index: int) -> bool:
        """Take the next line; return whether the table may go on after it."""
        line = lines.texts[index]
        text = line.strip()
        if not text or is_page_number(text):
            return True
        if (
            line.startswith("\t")
            or "|" in line
            or heading_end(lines, index, self.vocabulary) > index
        ):
            return False
        cells = list(_CELL.finditer(line))
        figures = sum(1 for cell in cells if cell["figure"])
        self.is_labelled = self.is_labelled or any(
            self.vocabulary.is_label(cell[0]) for cell in cells if not cell["figure"]
        )
        if figures and (len(cells) > 1 or figures > 1):
            if not self._is_row(cells, figures):
                return False
            self.rows, self.figures = self.rows + 1, self.figures + figures
        elif not figures and not self._is_words([cell[0] for cell in cells]):
            self.unknown += 1
            return (
                self.unknown <= _MOST_UNKNOWN
                and len(" ".join(text.split())) <= _LONGEST_FRAGMENT
                and "。" not in text
            )
        self.end, self.unknown = index + 1, 0
        return True

    def _is_row(self, cells: list[re.Match[str]], figures: int) -> bool:
        """Whether words stand before figures, if at all, and are short."""
        words = len(cells) - figures
        return all(cell["figure"] for cell in cells[words:]) and all(
            len(cell[0]) <= _LONGEST_FRAGMENT for cell in cells[:words]
        )

    def _is_words(self, chunks: list[str]) -> bool:
        """Whether all are labels or pieces of labels."""
        return all(
            self.vocabulary.is_label(chunk) or self.vocabulary.is_fragment(chunk)
            for chunk in chunks
        )


def _may_begin(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line holds a label, pieces of labels and nothing else, or a row of figures."""
    if line.startswith("\t") or "|" in line:
        return False
    cells = list(_CELL.finditer(line))
    words = [cell[0] for cell in cells if not cell["figure"]]
    if not words:
        return len(cells) > 1
    return any(map(vocabulary.is_label, words)) or all(
        len(word) > 1 and vocabulary.is_fragment(word) for word in words
    )
