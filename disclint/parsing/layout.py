"""What every layout of tables can do."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from attrs import frozen
from lark import Lark, TextSlice, Token

from disclint.nodes import Cell, Row, Table
from disclint.parsing.grammar import Builder, open_grammar
from disclint.parsing.lines import Lines, Vocabulary
from disclint.source import Span


@frozen
class Scan:
    """How far a layout has looked for a table."""

    end: int
    """The line after the table, or the first line if there is none."""
    looked: int
    """The line after the last that was looked at; if there is no table, none begins before."""


class Layout(ABC):
    """A way in which tables are laid down in text: where one ends, and how it is read."""

    name: ClassVar[str]
    """The layout's name, and that of its grammar."""
    builder: ClassVar[type[Builder]]
    is_torn: ClassVar[bool] = False
    """Whether a label may stand apart from its figures, or be broken over rows."""
    reads_pieces: ClassVar[bool] = False
    """Whether it looks at the pieces of long lines, which have no line ends."""

    @abstractmethod
    def scan(self, lines: Lines, first: int, vocabulary: Vocabulary) -> Scan:
        """Return where the table ends that begins at `first`.

        Where a table ends cannot be told from one line, so this is not the grammar's work.
        """

    def extent(self, lines: Lines, first: int, vocabulary: Vocabulary) -> int:
        """Return the line after the table that begins at `first`, or `first` if none does."""
        return self.scan(lines, first, vocabulary).end

    def read(self, text: str, span: Span, vocabulary: Vocabulary | None = None) -> Table:
        """Return the table that stands in `span` of `text`, which `extent` has found.

        Only a layout without borders needs the vocabulary.
        """
        del vocabulary
        rows = self._parser.parse(TextSlice(text, span.start, span.end))
        assert isinstance(rows, tuple)  # noqa: S101 - Lark's results are untyped
        return Table(layout=self.name, rows=rows, is_torn=self.is_torn, span=span)

    @cached_property
    def _parser(self) -> Lark:
        return open_grammar(self.name, self.builder(), start="table")


def make_row(cells: Sequence[Cell]) -> Row:
    """Return a row of `cells`, of which there is at least one."""
    return Row(cells=tuple(cells), span=cells[0].span | cells[-1].span)


def cells_of(
    pieces: Iterable[str], start: int, clean: Callable[[str], str] = str.strip
) -> Iterator[Cell]:
    """Yield a cell for each of `pieces`, which one mark parts, the first of them at `start`.

    One that is blank stands after the first of its spaces, where its text would.
    """
    for piece in pieces:
        text = clean(piece)
        begin = start + (piece.index(text) if text else min(1, len(piece) // 2))
        yield Cell(text=text, span=Span(begin, begin + len(text)))
        start += len(piece) + 1


def text_cell(token: Token, start: int = 0) -> Cell:
    """Return the cell whose text is `token` from `start` on, without the space around it."""
    text = token[start:]
    begin = (token.start_pos or 0) + start + len(text) - len(text.lstrip())
    stripped = text.strip()
    return Cell(text=stripped, span=Span(begin, begin + len(stripped)))
