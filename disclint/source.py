"""A file's text, with the way back to the file."""

from bisect import bisect_right
from itertools import accumulate

from attrs import field, frozen


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


FILE_START = Place(1, 1)


def _end_line(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


@frozen
class Source:
    """The decoded text of one file, in which a line feed ends each line, the last one too."""

    path: str
    text: str = field(converter=_end_line)
    _line_starts: list[int] = field(init=False, repr=False, eq=False)

    @_line_starts.default
    def _find_line_starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return [0, *accumulate(lengths)]

    def place(self, offset: int) -> Place:
        """Return where in the file the code point at `offset` stands."""
        line = bisect_right(self._line_starts, offset, hi=len(self._line_starts) - 1)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def excerpt(self, span: Span) -> str:
        """Return the text of `span`."""
        return self.text[span.start : span.end]
