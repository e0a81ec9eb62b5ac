"""Prose as it runs on: the lines of a passage put together, with the way back to each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from attrs import field, frozen

from disclint import spelling
from disclint.forms import OutlineSection
from disclint.nodes import Block, Paragraph, Report
from disclint.parsing.lines import is_page_number
from disclint.source import Span

_ENDS = "。！？：；!?:;"
_SHORTEST_FULL_LINE = 16
_LONGEST_BROKEN_LINE = 100
_FULL = 0.85


@frozen(kw_only=True, eq=False, slots=False)
class Passage:
    """Lines of prose that run on, as one text: a paragraph, whether or not it is broken into lines.

    Offsets are those of `text`, in which checks look for words; `span` leads to the file.
    """

    lines: tuple[Paragraph, ...]
    section: OutlineSection | None
    """The official section that it stands in, or nothing before the first one."""
    is_heading: bool = False
    """Whether it is the heading of the section."""
    written: str = field(init=False)
    """The lines as written, one after the other without anything between."""

    @written.default
    def _join(self) -> str:
        return "".join(line.text for line in self.lines)

    _trace: spelling.Traced = field(init=False, repr=False)

    @_trace.default
    def _normalise(self) -> spelling.Traced:
        return spelling.traced_prose(self.written)

    @property
    def text(self) -> str:
        """The passage in normal form: one script, one width, spaces only between digits."""
        return self._trace.text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line.text) for line in self.lines)]

    @property
    def whole(self) -> Span:
        """The span of the passage."""
        return self.lines[0].span | self.lines[-1].span

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]`, one letter at least, stands in the file."""
        own = self._trace.span(start, end)
        return self.written_span(own.start, own.end)

    def written_span(self, start: int, end: int) -> Span:
        """Return where `written[start:end]`, one letter at least, stands in the file."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def as_written(self, start: int, end: int) -> str:
        """Return what is written for `text[start:end]`, one letter at least."""
        own = self._trace.span(start, end)
        return self.written[own.start : own.end]

    def _place(self, offset: int) -> int:
        for start, line in zip(reversed(self._starts[:-1]), reversed(self.lines), strict=True):
            if offset >= start:
                return line.span.start + offset - start
        raise IndexError(offset)


def find_passages(report: Report, official: Mapping[int, OutlineSection]) -> Iterator[Passage]:
    """Yield the prose of `report` in the order of the text, headings as passages of their own.

    `official` has the official section by the identity of each section that is one; what is none
    is part of the one before.
    """
    yield from _run_on(report.preamble, None)
    current: OutlineSection | None = None
    for section in report.sections:
        current = official.get(id(section), current)
        is_heading = id(section) in official
        yield Passage(lines=(section.heading,), section=current, is_heading=is_heading)
        yield from _run_on(section.blocks, current)


def _run_on(blocks: Sequence[Block], section: OutlineSection | None) -> Iterator[Passage]:
    """Yield the passages among `blocks`: a table ends one, a page number does not."""
    prose = [block for block in blocks if isinstance(block, Paragraph)]
    widest = max((len(line.text) for line in prose), default=0)
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if is_page_number(block.text):
                continue
            if lines and _runs_on(lines[-1].text, block.text, widest):
                lines.append(block)
                continue
        if lines:
            yield Passage(lines=tuple(lines), section=section)
        lines = [block] if isinstance(block, Paragraph) else []
    if lines:
        yield Passage(lines=tuple(lines), section=section)


def _runs_on(line: str, following: str, widest: int) -> bool:
    """Whether `following` goes on with the sentence of `line`, which is as wide as the text is."""
    is_full = len(line) >= _SHORTEST_FULL_LINE and len(line) >= _FULL * widest
    return (
        is_full
        and widest <= _LONGEST_BROKEN_LINE
        and line[-1] not in _ENDS
        and not spelling.heading(following).number
    )
