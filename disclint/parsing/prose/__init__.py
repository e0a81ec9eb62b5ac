"""Prose as sentences of clauses, in which words of known classes and quantities stand."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from disclint.nodes import Aside, Clause, Count, Quantity, Range, Sentence, Share, Term, Word
from disclint.parsing.grammar import Builder, Given, open_grammar
from disclint.parsing.prose.numerals import read_numerals
from disclint.parsing.prose.words import WordList
from disclint.source import Span

__all__ = ["WordList", "read_prose"]

_SCALES = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000)} | {
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
}


class _ProseBuilder(Builder):
    def start(self, children: list[Sentence]) -> tuple[Sentence, ...]:
        return tuple(children)

    def sentence(self, children: list[Clause | Token]) -> Sentence:
        clauses = _marked(children)
        return Sentence(clauses=clauses, span=clauses[0].span | clauses[-1].span)

    def clause(self, children: list[Term]) -> Clause:
        return Clause(terms=tuple(children), span=children[0].span | children[-1].span)

    def word(self, children: list[Token]) -> Word:
        (token,) = children
        return Word(kind=token.type, text=str(token), span=_span(children))

    def count(self, children: list[Token]) -> Count:
        return Count(quantity=_quantity(children), span=_span(children))

    def range(self, children: list[Token]) -> Range:
        return Range(span=_span(children))

    def share(self, children: list[Token]) -> Share:
        return Share(quantity=evolve(_quantity(children), unit="%"), span=_span(children))

    def aside(self, children: list[Clause | Token]) -> Aside:
        clauses = _marked(children)
        span = clauses[0].span | clauses[-1].span if clauses else Span(0, 0)
        return Aside(clauses=clauses, span=span)


def read_prose(text: str, words: WordList, own: Sequence[str] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, which is in normal form; none where it cannot be read.

    `own` are names of the body that reports.
    """
    sentences: Any
    try:
        sentences = _parser().parse(list(words.tokens(text, own)))
    except UnexpectedInput:
        return ()
    assert isinstance(sentences, tuple)  # noqa: S101 - Lark's results are untyped
    return sentences


@cache
def _parser() -> Lark:
    return open_grammar("prose", _ProseBuilder(), start="start", lexer=Given)


def _span(tokens: Sequence[Token]) -> Span:
    return Span(int(tokens[0].start_pos or 0), int(tokens[-1].end_pos or 0))


def _marked(children: Sequence[Clause | Token]) -> tuple[Clause, ...]:
    """Return the clauses among `children`, each with the mark that follows."""
    clauses: list[Clause] = []
    for child in children:
        if isinstance(child, Clause):
            clauses.append(child)
        else:
            clauses[-1] = evolve(clauses[-1], mark=str(child)[:1])
    return tuple(clauses)


def _quantity(tokens: Sequence[Token]) -> Quantity:
    """Return what the tokens of a number say; 万元 stays a unit, as the forms have it."""
    words = {token.type: str(token) for token in tokens}
    scale = words.get("SCALE", "")
    number = _number(words["NUMBER"])
    return Quantity(
        value=number * _SCALES[scale],
        unit=words.get("UNIT", ""),
        about="ABOUT" in words or bool(scale),  # 1.2万 is rounded, whether or not 余 follows
    )


def _number(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    digits = "".join(str(read_numerals(numeral)) for numeral in fraction)
    return Decimal(f"{read_numerals(whole)}.{digits}".rstrip("."))
