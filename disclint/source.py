"""A file's text, with the way back to the file."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property, reduce
from itertools import accumulate, count
from operator import or_
from typing import NewType

from attrs import evolve, field, frozen

from disclint.wording import Wording

LineText = NewType("LineText", str)
"""A line of a file, in which many places may stand."""


@frozen(order=True)
class Span:
    """A half-open stretch of a source's text: offsets in code points from 0."""

    start: int
    end: int

    def __or__(self, other: "Span") -> "Span":
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def __contains__(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@frozen(order=True)
class Place:
    """A line and a column of a file, both from 1, columns in code points."""

    line: int
    column: int
    part: Wording | None = field(default=None, order=False)
    """Where it stands in a document that has no lines of its own: `page 3`, `Sheet1!B7`. Line and
    column are then those of the text that was read out of it."""
    line_text: LineText = field(default=LineText(""), eq=False, repr=False)
    """Its line, for those who count columns in other units; nothing where the file has no lines, or
    they are no longer at hand. All places of a line share it."""


FILE_START = Place(1, 1)


@frozen
class Origin:
    """Where the text from `offset` up to the next origin stands in the file, on one line of it."""

    offset: int
    place: Place


@frozen
class Comment:
    """What a file says to disclint, and is no text of the report."""

    text: str
    """What it says, in one line."""
    place: Place
    """Where it begins."""
    is_closed: bool = True
    """Whether its end is marked."""
    is_alone: bool = True
    """Whether nothing else stands on its line; one that is not alone is left in the text."""


def _end_line(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


@frozen
class Source:
    """The decoded text of one file, in which a line feed ends each line, the last one too.

    Where the text is not the file's own, `origins` lead back to it, in the order of the text and
    the first at 0; without them the file's lines are the text's, those of `comments` left out.
    """

    path: str
    text: str = field(converter=_end_line)
    origins: Sequence[Origin] = field(default=(), repr=False, eq=False)
    comments: Sequence[Comment] = field(default=(), repr=False, eq=False)
    """What the file says to disclint, in order."""
    page: str = field(default="", repr=False, eq=False)
    """The text of the file itself where `text` is not that, and as long as it is at hand."""

    @cached_property
    def _origins(self) -> Sequence[Origin]:
        left_out = {comment.place.line for comment in self.comments if comment.is_alone}
        return self.origins or line_starts(self.text, left_out)

    @cached_property
    def _offsets(self) -> list[int]:
        return [origin.offset for origin in self._origins]

    @cached_property
    def _text_lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _page_lines(self) -> list[str]:
        return self.page.split("\n")

    def place(self, offset: int) -> Place:
        """Return where in the file the code point at `offset` stands."""
        index = bisect_right(self._offsets, offset) - 1
        origin = self._origins[index]
        column = origin.place.column + offset - origin.offset
        line_text = LineText("")
        if not self.origins:
            line_text = LineText(self._text_lines[index])
        elif self.page and not origin.place.part:
            line_text = LineText(self._page_lines[origin.place.line - 1])
        return evolve(origin.place, column=column, line_text=line_text)

    def line(self, number: int) -> Span | None:
        """Return the text that stands on the line `number` of the file, or nothing if none does."""
        offsets = [*self._offsets, len(self.text)]
        pieces = [
            Span(origin.offset, end)
            for origin, end in zip(self._origins, offsets[1:], strict=True)
            if origin.place.line == number and origin.place.part is None
        ]
        return reduce(or_, pieces) if pieces else None

    def excerpt(self, span: Span) -> str:
        """Return the text of `span`."""
        return self.text[span.start : span.end]


def line_starts(text: str, left_out: Collection[int] = ()) -> list[Origin]:
    """Return the origin of each line of `text` and of its end.

    The text is the file's own but for the lines whose numbers are `left_out`.
    """
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    starts = [0, *accumulate(lengths)]
    numbers = (number for number in count(1) if number not in left_out)
    return [Origin(offset, Place(line, 1)) for offset, line in zip(starts, numbers, strict=False)]
