"""What is suppressed, by each format: marked where it can be, and else not there."""

import json

import pytest

from disclint.diagnostics import SuppressedBy
from disclint.reporting import Context
from tests.reporters.demands import DEMANDS
from tests.reporters.made import PLAIN, suppressed, told

FOUND = (*map(suppressed, SuppressedBy), PLAIN)
SAID = {by: {"by": by.value, "reason": "原件如此"} for by in SuppressedBy}


def test_sarif_says_where_it_is_suppressed_and_why() -> None:
    (run,) = json.loads(told("sarif", FOUND))["runs"]
    comment, configuration, baseline, none = (one["suppressions"] for one in run["results"])
    assert comment == [{"kind": "inSource", "justification": "原件如此"}]
    assert configuration == baseline == [{"kind": "external", "justification": "原件如此"}]
    assert none == []


def test_json_has_it_as_an_object_and_counts_it_apart() -> None:
    document = json.loads(told("json", FOUND))
    assert [one["suppressed"] for one in document["diagnostics"]] == [*SAID.values(), None]
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0, "suppressed": 3}
    lines = map(json.loads, told("jsonl", FOUND).splitlines())
    assert [one["suppressed"] for one in lines] == [*SAID.values(), None]


@pytest.mark.parametrize("form", ["text", "full", "grouped"])
def test_people_read_it_in_words(form: str) -> None:
    assert told(form, FOUND).count(" (suppressed: 原件如此)\n") == 3
    assert told(form, FOUND, Context(language="zh")).count("（已忽略：原件如此）\n") == 3


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "checkstyle", "rdjson"])
def test_what_cannot_be_marked_is_left_out(form: str) -> None:
    assert told(form, FOUND) == told(form, [PLAIN])
    assert told(form, FOUND[:-1]) == told(form, [])


@pytest.mark.parametrize("form", DEMANDS)
def test_it_is_said_as_the_publisher_demands(form: str) -> None:
    DEMANDS[form](told(form, FOUND))
