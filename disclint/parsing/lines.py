"""A text cut into lines, and the words that tell what a line may be."""

import re
from bisect import bisect_left
from itertools import accumulate

from attrs import evolve, field, frozen

from disclint import spelling
from disclint.source import Span

_PAGE_NUMBER = re.compile(
    r"[-—–－―]+ *[0-9０-９]{1,3} *[-—–－―]+"
    r"|第 *[0-9０-９]{1,3} *页(?: *[,，]? *共 *[0-9０-９]{1,3} *页)?"
)
_LONGEST_LABEL = 200
_LONGEST_HEADING = 60
_HEADING_CLOSENESS = 0.8
_AFTER_HEADING = re.compile(r"[:：。，,;；\s]")
_NUMERALS = "一二三四五六七八九十"


@frozen
class Vocabulary:
    """The words by which official tables and headings are known, in normal form."""

    labels: frozenset[str]
    sections: tuple[frozenset[str], ...]
    """The headings by which each section is known."""
    items: frozenset[str] = frozenset()
    """The labels that bear an Arabic item number, with it: `1.属于国家秘密`."""
    bracketed: frozenset[int] = frozenset()
    """The sections, by index, whose heading may bear its number in brackets, as lesser ones do."""
    headings: dict[str, int] = field(init=False, eq=False)
    """Each heading with its section."""
    _all_labels: str = field(init=False, eq=False, repr=False)

    @_all_labels.default
    def _join_labels(self) -> str:
        return "\n".join(sorted(self.labels))

    @headings.default
    def _index_headings(self) -> dict[str, int]:
        return {text: index for index, texts in enumerate(self.sections) for text in texts}

    def is_label(self, text: str) -> bool:
        """Whether `text` is a label of a form, however it is spelt."""
        if len(text) > _LONGEST_LABEL:
            return False
        label = spelling.label(text)
        return label.text in self.labels or label.core in self.labels

    def is_fragment(self, text: str) -> bool:
        """Whether each word of `text` is a piece of some label, or a whole one."""
        if len(text) > _LONGEST_LABEL:
            return False
        return all(spelling.piece(word) in self._all_labels for word in text.split())

    def is_heading(self, text: str) -> bool:
        """Whether `text` is the heading of a section."""
        return self.section_of(text) is not None

    def section_of(self, text: str) -> int | None:
        """Return the section whose heading `text` is: a known one, or a numbered one much like it.

        `一、2019年政府信息公开工作的总体情况` is like `总体情况`, in which it ends.
        """
        if len(text) > _LONGEST_HEADING:
            return None
        label = spelling.heading(text)
        index = self.headings.get(label.text)
        if index is None and label.number and not self.is_label(text):
            index = self._much_like(label.text)
        return index if self._may_bear(label.number, index) else None

    def is_known_heading(self, text: str) -> bool:
        """Whether `text` is the heading of a section to the letter, with a number it may bear."""
        label = spelling.heading(text)
        index = self.headings.get(label.text)
        return index is not None and self._may_bear(label.number, index)

    def is_heading_of_two(self, first: spelling.Label, rest: str) -> bool:
        """Whether a known heading is broken into `first` and the line `rest`."""
        if not any(heading.startswith(first.text) for heading in self.headings):
            return False
        index = self.headings.get(first.text + spelling.normal(rest))
        return index is not None and self._may_bear(first.number, index)

    def _much_like(self, text: str) -> int | None:
        for heading, index in self.headings.items():
            if text.endswith(heading):
                return index
            shared = min(len(text), len(heading)) * 2  # letters at most, of those of both
            if shared >= _HEADING_CLOSENESS * (len(text) + len(heading)) and (
                spelling.closeness(text, heading) >= _HEADING_CLOSENESS
            ):
                return index
        return None

    def _may_bear(self, number: str, index: int | None) -> bool:
        if index is None or not number.startswith("("):
            return True
        return index in self.bracketed and number == f"({_NUMERALS[index : index + 1]})"


@frozen
class Lines:
    """The lines of a text without their ends, and the offset at which each starts.

    A long line that holds more than one thing is cut into pieces, each of which is a line here.
    """

    texts: list[str]
    starts: list[int] = field()
    pieces: list[int] = field(factory=list)
    """The lines, by index, that are pieces of a longer one."""
    tables: frozenset[int] = frozenset()
    """Those of them that are tables."""
    _end: int = field()

    @starts.default
    def _find_starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self.texts)]

    @_end.default
    def _count(self) -> int:
        return len(self.texts)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self._end

    def uncut_from(self, index: int) -> "Lines":
        """Return these lines up to the first piece of a line at or after `index`."""
        place = bisect_left(self.pieces, index)
        return evolve(self, end=self.pieces[place]) if place < len(self.pieces) else self

    def span(self, first: int, end: int) -> Span:
        """Return the span of the lines from `first` up to `end`, with their line ends."""
        return Span(self.starts[first], self.starts[end])

    def index_after(self, span: Span) -> int:
        """Return the first line that starts at or after the end of `span`."""
        return bisect_left(self.starts, span.end)

    def trimmed_span(self, index: int) -> Span:
        """Return the span of one line's text without the spaces around it."""
        text = self.texts[index]
        start = self.starts[index] + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))

    def next_text(self, index: int) -> int:
        """Return the first line after `index` that is not blank, or the number of lines."""
        return next((i for i in range(index + 1, len(self)) if self.texts[i].strip()), len(self))


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def heading_end(lines: Lines, index: int, vocabulary: Vocabulary) -> int:
    """Return the line after the heading that begins at `index`, or `index` if none does.

    A heading may be broken over two lines.
    """
    text = lines.texts[index].strip()
    if len(text) > _LONGEST_HEADING:
        return index
    label = spelling.heading(text)
    if label.number:
        following = lines.next_text(index)
        rest = lines.texts[following] if following < len(lines) else ""
        if 0 < len(rest) <= _LONGEST_HEADING and vocabulary.is_heading_of_two(label, rest):
            return following + 1
    return index + 1 if vocabulary.is_heading(text) else index


def heading_in_front(text: str, vocabulary: Vocabulary) -> int:
    """Return the length of the known heading, with its number, that prose follows on, or 0."""
    start = len(text) - len(text.lstrip())
    if not spelling.heading(text[: start + _LONGEST_HEADING]).number:
        return 0
    for mark in _AFTER_HEADING.finditer(text, start + 1, start + _LONGEST_HEADING):
        if vocabulary.is_known_heading(text[: mark.start()]):
            return mark.start()
    return 0
