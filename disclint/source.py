"""A file's text, with the way back to the file."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from attrs import evolve, field, frozen

from disclint.wording import Wording


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
    before: str = field(default="", eq=False, repr=False)
    """What stands before it on its line, for those who count columns in other units; nothing where
    the file has no lines, or they are no longer at hand."""


FILE_START = Place(1, 1)


@frozen
class Origin:
    """Where the text from `offset` up to the next origin stands in the file, on one line of it."""

    offset: int
    place: Place


def _end_line(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


@frozen
class Source:
    """The decoded text of one file, in which a line feed ends each line, the last one too.

    Where the text is not the file's own, `origins` lead back to it, in the order of the text and
    the first at 0; without them the file's lines are the text's.
    """

    path: str
    text: str = field(converter=_end_line)
    origins: Sequence[Origin] = field(default=(), repr=False, eq=False)
    page: str = field(default="", repr=False, eq=False)
    """The text of the file itself where `text` is not that, and as long as it is at hand."""

    @cached_property
    def _origins(self) -> Sequence[Origin]:
        return self.origins or line_starts(self.text)

    @cached_property
    def _offsets(self) -> list[int]:
        return [origin.offset for origin in self._origins]

    @cached_property
    def _page_lines(self) -> list[str]:
        return self.page.split("\n")

    def place(self, offset: int) -> Place:
        """Return where in the file the code point at `offset` stands."""
        origin = self._origins[bisect_right(self._offsets, offset) - 1]
        column = origin.place.column + offset - origin.offset
        before = ""
        if not self.origins:
            before = self.text[origin.offset : offset]
        elif self.page and not origin.place.part:
            before = self._page_lines[origin.place.line - 1][: column - 1]
        return evolve(origin.place, column=column, before=before)

    def excerpt(self, span: Span) -> str:
        """Return the text of `span`."""
        return self.text[span.start : span.end]


def line_starts(text: str) -> list[Origin]:
    """Return the origin of each line of `text`, which is the file's own, and of its end."""
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    starts = [0, *accumulate(lengths)]
    return [Origin(offset, Place(line, 1)) for line, offset in enumerate(starts, start=1)]
