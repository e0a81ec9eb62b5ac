"""Lark parsers made from the grammars of `disclint.grammars`."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from lark import Lark, Token, Transformer, Tree
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState


class Builder(Transformer[Token, Any]):
    """One method a grammar rule, each of the rule's name; a rule without a method is a mistake."""

    def __default__(self, data: str, children: list[Any], _meta: object) -> Tree[Any]:
        """Refuse what would otherwise stay in the document as a bare tree.

        Lark's own rules, which stand for repetition and begin with `_`, are taken apart by Lark.
        """
        if data.startswith("_"):
            return Tree(data, children)
        message = f"no builder method for the grammar rule {data!r}"
        raise NotImplementedError(message)


class Given(Lexer):
    """A lexer for tokens that are found already."""

    __future_interface__ = 2

    def __init__(self, _conf: LexerConf) -> None:
        """Take what Lark hands to every lexer."""

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        """Yield the tokens that the parser was given in the place of a text."""
        del parser_state
        yield from cast("Iterable[Token]", lexer_state.text)


def open_grammar(
    name: str, builder: Builder, *, start: str, lexer: str | type[Lexer] = "contextual"
) -> Lark:
    """Return the parser of `grammars/<name>.lark` that hands what it reads to `builder`."""
    return Lark.open_from_package(
        "disclint.grammars",
        f"{name}.lark",
        parser="lalr",
        lexer=lexer,
        start=start,
        transformer=builder,
    )
