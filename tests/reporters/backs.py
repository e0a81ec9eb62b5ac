"""What each format says of a run, read back by the rules of its own readers."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

from attrs import frozen

_LINE = re.compile(
    r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Z]+\d{3}) (?P<said>.*)"
)
_RULE = re.compile(r" += rule: disclint rule [A-Z]+\d{3} \([a-z-]+, (?P<severity>[a-z]+)\)")
_ROW = re.compile(
    r"  +(?P<line>\d+):(?P<column>\d+)  (?P<severity>[a-z]+) +(?P<code>[A-Z]+\d{3}) +(?P<said>.*)"
)
_SARIF = {"error": "error", "warning": "warning", "note": "info"}
_GITLAB = {"major": "error", "minor": "warning", "info": "info"}
_GITHUB = {"error": "error", "warning": "warning", "notice": "info"}


@frozen(order=True)
class Back:
    """What can be read back of a diagnostic; a column in code points from 1."""

    path: str
    line: int
    column: int
    code: str
    severity: str
    message: str


def read_text(text: str, _folder: Path) -> Iterator[Back]:
    """Read the lines, which state no severity."""
    for line in text.splitlines():
        yield _line(line, "")


def read_full(text: str, _folder: Path) -> Iterator[Back]:
    """Read the first line of each paragraph, and the severity from its last."""
    for paragraph in text.split("\n\n")[:-1]:
        first, *_, last = paragraph.split("\n")
        rule = _RULE.fullmatch(last)
        assert rule, last
        yield _line(first, rule["severity"])


def read_grouped(text: str, _folder: Path) -> Iterator[Back]:
    """Read rows under the names of files."""
    for paragraph in text.split("\n\n")[:-1]:
        path, *rows = paragraph.split("\n")
        for row in rows:
            found = _ROW.fullmatch(row)
            assert found, row
            place = int(found["line"]), int(found["column"])
            yield Back(path, *place, found["code"], found["severity"], found["said"])


def read_json(text: str, _folder: Path) -> Iterator[Back]:
    """Read the documented names."""
    for one in json.loads(text)["diagnostics"]:
        yield _object(one)


def read_jsonl(text: str, _folder: Path) -> Iterator[Back]:
    """Read an object a line."""
    for line in text.splitlines():
        yield _object(json.loads(line))


def read_sarif(text: str, _folder: Path) -> Iterator[Back]:
    """Read the results, as the specification has columns, addresses and messages."""
    (run,) = json.loads(text)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for one in run["results"]:
        (location,) = one["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        message = one["message"]["text"].replace("{{", "{").replace("}}", "}")
        yield Back(
            unquote(physical["artifactLocation"]["uri"]),
            physical["region"]["startLine"],
            physical["region"]["startColumn"],
            one["ruleId"],
            _SARIF[one["level"]],
            message.replace("\\](", "]("),
        )


def read_github(text: str, _folder: Path) -> Iterator[Back]:
    """Read the commands, as the runner of GitHub's actions parses them."""
    for line in text.removesuffix("\n").split("\n"):
        command, properties, message = parse_command(line)
        yield Back(
            properties["file"],
            int(properties["line"]),
            int(properties["col"]),
            properties["title"].split()[0],
            _GITHUB[command],
            message,
        )


def parse_command(line: str) -> tuple[str, dict[str, str], str]:
    """Return the name, the properties and the data of a workflow command.

    By the published grammar: `::NAME KEY=VALUE,KEY=VALUE::DATA`, where data escape `%`, carriage
    return and line feed, and values the colon and the comma too.
    """
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(",") if pair)
    return name, {key: _unescaped(one, ":,") for key, one in properties.items()}, _unescaped(data)


def _unescaped(text: str, more: str = "") -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def read_gitlab(text: str, _folder: Path) -> Iterator[Back]:
    """Read the issues."""
    for one in json.loads(text):
        begin = one["location"]["positions"]["begin"]
        yield Back(
            one["location"]["path"],
            begin["line"],
            begin["column"],
            one["check_name"],
            _GITLAB[one["severity"]],
            one["description"],
        )


def read_junit(text: str, _folder: Path) -> Iterator[Back]:
    """Read the outcome of each test."""
    for case in read_xml(text).iter("testcase"):
        (outcome,) = case
        severity = "info" if outcome.tag == "system-out" else outcome.get("type", "")
        found = _line(outcome.text or "", severity)
        assert found.path == case.get("classname")
        yield found


def read_checkstyle(text: str, _folder: Path) -> Iterator[Back]:
    """Read the errors of each file."""
    for file in read_xml(text):
        for one in file:
            yield Back(
                file.get("name", ""),
                int(one.get("line", "")),
                int(one.get("column", "")),
                one.get("source", "").removeprefix("disclint."),
                one.get("severity", ""),
                one.get("message", ""),
            )


def read_rdjson(text: str, folder: Path) -> Iterator[Back]:
    """Read the diagnostics; columns are bytes of the line as it stands in the file."""
    for one in json.loads(text)["diagnostics"]:
        path, start = one["location"]["path"], one["location"]["range"]["start"]
        line = (folder / path).read_bytes().split(b"\n")[start["line"] - 1]
        column = len(line[: start["column"] - 1].decode()) + 1
        code, severity = one["code"]["value"], one["severity"].lower()
        yield Back(path, start["line"], column, code, severity, one["message"])


def _object(one: dict[str, Any]) -> Back:
    place = one["start"]["line"], one["start"]["column"]
    return Back(one["path"], *place, one["code"], one["severity"], one["message"])


def _line(line: str, severity: str) -> Back:
    found = _LINE.fullmatch(line)
    assert found, line
    place = int(found["line"]), int(found["column"])
    return Back(found["path"], *place, found["code"], severity, found["said"])


def read_xml(text: str) -> Element:
    """Read XML."""
    return fromstring(text.encode())  # noqa: S314 - what this program has written


READERS: dict[str, Callable[[str, Path], Iterator[Back]]] = {
    "text": read_text,
    "full": read_full,
    "grouped": read_grouped,
    "json": read_json,
    "jsonl": read_jsonl,
    "sarif": read_sarif,
    "github": read_github,
    "gitlab": read_gitlab,
    "junit": read_junit,
    "checkstyle": read_checkstyle,
    "rdjson": read_rdjson,
}


def without_severity(found: Sequence[Back]) -> list[Back]:
    """Return the same, as a format says it that states no severity."""
    return [Back(f.path, f.line, f.column, f.code, "", f.message) for f in found]
