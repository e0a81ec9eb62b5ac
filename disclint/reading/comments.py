"""Comments that speak to disclint, taken out of a text so that nothing else sees them."""

import re
from collections.abc import Iterator

from disclint.source import Comment, Place

_MARK = re.compile(r"<!--\s*disclint\s*[:：]", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*disclint\s*[:：]", re.IGNORECASE)
_END = "-->"


def take_out(text: str) -> tuple[str, tuple[Comment, ...]]:
    """Return `text` without the lines that are such comments, and all of the comments.

    One that does not stand alone on its line is left where it is.
    """
    if not _MARK.search(text):
        return text, ()
    kept: list[str] = []
    comments: list[Comment] = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = list(_comments(line, number))
        comments += found
        if not any(comment.is_alone for comment in found):
            kept.append(line)
    return "\n".join(kept), tuple(comments)


def addressed(comment: str) -> str | None:
    """Return what a comment of a page says to disclint, or nothing where it says nothing to it."""
    address = _ADDRESS.match(comment)
    return " ".join(comment[address.end() :].split()) if address else None


def _comments(line: str, number: int) -> Iterator[Comment]:
    for mark in _MARK.finditer(line):
        text, end, rest = line[mark.end() :].partition(_END)
        is_alone = not line[: mark.start()].strip() and not rest.strip()
        place = Place(number, mark.start() + 1)
        yield Comment(" ".join(text.split()), place, bool(end), is_alone)
