"""Official tables whose words stand in a text, but in no layout that is known."""

from collections.abc import Container, Sequence

from disclint import spelling
from disclint.forms import Form
from disclint.nodes import Paragraph, Report

_SHORTEST_WORD = 4
_LEAST_WORDS = 6
_LONGEST_TEXT = 200_000


def find_unread(report: Report, read: Container[int], forms: Sequence[Form]) -> frozenset[int]:
    """Return the numbers of the tables not `read` of whose words the text has six or more.

    Prose names a row or two; only a table names many. Past the first 200,000 characters of a text
    nobody looks.
    """
    wanted = [form for form in forms if form.table not in read]
    if not wanted:
        return frozenset()
    text = _text(report)
    return frozenset(
        form.table
        for form in wanted
        if sum(len(word) >= _SHORTEST_WORD and word in text for word in form.labels) >= _LEAST_WORDS
    )


def _text(report: Report) -> str:
    pieces: list[str] = []
    for block in report.blocks():
        if isinstance(block, Paragraph):
            pieces.append(block.text)
        else:
            pieces += (cell.text for row in block.rows for cell in row.cells)
    return spelling.normal("".join(pieces)[:_LONGEST_TEXT])
