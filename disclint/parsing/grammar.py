"""Lark parsers made from the grammars of `disclint.grammars`."""

from typing import Any

from lark import Lark, Token, Transformer, Tree


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


def open_grammar(name: str, builder: Builder, *, start: str) -> Lark:
    """Return the parser of `grammars/<name>.lark` that hands what it reads to `builder`."""
    return Lark.open_from_package(
        "disclint.grammars",
        f"{name}.lark",
        parser="lalr",
        lexer="contextual",
        start=start,
        transformer=builder,
    )
