"""Text from a report or a file's name made harmless where people read it."""

import re

_ODD = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What moves the cursor, colours, ends a line or turns the direction of what follows."""


def printable(text: str) -> str:
    r"""Return `text` in one line, with what a terminal would obey written out: `\x1b`."""
    return _ODD.sub(_written_out, text)


def drawable(line: str) -> str:
    """Return a line in which every character keeps its width, and tabs stay."""
    return _ODD.sub(lambda odd: "\t" if odd[0] == "\t" else "?", line)


def _written_out(odd: re.Match[str]) -> str:
    return odd[0].encode("unicode_escape").decode()
