"""The rules that a suppression names: by code, by the beginning of one, or by name."""

from collections.abc import Iterable

from disclint.closeness import closest
from disclint.diagnostics import Diagnostic
from disclint.rule import Rule

_OF_THE_RUN = "DIS0"
"""How the codes begin that tell what was not checked, or not to the end."""


def names_one(asked: str, one: Rule | Diagnostic) -> bool:
    """Whether `asked` is the code of a rule, the beginning of it, or the rule's name.

    What tells that something was not checked must not be lost by the way: it goes by its whole
    code or name only.
    """
    if one.code == asked.upper() or one.name == asked.lower():
        return True
    is_of_the_run = one.stops or one.code.startswith(_OF_THE_RUN)
    return one.code.startswith(asked.upper()) and not is_of_the_run


def rules_named(asked: str, rules: Iterable[Rule]) -> list[Rule]:
    """Return those of `rules` that `asked` names."""
    return [rule for rule in rules if names_one(asked, rule)]


def are_begun(asked: str, rules: Iterable[Rule]) -> bool:
    """Whether the code of any of `rules` begins with `asked`."""
    return any(rule.code.startswith(asked.upper()) for rule in rules)


def closest_name(asked: str, rules: Iterable[Rule]) -> str | None:
    """Return the code or name that `asked` may have been meant for, or nothing."""
    names = [name for rule in rules for name in (rule.code, rule.name)]
    return closest(asked, names) or closest(asked.upper(), names)
