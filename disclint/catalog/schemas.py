"""The JSON Schemas of the files of a pack."""

from collections.abc import Callable, Mapping
from functools import partial

from disclint.catalog.entry import Entry
from disclint.catalog.fitness import options_of
from disclint.catalog.forms import load_form, load_outline
from disclint.catalog.glossary import load_glossary
from disclint.catalog.kinds import Schema
from disclint.catalog.pack import load_report
from disclint.catalog.rules import Terms, load_rule
from disclint.catalog.sketch import sketch_schema
from disclint.check import Check

FILES = {
    "rule": "A rule of disclint, CODE-name.yaml",
    "form": "A form of disclint, forms/ID.yaml",
    "pack": "What a pack of disclint is for, pack.yaml",
    "outline": "The sections of a report, outline.yaml",
    "glossary": "The words of a report, glossary.yaml",
}
"""The kinds of file that a pack has."""


def make_schema(name: str, kinds: Mapping[str, type[Check]]) -> Schema:
    """Return the JSON Schema of one of the `FILES`, with the names of the checks in `kinds`."""
    readers: dict[str, Callable[[Entry], object]] = {
        "rule": partial(load_rule, terms=Terms(kinds=kinds)),
        "form": load_form,
        "pack": load_report,
        "outline": load_outline,
        "glossary": load_glossary,
    }
    schema = sketch_schema(readers[name], FILES[name])
    if name == "rule":
        schema["allOf"] = [_options(check, kind) for check, kind in kinds.items()]
    return schema


def _options(check: str, kind: type[Check]) -> Schema:
    """Return what a rule with that check may ask of it."""
    options = options_of(kind)
    due = [name for name, is_due in options.items() if is_due]
    given: Schema = {"properties": dict.fromkeys(options, True), "additionalProperties": False}
    then: Schema = {"properties": {"with": given | ({"required": due} if due else {})}}
    return {
        "if": {"properties": {"check": {"const": check}}},
        "then": then | ({"required": ["with"]} if due else {}),
    }
