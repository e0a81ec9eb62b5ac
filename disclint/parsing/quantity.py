"""Quantities: what the text of a cell says as a number."""

import unicodedata
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from attrs import evolve
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from disclint import spelling
from disclint.nodes import Quantity
from disclint.parsing.grammar import Builder, open_grammar

_WIDE = frozenset("０１２３４５６７８９＋－．％")


class Unread(Enum):
    """Why the text of a cell is no quantity."""

    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    FUSED = "fused"
    """Digits that may be one number or several."""
    WORDS = "words"


class _QuantityBuilder(Builder):
    def start(self, children: list[Quantity | Unread]) -> Quantity | Unread:
        return children[0]

    def quantity(self, children: list[Quantity | Token]) -> Quantity:
        words: dict[str, str] = {}
        number = Quantity(value=Decimal(0))
        for child in children:
            if isinstance(child, Token):
                words[child.type] = str(child).strip()
            else:
                number = child
        sign = words.get("SIGN", "")
        unit = words.get("SCALE", "") + words.get("UNIT", "")
        unit = unit or words.get("IN_BRACKETS", "").strip("()").removeprefix("单位:")
        return Quantity(
            value=-number.value if sign == "-" else number.value,
            sign=sign,
            unit=unit or ("元" if "CURRENCY" in words else ""),
            about="ABOUT" in words,
            marks=number.marks,
        )

    def number(self, children: list[Token]) -> Quantity:
        (token,) = children
        marks = []
        if "," in token:
            marks.append("thousands-mark")
        if " " in token:
            marks.append("space")
        digits = token.replace(",", "").replace(" ", "")
        return Quantity(value=Decimal(digits), marks=tuple(marks))

    def fused(self, _children: list[Token]) -> Unread:
        return Unread.FUSED

    def placeholder(self, _children: list[Token]) -> Unread:
        return Unread.PLACEHOLDER


@cache
def _parser() -> Lark:
    return open_grammar("quantity", _QuantityBuilder(), start="start")


@lru_cache(maxsize=8192)
def read_quantity(text: str) -> Quantity | Unread:
    """Return what `text` says as a number, or why it says none; never a guess.

    A report repeats few distinct texts, so each is parsed once; plain digits need no grammar.
    """
    text = text.strip()
    if not text:
        return Unread.BLANK
    if text.isascii() and text.isdigit() and (text[0] != "0" or text == "0"):
        return Quantity(value=Decimal(text))
    if any(unicodedata.category(char) == "No" for char in text):
        return Unread.WORDS  # ² or ① would be folded into a digit
    reading: Any
    try:
        reading = _parser().parse(spelling.folded(text).strip())
    except UnexpectedInput:
        return Unread.WORDS
    assert isinstance(reading, Quantity | Unread)  # noqa: S101 - Lark's results are untyped
    if isinstance(reading, Quantity) and not _WIDE.isdisjoint(text):
        return evolve(reading, marks=("wide-digits", *reading.marks))
    return reading
