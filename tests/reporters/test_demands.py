"""Each format that programs read is what its publisher demands."""

import json
from collections.abc import Sequence

import pytest
from attrs import evolve
from jsonschema import ValidationError

from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.reporting import Context
from disclint.reporting.objects import VERSION
from disclint.source import Source
from tests.reporters.demands import DEMANDS, own_schema
from tests.reporters.made import ALL, told
from tests.writing import write_report

FORMS = ("active-2021", "requests-2021", "disputes")
FIGURES = {"requests-2021.disclosed.total": "9", "requests-2021.received.person": "１2件"}


def value(slot: Slot) -> str:
    return FIGURES.get(slot.id, "0")


@pytest.fixture(scope="module")
def context(linter: Linter) -> Context:
    return Context(version="1.0", rules={rule.code: rule for rule in linter.catalog.rules})


@pytest.mark.parametrize("form", DEMANDS)
@pytest.mark.parametrize("found", [ALL, ALL[::-1], ()], ids=["all", "backwards", "none"])
def test_all_that_can_be_said_is_said_as_the_publisher_demands(
    form: str, found: Sequence[Diagnostic], context: Context
) -> None:
    for pages in ("", "https://rules.example/{code}"):
        for is_ascii in (False, True):
            given = evolve(context, rule_pages=pages, ascii_only=is_ascii)
            DEMANDS[form](told(form, found, given))


@pytest.mark.parametrize("form", DEMANDS)
def test_what_is_found_in_a_report_is_said_as_the_publisher_demands(
    form: str, context: Context, linter: Linter, forms: dict[str, Form]
) -> None:
    text = write_report([forms[name] for name in FORMS], value, "pipes", year=2023)
    found = list(linter.lint(Source("青禾县.md", text)))
    assert any(one.workings for one in found)
    assert any(one.proposal for one in found)
    assert any(one.related for one in found)
    for language in ("zh", "en"):
        DEMANDS[form](told(form, found, evolve(context, language=language)))


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("json", '"line": 3', '"line": 0'),
        ("json", '"summary"', '"total"'),
        ("jsonl", '"code"', '"rule"'),
        ("sarif", '"startLine": 3', '"startLine": 0'),
        ("sarif", "unicodeCodePoints", "bytes"),
        ("sarif", '"level": "error"', '"level": "info"'),
        ("github", "::error ", "::fatal "),
        ("github", "endColumn", "column"),
        ("gitlab", "major", "error"),
        ("gitlab", '"path": "', '"path": "./'),
        ("junit", 'failures="2"', 'failures="3"'),
        ("junit", "<failure ", '<failure line="3" '),
        ("checkstyle", 'severity="error"', 'severity="fatal"'),
        ("rdjson", '"ERROR"', '"error"'),
        ("rdjson", '"related_locations"', '"related"'),
    ],
)
def test_the_demands_are_no_empty_words(form: str, old: str, new: str) -> None:
    text = told(form)
    assert old in text
    with pytest.raises((AssertionError, ValidationError, KeyError)):
        DEMANDS[form](text.replace(old, new))


def test_the_schema_is_that_of_the_version_given_out() -> None:
    assert own_schema()["properties"]["version"]["const"] == VERSION
    assert own_schema()["$defs"]["line"]["properties"]["version"]["const"] == VERSION
    assert json.loads(told("json"))["version"] == VERSION


def test_numbers_keep_their_digits() -> None:
    (working,) = json.loads(told("json"))["diagnostics"][1]["workings"]
    assert (working["left_sum"], working["right_sum"]) == ("18", None)
