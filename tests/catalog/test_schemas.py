"""The JSON Schemas of the files of a pack, and the files that come with disclint."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from disclint.catalog.notation import read_notation
from disclint.catalog.schemas import FILES, make_schema
from disclint.linter import Linter

PACK = Path(__file__).parents[2] / "rules" / "ogi"
PATTERNS = {
    "rule": "DIS*.yaml",
    "form": "forms/*.yaml",
    "pack": "pack.yaml",
    "outline": "outline.yaml",
    "glossary": "glossary.yaml",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one_and_every_file_of_disclint_s_own_is_as_it_says(
    kind: str, linter: Linter
) -> None:
    schema = make_schema(kind, linter.plugins.checks)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = list(PACK.glob(PATTERNS[kind]))
    assert files
    for file in files:
        assert [error.message for error in validator.iter_errors(read_notation(file).value)] == []


def test_a_schema_knows_the_checks_and_what_may_be_asked_of_each(linter: Linter) -> None:
    schema = make_schema("rule", linter.plugins.checks)
    assert set(schema["properties"]["check"]["enum"]) == {*linter.plugins.checks, "run"}
    (phrase,) = [one for one in schema["allOf"] if "phrase" in str(one["if"])]
    given = phrase["then"]["properties"]["with"]
    assert set(given["properties"]) == {"phrases", "written", "once", "instead", "safe"}
    assert given["required"] == ["phrases"]
    assert phrase["then"]["required"] == ["with"]


def test_a_schema_lists_both_languages_and_the_sides_of_a_relation(linter: Linter) -> None:
    rule = make_schema("rule", linter.plugins.checks)
    assert rule["properties"]["message"]["required"] == ["zh", "en"]
    form = make_schema("form", linter.plugins.checks)
    block = form["properties"]["blocks"]["items"]
    relation = block["properties"]["relations"]["items"]
    assert {"equals", "at-least", "only-with", "sum"} <= relation["properties"].keys()
    assert relation["oneOf"][0] == {"required": ["equals"]}
