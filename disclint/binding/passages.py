"""Prose as it runs on: the lines of a passage put together, with the way back to each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice

from attrs import frozen

from disclint import spelling
from disclint.forms import OutlineSection
from disclint.nodes import Block, Paragraph, Report
from disclint.parsing.lines import is_page_number
from disclint.source import Span

_ENDS = "。！？：；!?:;"
_NARROWEST_TEXT = 32  # columns of a screen
_LONGEST_BROKEN_LINE = 100
_LONGEST_PROSE = 200_000
"""So many letters in one line are no prose of a report, whatever they are."""
_MOST_PASSAGES = 20_000
"""More than any report has: the rest of such a file is not looked at as prose."""
_FULL, _HALF_FULL = 0.8, 0.5


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
    may_go_on: bool = False
    """Whether its first sentence may have begun in the line before, which it is not joined to."""

    @cached_property
    def written(self) -> str:
        """The lines as written, one after the other without anything between."""
        return "".join(line.text for line in self.lines)

    @cached_property
    def _trace(self) -> spelling.Traced:
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
    yield from islice(_passages(report, official), _MOST_PASSAGES)


def _passages(report: Report, official: Mapping[int, OutlineSection]) -> Iterator[Passage]:
    yield from _run_on(report.preamble, None)
    current: OutlineSection | None = None
    for section in report.sections:
        current = official.get(id(section), current)
        is_heading = id(section) in official
        yield Passage(lines=(section.heading,), section=current, is_heading=is_heading)
        yield from _run_on(section.blocks, current)


def _run_on(blocks: Sequence[Block], section: OutlineSection | None) -> Iterator[Passage]:
    """Yield the passages among `blocks`: a table ends one, a page number does not."""
    lengths = [len(block.text) for block in blocks if isinstance(block, Paragraph)]
    is_broken = bool(lengths) and max(lengths) <= _LONGEST_BROKEN_LINE
    widest = max(map(_width, blocks)) if is_broken else 0
    lines: list[Paragraph] = []
    may_go_on = False
    for block in blocks:
        if isinstance(block, Paragraph) and _is_no_prose(block.text):
            continue
        if isinstance(block, Paragraph) and lines:
            fullness = _fullness(lines[-1].text, block.text, widest)
            if fullness >= _FULL:
                lines.append(block)
                continue
        if lines:
            yield Passage(lines=tuple(lines), section=section, may_go_on=may_go_on)
            may_go_on = isinstance(block, Paragraph) and fullness >= _HALF_FULL
        lines = [block] if isinstance(block, Paragraph) else []
    if lines:
        yield Passage(lines=tuple(lines), section=section, may_go_on=may_go_on)


def _width(block: Block) -> int:
    return spelling.screen_width(block.text) if isinstance(block, Paragraph) else 0


def _is_no_prose(line: str) -> bool:
    return len(line) > _LONGEST_PROSE or is_page_number(line)


def _fullness(line: str, following: str, widest: int) -> float:
    """Return how full `line` is, if `following` may go on with its sentence, else nothing.

    The first line of a paragraph is indented, and one with a long word at its end is short.
    """
    if widest < _NARROWEST_TEXT or line[-1] in _ENDS or spelling.heading(following).number:
        return 0
    return spelling.screen_width(line) / widest
