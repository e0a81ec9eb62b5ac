"""Brackets and quotation marks in pairs."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.check import Edit, Finding, Fix, told

_PARTNER = dict(zip("（([［〔【｛{《〈", "）)]］〕】｝}》〉", strict=True))
_BRACKETS = re.escape("".join((*_PARTNER, *_PARTNER.values())))
_PAIR = re.compile(
    rf"(?P<open>[{re.escape(''.join(_PARTNER))}])(?P<within>[^{_BRACKETS}]{{1,30}})"
    rf"(?P<close>[{re.escape(''.join(_PARTNER.values()))}])"
)
_NEXT_BRACKET = re.compile(f"[{_BRACKETS}]")
# `（含：1)文字` : the bracket that closes is that of an item's number.
_ITEM_AT_END = re.compile(
    r"[^A-Za-z\d一二三四五六七八九十](?:[A-Za-z]|\d{1,2}|[一二三四五六七八九十])$"
)
_QUOTE = re.compile('[“”"]')
_MIXED_QUOTE = re.compile('“[^“”"]{1,60}"')
_WHOLE = ("。", "！", "；", "!", ";", ".")
_WIDE = str.maketrans("()[]{}", "（）［］｛｝")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 3
"""So many marks left open are told: if there are more, they have one cause."""


@frozen
class PairedMarks:
    """Brackets of two kinds for one pair, and quotation marks that nothing of their kind closes."""

    looks_at = BoundReport
    facts = told("text", quote="text", unclosed="text")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each pair of two kinds, and for the first few marks left open.

        What a page break or a converter may have torn apart is not counted.
        """
        passages = report.passages
        for passage in passages:
            yield from _mixed_brackets(passage)
            yield from _mixed_quotes(passage)
        yield from islice(_unclosed(passages), _MOST)


def _finding(
    passage: Passage, start: int, end: int, variant: str, marks: tuple[str, str] | None = None
) -> Finding:
    """Return what is found at a place, which ought to begin and end with `marks`."""
    text = passage.written[start:end]
    edits = [
        Edit(passage.written_span(at, at + 1), mark)
        for at, mark in zip((start, end - 1), marks or (), strict=False)
        if passage.written[at] != mark
    ]
    fix = Fix(tuple(edits), is_safe=True) if edits else None
    span = passage.written_span(start, end)
    return Finding(span, {"text": spelling.quoted(text)}, variant, fix=fix)


def _mixed_brackets(passage: Passage) -> Iterator[Finding]:
    """Yield the pairs of two kinds, but for those whose own partner may yet come."""
    text = passage.written
    for pair in _PAIR.finditer(text):
        partner = _PARTNER[pair["open"]]
        following = _NEXT_BRACKET.search(text, pair.end())
        if (
            pair["close"] != partner
            and not (following and following[0] == partner)
            and not _ITEM_AT_END.search(pair["within"])
        ):
            yield _finding(passage, *pair.span(), "", _pair_for(pair))


def _pair_for(pair: re.Match[str]) -> tuple[str, str] | None:
    """Return the pair that is meant: the wide one of that shape, or that of a year, `〔2021〕`."""
    if _YEAR.fullmatch(pair["within"]) and {pair["open"], pair["close"]} & {"〔", "〕"}:
        return "〔", "〕"
    start, end = pair["open"].translate(_WIDE), pair["close"].translate(_WIDE)
    return (start, end) if _PARTNER[start] == end else None


def _mixed_quotes(passage: Passage) -> Iterator[Finding]:
    """Yield the one pair that begins with a curly and ends with the only straight mark."""
    text = passage.written
    if text.count('"') == 1 and text.count("“") == text.count("”") + 1:
        for pair in _MIXED_QUOTE.finditer(text):
            yield _finding(passage, *pair.span(), "quote", ("“", "”"))


def _unclosed(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield each passage whose last opening mark nothing closes, in it or in the next one."""
    for index, passage in enumerate(passages):
        text = passage.written
        if "“" not in text or '"' in text or text.count("“") != text.count("”") + 1:
            continue
        rest = "".join(_QUOTE.findall("".join(one.written for one in passages[index + 1 :])))
        if not text.rstrip().endswith(_WHOLE) or rest.startswith(("”", '"')):
            continue
        start = _culprit(text)
        if start is not None:
            yield _finding(passage, start, min(start + 12, len(text.rstrip())), "unclosed")


def _culprit(text: str) -> int | None:
    """Return the opening mark that is not closed before the next one or the end.

    At the head of a passage it may open a speech of several paragraphs.
    """
    marks = list(_QUOTE.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[0] == "“" and (following is None or following[0] == "“"):
            return mark.start() if text[: mark.start()].strip() else None
    return None
