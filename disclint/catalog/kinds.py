"""Kinds of value: how one is told, what it is called, and how JSON Schema says it."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

_T = TypeVar("_T")

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


@frozen
class ValueKind(Generic[_T]):
    """A kind of value in a file of a pack."""

    wanted: str
    """What to call it."""
    schema: Schema
    fits: Callable[[object], bool]
    stand_in: _T
    """What is read in its stead where it is wrong or not there."""
    item: "ValueKind[Any] | None" = None
    """The kind of each value in a list."""

    def hint(self, value: object) -> str:
        """Return what to say of a value that does not fit."""
        return f", not {said(value)}{_in_quotes(self.schema, value)}"


@frozen
class Choice(ValueKind[str]):
    """One text of several."""

    def hint(self, value: object) -> str:
        """Return what to say of a value that does not fit."""
        close = closest(value, self.schema["enum"]) if isinstance(value, str) else None
        return super().hint(value) + (f"; did you mean `{close}`?" if close else "")


def choice(choices: Iterable[str], wanted: str = "") -> Choice:
    """Return the kind of one of `choices`, which are listed where they have no name in common."""
    names = [str(one) for one in choices]
    is_known = frozenset(names).__contains__
    return Choice(
        wanted or "one of " + ", ".join(names),
        {"enum": names},
        lambda value: isinstance(value, str) and is_known(value),
        names[0],
    )


@cache
def choice_of(choices: type[StrEnum]) -> Choice:
    """Return the kind of one of the values of `choices`."""
    return choice(choices)


def matching(pattern: str, wanted: str, stand_in: str = "") -> ValueKind[str]:
    """Return the kind of a text that is as `pattern`, one that JSON Schema knows as well, says."""
    is_such = re.compile(pattern).fullmatch
    return ValueKind(
        wanted,
        {"type": "string", "pattern": f"^(?:{pattern})$"},
        lambda value: isinstance(value, str) and is_such(value) is not None,
        stand_in,
    )


def list_of(kind: ValueKind[_T], wanted: str, least: int = 0) -> ValueKind[list[_T]]:
    """Return the kind of a list of values of `kind`, `least` or more."""
    return ValueKind(
        wanted,
        {"type": "array", "items": kind.schema} | ({"minItems": least} if least else {}),
        lambda value: (
            isinstance(value, list) and len(value) >= least and all(map(kind.fits, value))
        ),
        [],
        kind,
    )


def number_from(least: int, most: int) -> ValueKind[int]:
    """Return the kind of a whole number from `least` to `most`."""
    return evolve(
        NUMBER,
        wanted=f"a whole number from {least} to {most}",
        schema={**NUMBER.schema, "minimum": least, "maximum": most},
        fits=lambda value: isinstance(value, int) and NUMBER.fits(value) and least <= value <= most,
        stand_in=least,
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not (value == "" or value.isspace())


TEXT = ValueKind("a text", {"type": "string", "pattern": r"\S"}, _is_text, "")
ANY_TEXT: ValueKind[str] = ValueKind(
    "a text, in quotes if it is empty", {"type": "string"}, lambda value: isinstance(value, str), ""
)
ID: ValueKind[str] = matching(
    "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", "a text of letters, digits and hyphens"
)
NUMBER = ValueKind(
    "a whole number",
    {"type": "integer"},
    lambda value: isinstance(value, int) and not isinstance(value, bool),
    0,
)
FLAG = ValueKind(
    "true or false", {"type": "boolean"}, lambda value: isinstance(value, bool), stand_in=False
)
TEXTS = list_of(TEXT, "a list of texts")
SOME_TEXTS = list_of(TEXT, "a list of texts, one at least", 1)
LISTS = list_of(TEXTS, "a list of lists of texts")
MAPPING: ValueKind[dict[str, Any]] = ValueKind(
    "a mapping", {"type": "object"}, lambda value: isinstance(value, dict), {}
)
MAPPINGS: ValueKind[list[dict[str, Any]]] = list_of(MAPPING, "a list of mappings")
SOME_MAPPINGS: ValueKind[list[dict[str, Any]]] = list_of(
    MAPPING, "a list of mappings, one at least", 1
)


def said(value: object) -> str:
    """Return what a value is, for a message."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"`{brief(str(value))}`"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the hint for a name that is not `known`."""
    names = list(dict.fromkeys(known))
    if close := closest(name, names):
        return f"; did you mean `{close}`?"
    listed = ", ".join(map(brief, names))
    return f"; there are {listed}" if 0 < len(names) <= _MOST_LISTED else ""


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that may have been meant by `name`, or nothing."""
    import difflib  # noqa: PLC0415 - only who mistypes waits for it

    return next(iter(difflib.get_close_matches(brief(name), list(known), n=1, cutoff=0.6)), None)


def brief(text: str) -> str:
    """Return a text of a file, whatever is in it, as it can be shown within a line."""
    shown = "".join(one if one.isprintable() else " " for one in text[:_LONGEST])
    return shown if len(text) <= _LONGEST else f"{shown}..."


def _in_quotes(schema: Mapping[str, Any], value: object) -> str:
    is_literal = isinstance(value, (bool, int, float))
    return ": put it in quotes" if schema.get("type") == "string" and is_literal else ""


_LONGEST = 40
_MOST_LISTED = 12
