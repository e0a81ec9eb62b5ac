"""Rules held against checks that are not disclint's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from disclint.binding.bound import BoundReport
from disclint.catalog import load_catalog
from disclint.check import Check, FactNames, Finding, told
from disclint.errors import PackError
from tests.catalog.packs import RULE, write_files

NAME = "DIS901-empty-praise.yaml"


class Silent:
    """A check that says nothing of its facts, as one that is not held to types may do."""

    looks_at: ClassVar[type] = BoundReport

    def __init__(self, phrases: list[str], *, once: bool = False) -> None:
        if "坏" in phrases:
            raise ZeroDivisionError
        self.phrases, self.once = phrases, once

    def look(self, _report: BoundReport, /) -> Iterator[Finding]:
        yield from ()


class Told(Silent):
    """The same with its facts."""

    facts: ClassVar[FactNames] = told("text", split_up="text count")


def fault(folder: Path, kind: Any, rule: str = RULE) -> str:  # noqa: ANN401 - of no type
    """Return what is said of a rule with a check of `kind`."""
    kinds: dict[str, type[Check]] = {"phrase": kind}
    with pytest.raises(PackError) as raised:
        load_catalog([], [write_files(folder, {NAME: rule})], kinds)
    return str(raised.value).removeprefix(str(folder / NAME))


def test_names_of_variants_have_hyphens() -> None:
    assert told("text", split_up="text count") == {
        "": frozenset({"text"}),
        "split-up": frozenset({"text", "count"}),
    }


def test_a_check_that_says_nothing_of_its_facts_takes_any_message(tmp_path: Path) -> None:
    kinds: dict[str, Any] = {"phrase": Silent}
    rule = RULE.replace("{text}", "{colour}")
    (found,) = load_catalog([], [write_files(tmp_path, {NAME: rule})], kinds).rules
    assert found.messages[""].text.zh == "“{colour}”是套话"


def test_a_variant_that_may_be_found_needs_its_words(tmp_path: Path) -> None:
    said = fault(tmp_path, Told)
    assert said == ":1:1: `variants` lacks `split-up`, which a finding of the check `phrase` may be"


def test_a_check_that_raises_what_it_likes_is_told_at_its_options(tmp_path: Path) -> None:
    said = fault(tmp_path, Told, RULE.replace("高度重视", "坏"))
    assert said == ":5:7: `with` does not fit the check `phrase`: ZeroDivisionError"


def test_the_options_of_a_check_without_attrs_are_known_too(tmp_path: Path) -> None:
    said = fault(tmp_path, Told, RULE.replace("once", "twice"))
    assert said.startswith(":5:26: with: unknown key `twice` of the check `phrase`")
