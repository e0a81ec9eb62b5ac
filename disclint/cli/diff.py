"""What would be changed in a file, as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LINE_END = "\n"
_NO_END = "\\ No newline at end of file\n"


def make_diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of the diff; line ends are as in the file, but for a lone CR."""
    name = f"{path}\t" if " " in path else path  # a tab ends a name that has spaces in it
    for line in unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith(_LINE_END) else f"{line}\n{_NO_END}"


def _lines(text: str) -> list[str]:
    """Return the lines of `text`, which no other character than CR and LF parts.

    A lone CR would have a terminal write one line over the other.
    """
    lines = _LINE.findall(text)
    return [f"{line[:-1]}\n" if line.endswith("\r") else line for line in lines]
