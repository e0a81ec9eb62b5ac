"""Builders: one method a grammar rule."""

from typing import Any

import pytest

from disclint.parsing import LAYOUTS
from disclint.parsing.grammar import Builder, open_grammar
from disclint.parsing.layout import Layout


class NumberBuilder(Builder):
    """A builder that knows one rule of the grammar of quantities."""

    def number(self, children: list[Any]) -> str:
        return str(children[0])


def test_a_rule_without_a_builder_method_is_a_mistake() -> None:
    parser = open_grammar("quantity", NumberBuilder(), start="start")
    with pytest.raises(NotImplementedError, match="'quantity'"):
        parser.parse("12")


def test_a_builder_method_is_called_with_what_its_rule_read() -> None:
    assert open_grammar("quantity", NumberBuilder(), start="number").parse("12") == "12"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_rule_of_a_layouts_grammar_has_a_builder_method(layout: Layout) -> None:
    parser = open_grammar(layout.name, layout.builder(), start="table")
    rules = {str(rule.origin.name) for rule in parser.rules}
    named = {rule for rule in rules if not rule.startswith("_")}
    assert named
    assert {rule for rule in named if not hasattr(layout.builder, rule)} == set()
