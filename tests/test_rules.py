"""The rules of the pack: laws over the catalogue, examples that run, messages as they come out."""

import re
from pathlib import Path
from string import Formatter

import pytest

from disclint.catalog import Catalog, load_catalog
from disclint.examples import run_example
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.rule import Rule
from disclint.wording import Wording

GOLDEN = Path(__file__).parent / "goldens" / "messages.txt"
RULES = load_catalog(Plugins.load().packs).rules
CONTRACT = {"0": 6, "1": 13, "2": 10, "3": 5, "4": 8, "5": 5, "6": 6, "7": 7, "8": 5}
"""How many codes each area has; they are numbered from 1 without a hole."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def wordings(rule: Rule) -> list[Wording]:
    said = [message.text for message in rule.messages.values()]
    return [rule.summary, rule.rationale, rule.authority, *said]


@each_rule
def test_the_bad_example_is_found(rule: Rule, linter: Linter) -> None:
    assert run_example(linter, rule, rule.bad)


@each_rule
def test_the_good_example_is_not_found(rule: Rule, linter: Linter) -> None:
    assert run_example(linter, rule, rule.good) == []


@each_rule
def test_a_message_asks_for_the_same_facts_in_both_languages(rule: Rule) -> None:
    for message in rule.messages.values():
        assert fields(message.text.zh) == fields(message.text.en)


@each_rule
def test_chinese_is_chinese_and_english_is_not(rule: Rule) -> None:
    for wording in wordings(rule):
        assert re.search(r"[\u4e00-\u9fff]", wording.zh)
        assert re.search(r"[a-z]{3}", wording.en)
        assert not re.search(r"[，。；：]", wording.en)


@each_rule
def test_a_message_is_one_line_without_a_full_stop(rule: Rule) -> None:
    for message in rule.messages.values():
        for text in (message.text.zh, message.text.en):
            assert "\n" not in text
            assert not text.endswith((".", "。"))


@each_rule
def test_a_name_is_in_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


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
