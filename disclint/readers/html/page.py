"""A page read as browsers read it, with the end tags that are missing: paragraphs and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import define, evolve, field, frozen

from disclint.marks import PICTURE
from disclint.readers.html.flow import Flow, Locate, locator
from disclint.readers.html.level import Level, is_blanked, is_hidden, is_unseen
from disclint.readers.html.markup import Aside, Tag, Text, read_markup
from disclint.readers.html.rows import Rows
from disclint.reading import LimitError, Limits
from disclint.reading.transcript import Content, Para, Run
from disclint.source import Comment, Place

_GROUPS = frozenset({"tbody", "tfoot", "thead"})
_CELLS = frozenset({"td", "th"})
_PICTURES = frozenset({"image", "img", "v:imagedata"})
_TITLE_PART = re.compile(r"[^-_|–—]+")
_YEAR = re.compile(r"20\d\d年")
_MOST_TITLES = 4
_LINES_BEFORE_TITLE = 40
_LONGEST_TITLE = 60
_SHORTEST_PROSE = 60


@frozen
class Page:
    """The paragraphs and tables of a page, and what it says to disclint."""

    blocks: Sequence[Content]
    comments: Sequence[Comment]


def read_page(page: str, limits: Limits) -> Page:
    """Return what stands in `page`.

    Raises:
        LimitError: there are too many cells, or tables too deep in each other.

    """
    locate = locator(page)
    reading = _Reading(locate, limits)
    comments: list[Comment] = []
    for piece in read_markup(page):
        if isinstance(piece, Text):
            reading.write(piece)
        elif isinstance(piece, Aside):
            comments.append(Comment(piece.text, locate(piece.offset), piece.is_closed))
        elif piece.is_end:
            reading.end(piece.name)
        else:
            reading.start(piece)
    return Page(reading.blocks(), comments)


@define
class _Reading:
    """What has been read of a page."""

    _locate: Locate
    _limits: Limits
    _levels: list[Level] = field(init=False)
    """The page, and the cells that are open, each in a table of the level before."""
    _titles: list[Flow] = field(init=False, factory=list)
    """What the page says of itself that its title is."""
    _is_in_title: bool = field(init=False, default=False)
    _cells: int = field(init=False, default=0)

    @_levels.default
    def _begin(self) -> list[Level]:
        return [Level(Flow(self._locate))]

    @property
    def _level(self) -> Level:
        return self._levels[-1]

    def blocks(self) -> list[Content]:
        """Return all paragraphs and tables, once everything has been read."""
        while len(self._levels) > 1:
            self._level.end_rows()
            self._end_cell()
        self._level.end_rows()
        blocks = _ended(self._level.flow)
        return [*islice(_title(self._titles, blocks), 1), *blocks]

    def write(self, piece: Text) -> None:
        if self._is_in_title:
            self._titles[-1].write(piece.text, piece.offset)
        else:
            self._level.write(piece)

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name == "table":
            self._start_table(tag)
        elif name in _CELLS:
            self._start_cell(tag)
        elif name == "tr":
            self._rows().start_row(
                is_hidden=is_unseen(tag), is_flat=tag.value("height").strip() == "0"
            )
        elif name in _GROUPS:
            self._rows().start_group(name)
        elif name in _PICTURES:
            self._level.show(tag)
        else:
            self._note_title(tag)
            self._level.start(tag)

    def end(self, name: str) -> None:
        if name == "table":
            self._end_cell()
            self._level.end_rows()
        elif name in _CELLS:
            if name == self._level.cell:
                self._end_cell()
        elif name == "tr" or name in _GROUPS:
            self._end_cell()
            if rows := self._level.back_in_rows():
                rows.end_row()
        else:
            self._is_in_title = False
            self._level.end(name)

    def _note_title(self, tag: Tag) -> None:
        is_title = tag.name == "title" and not tag.is_closed and not self._level.is_silent
        is_meta = tag.name == "meta" and tag.value("name").lower() == "articletitle"
        is_wanted = len(self._titles) < _MOST_TITLES
        self._is_in_title = is_title and is_wanted
        if is_wanted and (is_title or is_meta):
            self._titles.append(Flow(self._locate))
        if is_wanted and is_meta and (content := tag.attributes().get("content")):
            self._titles[-1].write(content.value, content.offset)

    def _start_table(self, tag: Tag) -> None:
        self._level.end_rows()
        if len(self._levels) > self._limits.depth:
            limit = "depth"
            raise LimitError(limit, self._limits.depth)
        self._level.start_rows(is_hidden=is_unseen(tag))

    def _rows(self) -> Rows:
        """Return the rows of the table, whose open cell ends; a row without a table begins one."""
        self._end_cell()
        while not (rows := self._level.back_in_rows()):
            self._level.start_rows()
        return rows

    def _start_cell(self, tag: Tag) -> None:
        self._cells += 1
        if self._cells > self._limits.cells:
            limit = "cells"
            raise LimitError(limit, self._limits.cells)
        rows = self._rows()
        rows.start_cell(tag, is_hidden=is_hidden(tag))
        is_mute = rows.is_silent or is_blanked(tag)
        self._levels.append(Level(Flow(self._locate), tag.name, tag.offset, is_mute))

    def _end_cell(self) -> None:
        """End the cell that is open, if no table is open in it."""
        if self._level.rows or len(self._levels) == 1:
            return
        cell = self._levels.pop()
        content = _without_decoration(_ended(cell.flow))
        if rows := self._level.rows:
            rows.end_cell(content, self._locate(cell.offset))


def _ended(flow: Flow) -> list[Content]:
    flow.end_paragraph()
    return flow.blocks


def _without_decoration(content: list[Content]) -> Sequence[Content]:
    """Return what a cell holds, without pictures if they stand beside a label or a figure."""
    texts = [block for block in content if isinstance(block, Para) and block.text != PICTURE]
    is_figure = len(texts) < len(content) and not any(
        not isinstance(block, Para) for block in content
    )
    if is_figure and 0 < sum(len(block.text) for block in texts) < _SHORTEST_PROSE:
        return texts
    return content


def _title(titles: Iterable[Flow], blocks: Sequence[Content]) -> Iterator[Para]:
    """Yield the titles that the page has in its head, if they are not where it begins, too.

    There it stands whole, with who reports; in the head it may lack that, and be followed by the
    name of the site.
    """
    opening = "\n".join(islice(_lines(blocks), _LINES_BEFORE_TITLE))
    for block in (block for flow in titles for block in _ended(flow)):
        if isinstance(block, Para):
            for part in _TITLE_PART.finditer(block.text):
                if _is_title(part[0]) and part[0].strip() not in opening:
                    yield Para(tuple(_cut(block.runs, part.start(), part.end())))


def _is_title(text: str) -> bool:
    is_report = "公开" in text and ("报告" in text or "年报" in text)
    return is_report and len(text) <= _LONGEST_TITLE and _YEAR.search(text) is not None


def _lines(blocks: Iterable[Content]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Para):
            yield block.text
        else:
            for row in block.rows:
                for box in row:
                    yield from _lines(box.content)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Yield what stands in `runs` from `start` up to `end`, characters counted through all."""
    offset = 0
    for run in runs:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if first < last and isinstance(run.at, Place):
            at = evolve(run.at, column=run.at.column + first)
            yield Run(run.text[first:last], at)
        offset += len(run.text)
