"""Text that flows in paragraphs, on a page or in one cell of it, with its white space as shown."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from html.entities import html5

from attrs import define, field

from disclint.marks import PICTURE
from disclint.reading.transcript import Content, Grid, Para, Run
from disclint.source import Place

Locate = Callable[[int], Place]
"""Gives the place of an offset in the page."""

_SPACE = " \t\n\f\r"
_WORDS = re.compile(r"[^ \t\n\f\r]++(?: [^ \t\n\f\r]++)*+")
_REFERENCE = re.compile(
    r"&(?:\#(?P<hex>[xX])?0*+"
    r"(?P<number>(?(hex)[0-9a-fA-F]{1,7}(?![0-9a-fA-F])|[0-9]{1,8}(?![0-9])));?"
    r"|(?P<name>[a-zA-Z][a-zA-Z0-9]{1,31};?))"
)
_FIRST_CHINESE = "\u2e80"
_CHINESE_MARKS = frozenset("“”‘’…—·")


def locator(page: str) -> Locate:
    """Return what gives the place of an offset in `page`."""
    starts = [0, *(match.end() for match in re.finditer("\n", page))]

    def locate(offset: int) -> Place:
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1)

    return locate


@define
class Flow:
    """The paragraphs and tables so far, and the line of text that is being written."""

    locate: Locate
    blocks: list[Content] = field(factory=list)
    _runs: list[Run] = field(init=False, factory=list)
    _picture: Run | None = field(init=False, default=None)
    _gap: int | None = field(init=False, default=None)
    """Where the white space begins that nothing has followed yet."""
    _is_gap_of_line: bool = field(init=False, default=False)
    """Whether that white space breaks the line of the page."""

    def write(self, text: str, offset: int) -> None:
        """Write text of the page, in which references to characters may stand."""
        if "&" not in text:
            self._flow(text, offset)
            return
        position = 0
        for start, end, char in _references(text):
            self._flow(text[position:start], offset + position)
            if char in _SPACE:
                self.space(offset + start)
            else:
                self._put(char, offset + start)
            position = end
        self._flow(text[position:], offset + position)

    def write_lines(self, text: str, offset: int) -> None:
        """Write text whose white space is kept and whose lines are paragraphs."""
        for index, line in enumerate(text.split("\n")):
            if index:
                self.end_paragraph()
            position = 0
            for start, end, char in _references(line):
                self._put(line[position:start], offset + position)
                self._put(char, offset + start)
                position = end
            self._put(line[position:], offset + position)
            offset += len(line) + 1

    def space(self, offset: int) -> None:
        """Part what follows from what stands before."""
        self._open_gap("", offset)

    def picture(self, offset: int) -> None:
        """Note that the paragraph has a picture, which comes after its text."""
        self._picture = Run(PICTURE, self.locate(offset))

    def end_paragraph(self) -> None:
        """End the paragraph, if there is one."""
        if any(run.text.strip() for run in self._runs):
            self.blocks.append(Para(self._runs))
        if self._picture:
            self.blocks.append(Para([self._picture]))
        self._runs = []
        self._picture = None
        self._gap = None

    def add(self, grid: Grid) -> None:
        """Add a table."""
        self.end_paragraph()
        self.blocks.append(grid)

    def _flow(self, text: str, offset: int) -> None:
        position = 0
        for words in _WORDS.finditer(text):
            if words.start() > position:
                self._open_gap(text[position : words.start()], offset + position)
            self._put(words[0], offset + words.start())
            position = words.end()
        if position < len(text):
            self._open_gap(text[position:], offset + position)

    def _open_gap(self, white: str, offset: int) -> None:
        if self._gap is None:
            self._gap = offset
            self._is_gap_of_line = False
        self._is_gap_of_line |= "\n" in white

    def _put(self, text: str, offset: int) -> None:
        if not text:
            return
        if self._gap is not None and self._runs and not self._is_mere_line_end(text):
            self._runs.append(Run(" ", self.locate(self._gap)))
        self._gap = None
        self._runs.append(Run(text, self.locate(offset)))

    def _is_mere_line_end(self, text: str) -> bool:
        """Whether the gap but breaks the line between two Chinese characters."""
        before = self._runs[-1].text[-1]
        return self._is_gap_of_line and _is_chinese(before) and _is_chinese(text[0])


def _is_chinese(char: str) -> bool:
    return char >= _FIRST_CHINESE or char in _CHINESE_MARKS


def _references(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the references to characters in `text`: where each begins and ends, and what it says.

    The longest name that is known counts; older names do without the semicolon.
    """
    for match in _REFERENCE.finditer(text):
        name = match["name"]
        if name is None:
            char = unescape(f"&#{match['hex'] or ''}{match['number']};")
            yield match.start(), match.end(), "\ufffd" if char == "\r" else char
            continue
        length = next((length for length in range(len(name), 1, -1) if name[:length] in html5), 0)
        if length:
            yield match.start(), match.start("name") + length, html5[name[:length]]
