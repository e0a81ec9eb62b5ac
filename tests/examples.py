"""The examples of all rules."""

from collections.abc import Iterator

from disclint.catalog import Catalog
from disclint.rule import Example, Rule


def every_example(catalog: Catalog) -> Iterator[tuple[Rule, str, Example]]:
    """Yield each example of each rule, with its name."""
    for rule in catalog.rules:
        yield rule, "bad", rule.bad
        yield rule, "good", rule.good
