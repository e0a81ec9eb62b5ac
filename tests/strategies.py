"""Hypothesis strategies: spans, respelt words, numbers, and texts from odd to well-formed."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import get_args

from attrs import frozen
from hypothesis import strategies as st

from disclint.source import Span
from tests.writing import LayoutName

HEADINGS = ("一、总体情况", "二、主动公开政府信息情况", "四、政府信息公开行政复议、行政诉讼情况")
LABELS = ("规章", "行政许可", "总计", "（一）予以公开", "1.属于国家秘密", "四、结转下年度继续办理")
FIGURES = ("0", "12", "+4", "－18", "１２", "13,185", "无", "-", "/", "2.5", "5件", "3.5万元")
PAGE_NUMBERS = ("- 4 -", "— ４ —", "第 3 页", "第3页，共9页")
ODD_SPACES = (
    "\u3000",
    "\u00a0",
    "\u2002",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u200b",
    "\ufeff",
)
NOISE = ("", "", " ", "\n", "\t", "\u3000", "\u00a0", "\u2002", "\u200b", "\ufeff", "\u00ad")
WIDTHS = str.maketrans("（），：/0123456789", "(),:／０１２３４５６７８９")

_ENDS = st.integers(min_value=0, max_value=40)
spans = st.tuples(_ENDS, _ENDS).map(lambda ends: Span(min(ends), max(ends)))
"""Spans near each other, so that many overlap, touch or hold one another."""

counts = st.integers(min_value=0, max_value=10**12)
amounts = st.decimals(
    min_value=Decimal(0), max_value=Decimal(10**9), places=4, allow_nan=False, allow_infinity=False
)


@st.composite
def respelt(draw: st.DrawFn, words: Sequence[str]) -> tuple[str, str]:
    """Return one of `words`, and the same in other widths with spaces strewn in."""
    word = draw(st.sampled_from(words))
    letters = [draw(st.sampled_from([letter, letter.translate(WIDTHS)])) for letter in word]
    noise = draw(st.lists(st.sampled_from(NOISE), min_size=len(word), max_size=len(word)))
    return word, "".join(chain.from_iterable(zip(noise, letters, strict=True)))


_WORDS = st.sampled_from(
    (*HEADINGS, *LABELS, *FIGURES, *PAGE_NUMBERS, *ODD_SPACES, "平稳", "。", "")
)
_PADDED = st.tuples(st.sampled_from(("", " ", *ODD_SPACES)), _WORDS).map("".join)
_LINES = st.one_of(
    _PADDED,
    _PADDED.map("\t{}".format),
    st.lists(_WORDS, min_size=1, max_size=4).map(lambda cells: f"| {' | '.join(cells)} |"),
    st.sampled_from(
        (
            "",
            "",
            "\t",
            " \t",
            "\t\u3000",
            "|---|---|",
            "||",
            "|",
            "规章 |",
            "0 |",
            "┌──┬──┐",
            "字" * 61,
        )
    ),
)
odd_texts = st.one_of(
    st.lists(_LINES, max_size=15).map("\n".join),
    st.lists(st.one_of(_WORDS, st.sampled_from("\t\n\r|-一1")), max_size=30).map("".join),
    st.text(max_size=60),
)
"""Texts of anything that a layout or a heading may begin with, in any order."""


@frozen
class WrittenSection:
    """A heading, and the table that stands under it."""

    heading: str
    layout: LayoutName
    rows: list[list[str]]


def _filled(least: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(FIGURES), min_size=least, max_size=4)


_LABELLED = st.lists(st.sampled_from(LABELS), min_size=1, max_size=2)
_FULL_ROWS = st.tuples(_LABELLED, _filled(1)).map(lambda row: [*row[0], *row[1]])
_GAPPY_ROWS = st.tuples(
    st.sampled_from(LABELS), st.lists(st.sampled_from(("", *FIGURES)), min_size=1, max_size=4)
).map(lambda row: [row[0], *row[1]])
_GAPLESS: tuple[LayoutName, ...] = ("paragraphs", "oneline", "aligned", "printed")
"""The layouts in which an empty cell leaves no trace, or looks like another row's."""


@st.composite
def _section(draw: st.DrawFn) -> WrittenSection:
    layouts: tuple[LayoutName, ...] = get_args(LayoutName)
    layout = draw(st.sampled_from(layouts))
    rows = _FULL_ROWS if layout in _GAPLESS else _GAPPY_ROWS
    least = 2 if layout in ("oneline", "aligned", "printed") else 1
    table = draw(st.lists(rows, min_size=least, max_size=4))
    if layout in ("cells", "turns", "tabs"):
        table.insert(0, draw(_FULL_ROWS))  # without any figure it might be a menu
    return WrittenSection(draw(st.sampled_from(HEADINGS)), layout, table)


written_sections = st.lists(_section(), min_size=1, max_size=4)
"""Sections whose tables stand in any layouts, each with two cells a row at least."""
