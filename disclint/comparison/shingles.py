"""Text cut into overlapping pieces, by which copied text is known again."""

import re
import zlib
from array import array
from collections.abc import Iterator, Sequence
from heapq import nsmallest

LENGTH = 8
"""How many letters a piece has: as many as two writers seldom happen to put in the same order."""
_MARKS = 16
"""How many pieces stand for a text in a sketch."""
_NO_LETTER = re.compile(r"[^\u3400-\u9fff]+")


def shingles(letters: str) -> Iterator[str]:
    """Yield each piece of `letters`, the one after starting one letter later."""
    for start in range(len(letters) - LENGTH + 1):
        yield letters[start : start + LENGTH]


def sketch(text: str) -> Sequence[int]:
    """Return the marks of a text: its pieces of Chinese letters with the lowest checksums.

    Texts that share most of their pieces share most of their marks, however long they are.
    """
    pieces = set(shingles(_NO_LETTER.sub("", text)))
    return array("I", nsmallest(_MARKS, map(_checksum, pieces)))


def _checksum(piece: str) -> int:
    return zlib.crc32(piece.encode())


def shared(one: str, other: str) -> float:
    """Return what part of the pieces of `one` stand in `other` as well."""
    known = set(shingles(other))
    pieces = list(shingles(one))
    return sum(piece in known for piece in pieces) / len(pieces) if pieces else 0.0


def longest_run(one: str, other: str) -> tuple[int, int, int]:
    """Return where the longest run of pieces that both have starts in either, and its letters.

    A run begins at the first place in `other` where a piece stands, and goes on as long as both do,
    so that it takes time in proportion to the length of the texts.
    """
    theirs = list(shingles(other))
    places: dict[str, int] = {}
    for at, piece in enumerate(theirs):
        places.setdefault(piece, at)
    best, run, found = (0, 0, 0), 0, -1
    for at, piece in enumerate(shingles(one)):
        if run and theirs[found + 1 : found + 2] == [piece]:
            found, run = found + 1, run + 1
        else:
            found = places.get(piece, -1)
            run = int(found >= 0)
        if run > best[2]:
            best = (at - run + 1, found - run + 1, run)
    start, elsewhere, length = best
    return start, elsewhere, length + LENGTH - 1 if length else 0


def in_common(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many marks two sketches share."""
    return len(set(one) & set(other))
