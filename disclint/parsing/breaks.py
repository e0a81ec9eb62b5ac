"""Long lines that hold headings, prose and tables, cut where each begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from disclint import spelling
from disclint.marks import CELL_END, ROW_END
from disclint.parsing.labels import FIGURE, Label, find_labels, find_words
from disclint.parsing.lines import Lines, Vocabulary

_SHORTEST_LINE = 30
"""How long a line is at least to be cut: a heading and anything else."""
_LEAST_HEADINGS = 2
_LEAST_LABELS = 6
_LEAST_AFTER_HEADING = 3
_SHORTEST_LABEL = 4
"""How many labels a table has at least, fewer right after a heading, and how long those are."""
_LONGEST_GAP = 400
_MOST_UNKNOWN = 40
"""How many letters may stand between two labels of a table, without its figures."""
_LEAST_TIGHT = 0.7
"""What part of the labels has nothing but figures up to the next one."""
_LONGEST_REST = 10
_HEADING_NUMBER = re.compile(r"[一二三四五六七八九十]\s*[、.．]")
_LONG_CLAUSE = re.compile(r"[^，。；：！？]{40}")
_CLAUSE_ENDS = re.compile(r"[。;!?:,]")
_FIGURES = re.compile(FIGURE)
_NO_WORDS = re.compile(rf"(?:\s|{FIGURE}|[-—–－―/／\\＼])*")
_FIGURE_RUN = re.compile(rf"(?:\s*(?:{FIGURE}|[-—–－―/／\\＼]+(?!\S)))+")
_LAST_WORD = re.compile(r"\S+$")
_BETWEEN_LISTED = re.compile(r"[、,;。”\"》及和与以]{1,3}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_REST = re.compile(r"\w{1,10}")


@frozen
class _Piece:
    """A piece of a line, from `start` to `end`."""

    start: int
    end: int
    is_table: bool = False


def cut_lines(text: str, vocabulary: Vocabulary) -> Lines:
    """Return the lines of `text`, a long one that holds several things being cut into pieces."""
    texts: list[str] = []
    starts: list[int] = []
    pieces: list[int] = []
    tables: list[int] = []
    offset = 0
    for line in text.split("\n")[:-1]:
        for piece in _cut(line, vocabulary) if _may_be_cut(line) else ():
            if piece.is_table:
                tables.append(len(texts))
            pieces.append(len(texts))
            starts.append(offset + piece.start)
            texts.append(line[piece.start : piece.end])
        if not starts or starts[-1] < offset:
            starts.append(offset)
            texts.append(line)
        offset += len(line) + 1
    return Lines(texts, [*starts, offset], pieces, frozenset(tables))


def _may_be_cut(line: str) -> bool:
    """Whether a line is long, and not a row of a layout that has marks for its cells.

    Nothing is looked for in prose of common sentences without a number as headings bear it.
    """
    if len(line) <= _SHORTEST_LINE or "|" in line or CELL_END in line or ROW_END in line:
        return False
    if line.startswith("\t") and "\t" not in line.strip():
        return False
    return bool(_HEADING_NUMBER.search(line) or _LONG_CLAUSE.search(line))


def _cut(line: str, vocabulary: Vocabulary) -> Sequence[_Piece]:
    """Return the pieces of a line, or nothing where it is all of a piece."""
    trace = spelling.traced(line)
    headings = list(_headings(line, trace, vocabulary))
    edges = [0, *(edge for one in headings for edge in (one.start, one.end)), len(trace.text)]
    stretches = list(zip(edges[::2], edges[1::2], strict=True))
    tables = [list(_tables(line, trace, *stretch, vocabulary)) for stretch in stretches]
    if len(headings) < _LEAST_HEADINGS and not any(tables):
        return ()
    marks = [_Piece(*_place(trace, one.start, one.end)) for one in headings]
    marks += (table for found in tables for table in found)
    marks.sort(key=lambda piece: piece.start)
    return list(_filled(marks, len(line)))


def _place(trace: spelling.Traced, start: int, end: int) -> tuple[int, int]:
    span = trace.span(start, end)
    return span.start, span.end


def _filled(marks: Sequence[_Piece], end: int) -> Iterator[_Piece]:
    """Yield `marks` and what stands between them, up to `end`."""
    cursor = 0
    for mark in marks:
        if cursor < mark.start:
            yield _Piece(cursor, mark.start)
        yield mark
        cursor = mark.end
    if cursor < end:
        yield _Piece(cursor, end)


def _headings(line: str, trace: spelling.Traced, vocabulary: Vocabulary) -> Iterator[Label]:
    """Yield the numbered headings in a line, those apart that a sentence lists."""
    words = frozenset(vocabulary.headings)
    found = [
        heading
        for heading in find_words(words, trace.text)
        if heading.is_numbered
        and not trace.text.startswith("(", heading.start)
        and not _goes_on(line, trace, heading, words)
    ]
    listed: set[int] = set()
    for one, other in pairwise(range(len(found))):
        between = trace.text[found[one].end : found[other].start]
        if _BETWEEN_LISTED.fullmatch(between):
            listed |= {one, other}
    yield from (heading for index, heading in enumerate(found) if index not in listed)


def _goes_on(line: str, trace: spelling.Traced, heading: Label, words: frozenset[str]) -> bool:
    """Whether a heading that others begin with may go on as none of them does."""
    if heading.end == len(trace.text) or not any(
        word != heading.text and word.startswith(heading.text) for word in words
    ):
        return False
    return _HAN.match(line, trace.offsets[heading.end - 1] + 1) is not None


def _tables(
    line: str, trace: spelling.Traced, start: int, end: int, vocabulary: Vocabulary
) -> Iterator[_Piece]:
    """Yield the tables of a line between two headings."""
    run: list[Label] = []
    for label in find_labels(vocabulary.labels, trace.text, start, end):
        if run and not _is_near(trace.text[run[-1].end : label.start]):
            yield from _table(line, trace, run, start, end)
            run = []
        run.append(label)
    if run:
        yield from _table(line, trace, run, start, end)


def _is_near(gap: str) -> bool:
    """Whether two labels with `gap` between them may be of one table."""
    if len(gap) > _LONGEST_GAP:
        return False
    words = _FIGURES.sub("", gap)
    return len(words) <= _MOST_UNKNOWN and _CLAUSE_ENDS.search(words) is None


def _table(
    line: str, trace: spelling.Traced, run: Sequence[Label], start: int, end: int
) -> Iterator[_Piece]:
    """Yield the piece of a line in which the labels `run` make up a table, if they do.

    They stand between two headings, of which the first ends at `start`.
    """
    least = _LEAST_AFTER_HEADING if 0 < start == run[0].start else _LEAST_LABELS
    if len({one.text for one in run if len(one.text) >= _SHORTEST_LABEL}) < least:
        return
    gaps = [trace.text[one.end : other.start] for one, other in pairwise(run)]
    tight = sum(_NO_WORDS.fullmatch(gap) is not None for gap in gaps)
    first, last = _place(trace, run[0].start, run[-1].end)
    stop = trace.offsets[end] if end < len(trace.text) else len(line)
    table_end = _after_figures(line, last, stop)
    if tight >= _LEAST_TIGHT * len(gaps) and (table_end > last or any(map(_FIGURES.search, gaps))):
        yield _Piece(first, table_end, is_table=True)


def _after_figures(line: str, start: int, end: int) -> int:
    """Return where the figures end that follow on the last label of a table.

    One that touches words may be theirs, `2020年`: it is left to them, or where it is the only
    one the words go with it, for the reader of the table to see.
    """
    run = _FIGURE_RUN.match(line, start, end)
    if run is None:
        return start
    if run.end() == end or line[run.end()].isspace() or not _HAN.match(line, run.end()):
        return run.end()
    last = _LAST_WORD.search(run[0])
    if last and last.start() and run[0][: last.start()].strip():
        return start + len(run[0][: last.start()].rstrip())
    rest = _REST.match(line, run.end(), min(end, run.end() + _LONGEST_REST))
    return rest.end() if rest else run.end()
