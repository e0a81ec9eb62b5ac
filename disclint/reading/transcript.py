"""The text of a document that knows its tables, written down with the way back for each piece.

A reader of HTML, Word, Excel or PDF builds blocks: paragraphs of runs, and grids of boxes. What is
written of a grid is the layout `grid`, whose separators are the control characters that ASCII has
for the purpose, so that no heuristic of the text layouts has to find the cells again.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from disclint.marks import CELL_END, CLEAN, COVERED, GRID, ROW_END
from disclint.reading import LimitError, Limits
from disclint.source import Comment, Origin, Place, Source
from disclint.wording import Wording

_MOST_SPANNED = 1000
"""How many columns or rows a box can span, as in browsers."""
_LEAST_PROSE = 60
"""How long the lines in a box are, taken together, for the box to be a mere frame."""
_SURELY_PROSE = 300
"""How long a single line is, to be no label."""


@frozen
class Run:
    """Text that stands in one piece in the file, and where it begins.

    A place is a line and column of the file, from which the text runs on; a wording names a part
    of a document that has no lines.
    """

    text: str
    at: Place | Wording


@frozen
class Para:
    """A paragraph; a line feed in a run breaks the line."""

    runs: Sequence[Run]

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


@frozen
class Box:
    """A cell of a grid, over one column or more and one row or more."""

    content: Sequence["Para | Grid"] = ()
    columns: int = 1
    rows: int = 1
    at: Place | Wording | None = None
    """Where it stands, if it has no text of its own to tell."""
    is_covered: bool = False
    """Whether it is none, as one in a row above reaches down into its place."""

    @property
    def text(self) -> str:
        """The text of all paragraphs, each on its line."""
        return "\n".join(block.text for block in self.content if isinstance(block, Para))


@frozen
class Grid:
    """Rows of boxes, a box that spans rows or columns standing once, where it begins."""

    rows: Sequence[Sequence[Box]]


Content = Para | Grid


@define
class Transcript:
    """The text so far, and where each piece of it comes from."""

    limits: Limits = field(factory=Limits)
    _text: list[str] = field(init=False, factory=list)
    _length: int = field(init=False, default=0)
    _line: int = field(init=False, default=1)
    _line_start: int = field(init=False, default=0)
    _origins: list[Origin] = field(init=False, factory=list)
    _cells: int = field(init=False, default=0)

    def write(self, blocks: Iterable[Content], depth: int = 0) -> None:
        """Write `blocks` down in their order.

        Raises:
            LimitError: there are too many cells, or grids too deep in each other.

        """
        if depth > self.limits.depth:
            limit = "depth"
            raise LimitError(limit, self.limits.depth)
        for block in blocks:
            if isinstance(block, Para):
                self._paragraph(block)
            else:
                self._grid(block, depth)

    def source(self, path: str, comments: Sequence[Comment] = ()) -> Source:
        """Return what has been written, as the text of the file at `path`."""
        return Source(path, "".join(self._text), self._origins, comments)

    def _paragraph(self, block: Para) -> None:
        if block.text.strip():
            self._runs(block.runs)
            self._put("\n")

    def _grid(self, grid: Grid, depth: int) -> None:
        """Write a grid; a row that is but a frame around text or other grids parts it in two."""
        is_open = False
        for row in filter(None, self._laid_out(grid)):
            frame = _is_frame(row)
            if frame is is_open:
                self._put(GRID + "\n")
                is_open = not frame
            if frame:
                for box in row:
                    self.write(box.content, depth + 1)
            else:
                self._row(row)
        if is_open:
            self._put(GRID + "\n")

    def _row(self, row: Sequence[Box]) -> None:
        for box in row:
            if box.at and not _has_content(box):
                self._mark(box.at, 0)
            self._put(COVERED if box.is_covered else "")
            for index, block in enumerate(box.content):
                if isinstance(block, Para):
                    self._put("\n" if index else "")
                    self._runs(block.runs)
            self._put(CELL_END)
        self._put(ROW_END + "\n")

    def _laid_out(self, grid: Grid) -> Iterator[list[Box]]:
        """Yield the rows with an empty box for each place that a box reaches down into.

        A box with text stands once, however many columns it spans; an empty one stands for each of
        its columns, as a row of blank figures does that somebody has merged.
        """
        reaching: dict[int, tuple[int, int]] = {}
        for boxes in grid.rows:
            row: list[Box] = []
            above, reaching = reaching, {}
            for column, box in _placed(boxes, above):
                columns = min(box.columns, _MOST_SPANNED)
                self._count(columns)
                row += [box] if _has_content(box) else [evolve(box, columns=1, rows=1)] * columns
                if box.rows > 1:
                    reaching[column] = (columns, box.rows - 1)
            yield row

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self.limits.cells:
            limit = "cells"
            raise LimitError(limit, self.limits.cells)

    def _runs(self, runs: Iterable[Run]) -> None:
        for run in runs:
            text = run.text.replace("\0", " ").translate(CLEAN)
            for index, line in enumerate(text.split("\n")):
                if index:
                    self._put("\n")
                if line:
                    self._mark(run.at, index)
                    self._put(line)

    def _mark(self, at: Place | Wording, lines_on: int) -> None:
        if isinstance(at, Wording):
            place = evolve(self._here(), part=at)
        elif lines_on:
            place = Place(at.line + lines_on, 1, at.part)
        else:
            place = at
        self._origins.append(Origin(self._length, place))

    def _here(self) -> Place:
        return Place(self._line, self._length - self._line_start + 1)

    def _put(self, text: str) -> None:
        if not self._origins:
            self._origins.append(Origin(0, Place(1, 1)))
        self._text.append(text)
        self._length += len(text)
        if text.endswith("\n"):
            self._line += text.count("\n")
            self._line_start = self._length


def _placed(boxes: Iterable[Box], above: dict[int, tuple[int, int]]) -> Iterator[tuple[int, Box]]:
    """Yield each box of a row with its column, and an empty one where a box above reaches down."""
    column = 0
    for box in boxes:
        while column in above:
            columns, rows = above.pop(column)
            yield column, Box(columns=columns, rows=rows, is_covered=True)
            column += columns
        yield column, box
        column += min(box.columns, _MOST_SPANNED)
    for column, (columns, rows) in sorted(above.items()):
        yield column, Box(columns=columns, rows=rows, is_covered=True)


def _has_content(box: Box) -> bool:
    return any(isinstance(block, Grid) or block.text.strip() for block in box.content)


def _is_frame(row: Sequence[Box]) -> bool:
    """Whether a row is no row of a table: it holds grids, or paragraphs in nothing but one box."""
    if any(isinstance(block, Grid) for box in row for block in box.content):
        return True
    filled = [box for box in row if _has_content(box)]
    if len(filled) != 1:
        return False
    lines = [line for line in filled[0].text.split("\n") if line.strip()]
    length = sum(map(len, lines))
    return length >= (_LEAST_PROSE if len(lines) > 1 else _SURELY_PROSE)
