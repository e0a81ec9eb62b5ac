"""A text cut into lines, and the words that tell what a line may be."""

import re
from itertools import accumulate

from attrs import field, frozen

from disclint import spelling
from disclint.source import Span

_PAGE_NUMBER = re.compile(
    r"[-—–－―]+ *[0-9０-９]{1,3} *[-—–－―]+"
    r"|第 *[0-9０-９]{1,3} *页(?: *[,，]? *共 *[0-9０-９]{1,3} *页)?"
)
_LONGEST_LABEL = 200
_LONGEST_HEADING = 60
_HEADING_CLOSENESS = 0.8


@frozen
class Vocabulary:
    """The words by which official tables and headings are known, in normal form."""

    labels: frozenset[str]
    headings: frozenset[str]
    bracketed: bool = False
    """Whether a heading may be numbered （一）, which is a section's only where none is 一、."""

    def is_label(self, text: str) -> bool:
        """Whether `text` is a label of a form, however it is spelt."""
        if len(text) > _LONGEST_LABEL:
            return False
        label = spelling.label(text)
        return label.text in self.labels or label.core in self.labels

    def is_heading(self, text: str) -> bool:
        """Whether `text` is a section's heading: a known one, or a numbered one much like it.

        `一、2019年政府信息公开工作的总体情况` is like `总体情况`, in which it ends.
        """
        if len(text) > _LONGEST_HEADING:
            return False
        label = spelling.label(text)
        if label.number.startswith("(") and not self.bracketed:
            return False
        if label.text in self.headings:
            return True
        if not label.number or self.is_label(text):
            return False
        return any(
            label.text.endswith(heading)
            or spelling.closeness(label.text, heading) >= _HEADING_CLOSENESS
            for heading in self.headings
        )

    def is_heading_of_two(self, first: spelling.Label, rest: str) -> bool:
        """Whether a known heading is broken into `first` and the line `rest`."""
        return (
            any(heading.startswith(first.text) for heading in self.headings)
            and (self.bracketed or not first.number.startswith("("))
            and first.text + spelling.normal(rest) in self.headings
        )


@frozen
class Lines:
    """The lines of a text without their ends, and the offset at which each starts."""

    texts: list[str]
    starts: list[int] = field(init=False)

    @starts.default
    def _find_starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self.texts)]

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.texts)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the lines from `first` up to `end`, with their line ends."""
        return Span(self.starts[first], self.starts[end])

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
    label = spelling.label(text)
    if label.number and label.text:
        following = lines.next_text(index)
        rest = lines.texts[following] if following < len(lines) else ""
        if 0 < len(rest) <= _LONGEST_HEADING and vocabulary.is_heading_of_two(label, rest):
            return following + 1
    return index + 1 if vocabulary.is_heading(text) else index
