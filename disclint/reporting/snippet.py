"""A line with a caret under what is wrong with it, wherever wide characters stand."""

from collections.abc import Iterator

from disclint.diagnostics import Diagnostic
from disclint.reporting.columns import display_width
from disclint.reporting.escaping import drawable

_WIDEST = 76
_CONTEXT = 24
"""How much of a long line is shown, and how much before the place."""
_CUT = "..."


def snippet(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    """Yield lines to be shown, each with what stands in its margin; none if there is no text.

    The caret's line has the tabs of the one above it, so both are laid out alike.
    """
    start, end = diagnostic.start, diagnostic.end
    if diagnostic.line:
        last = end.column - 1 if end.line == start.line else len(diagnostic.line)
        shown, caret = _drawn(diagnostic.line, start.column - 1, last)
        yield str(start.line), shown
    elif diagnostic.text:
        shown, caret = _drawn(diagnostic.text, 0, len(diagnostic.text))
        yield "" if start.part else str(start.line), shown
    else:
        return
    yield "", caret


def _drawn(line: str, start: int, end: int) -> tuple[str, str]:
    """Return what is shown of `line`, and carets under the stretch from `start` to `end`."""
    line = drawable(line)
    left, right = _window(line, start)
    lead = _CUT if left else ""
    shown = lead + line[left:right] + (_CUT if right < len(line) else "")
    gap = " " * len(lead) + "".join(map(_blank, line[left:start]))
    return shown, gap + "^" * max(1, display_width(line[start : min(end, right)]))


def _blank(character: str) -> str:
    return "\t" if character == "\t" else " " * display_width(character)


def _window(line: str, start: int) -> tuple[int, int]:
    """Return from where to where a line is shown so that `start` is seen."""
    if display_width(line) <= _WIDEST:
        return 0, len(line)
    left = start
    while left and display_width(line[left - 1 : start]) <= _CONTEXT:
        left -= 1
    right = left
    while right < len(line) and display_width(line[left : right + 1]) <= _WIDEST:
        right += 1
    return left, right
