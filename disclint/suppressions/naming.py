"""The rules that a suppression names: by code, by the beginning of one, or by name."""

from collections.abc import Iterable

from disclint.closeness import closest
from disclint.rule import Rule


def names_one(asked: str, code: str, name: str) -> bool:
    """Whether `asked` is the code of a rule, the beginning of it, or the rule's name."""
    return code.startswith(asked.upper()) or name == asked.lower()


def rules_named(asked: str, rules: Iterable[Rule]) -> list[Rule]:
    """Return those of `rules` that `asked` names."""
    return [rule for rule in rules if names_one(asked, rule.code, rule.name)]


def closest_name(asked: str, rules: Iterable[Rule]) -> str | None:
    """Return the code or name that `asked` may have been meant for, or nothing."""
    names = [name for rule in rules for name in (rule.code, rule.name)]
    return closest(asked, names) or closest(asked.upper(), names)
