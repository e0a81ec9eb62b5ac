"""The rules of the pack: laws over the catalogue, examples that run, messages as they come out."""

import re
from pathlib import Path

import pytest

from disclint.catalog import Catalog, load_catalog
from disclint.examples import run_example
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.rule import Rule

GOLDEN = Path(__file__).parent / "goldens" / "messages.txt"
RULES = load_catalog(Plugins.load().packs).rules
CONTRACT = {"0": 8, "1": 13, "2": 10, "3": 5, "4": 8, "5": 5, "6": 6, "7": 7, "8": 5}
"""How many codes each area has; they are numbered from 1 without a hole."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@each_rule
def test_a_code_is_of_an_area(rule: Rule) -> None:
    assert re.fullmatch(r"DIS[0-9]{3}", rule.code)


def test_an_area_has_no_hole_and_no_code_is_gone() -> None:
    codes = [rule.code for rule in RULES]
    for area, published in CONTRACT.items():
        numbers = [int(code[4:]) for code in codes if code[3] == area]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= published


def test_names_and_messages_are_unique() -> None:
    names = [rule.name for rule in RULES]
    said = [message.text.en for rule in RULES for message in rule.messages.values()]
    assert len(set(names)) == len(names)
    assert len(set(said)) == len(said)


def test_every_kind_of_check_has_a_rule(linter: Linter) -> None:
    assert set(linter.plugins.checks) == {rule.check for rule in RULES} - {"run"}


def test_rules_are_found_by_code_and_by_name(catalog: Catalog) -> None:
    for rule in RULES:
        found = [catalog.find(name) for name in (rule.code, rule.name, rule.code.lower())]
        assert [match and match.code for match in found] == [rule.code] * 3


def test_the_messages_are_as_they_were(linter: Linter, pytestconfig: pytest.Config) -> None:
    lines = []
    for rule in RULES:
        for found in run_example(linter, rule, rule.bad):
            place = f"{found.start.line}:{found.start.column}"
            lines.append(f"{found.code} {found.severity} {place}\n")
            lines += (f"    {text}\n" for text in (found.message.zh, found.message.en))
    said = "".join(lines)
    if pytestconfig.getoption("--rewrite-goldens"):
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
