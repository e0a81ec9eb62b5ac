"""SARIF 2.1.0, the format of code scanning."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, frozen

from disclint.diagnostics import Diagnostic, RelatedPlace, Severity, SuppressedBy
from disclint.reporting import Context
from disclint.reporting.files import is_within, relative, uri
from disclint.reporting.fingerprints import Fingerprints
from disclint.reporting.notation import json_text
from disclint.reporting.objects import working_object
from disclint.rule_page import describe
from disclint.source import Place
from disclint.wording import Wording

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_FIX = {
    True: Wording("不改变报告内容的修改", "leaves what the report says as it is"),
    False: Wording("须经核实的修改", "to be verified before it is made"),
}

Object = dict[str, Any]


@frozen
class SarifReporter:
    """A log with one run; columns in code points, which it states."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the log, once all files have been looked at."""
        run = _Run(context).of(diagnostics)
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        yield json_text(log, ascii_only=context.ascii_only, indent=2)


@define
class _Run:
    """One run, and the rules that have spoken in it."""

    context: Context
    _marks: Fingerprints = field(factory=Fingerprints, init=False)
    _rules: dict[str, Object] = field(factory=dict, init=False)

    def of(self, diagnostics: Iterable[Diagnostic]) -> Object:
        """Return the run in which `diagnostics` were found."""
        found = list(diagnostics)
        results = [self._result(one) for one in found]
        driver = {
            "name": "disclint",
            "semanticVersion": self.context.version,
            "rules": list(self._rules.values()),
        }
        return {
            "tool": {"driver": driver},
            "language": _LANGUAGES[self.context.language],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                _ROOT: {"description": _message("the folder that disclint was run in")}
            },
            "invocations": [{"executionSuccessful": not any(one.stops for one in found)}],
            "results": results,
        }

    def _result(self, one: Diagnostic) -> Object:
        if one.code not in self._rules:
            self._rules[one.code] = _rule(one, self.context)
        mark = self._marks.of(one)
        result: Object = {
            "ruleId": one.code,
            "ruleIndex": list(self._rules).index(one.code),
            "level": _LEVELS[one.severity],
            "message": _message(self.context.say(one.message)),
            "locations": [_location(one, self.context)],
            "suppressions": _suppressions(one),
            "partialFingerprints": {"disclint/v1": mark, "primaryLocationLineHash": f"{mark}:1"},
        }
        if related := list(_related(one, self.context)):
            result["relatedLocations"] = related
        if one.workings:
            workings = [working_object(each, self.context) for each in one.workings]
            result["properties"] = {"workings": workings}
        if one.proposal and not any(edit.start.part for edit in one.proposal.replacements):
            result["fixes"] = [_fix(one, self.context)]
        return result


def _rule(one: Diagnostic, context: Context) -> Object:
    """Return what a rule demands and why: its page, if it has one, and the text of it."""
    told: Object = {"id": one.code, "name": one.name}
    rule = context.rules.get(one.code)
    if rule:
        page = "\n".join(describe(rule, context.language))
        told |= {
            "shortDescription": _message(context.say(rule.summary)),
            "fullDescription": _message(context.say(rule.rationale)),
            "help": {**_message(page), "markdown": _message(page)["text"]},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
    if address := context.page(one):
        told["helpUri"] = address
    return told


def _suppressions(one: Diagnostic) -> list[Object]:
    """Return who says that it does not count: a list for every result, or a reader knows nothing.

    What a baseline knows is suppressed from outside like the rest: a `baselineState` would have to
    be told of each result as well, and a run without a baseline has none.
    """
    if not one.suppressed:
        return []
    kind = "inSource" if one.suppressed.by is SuppressedBy.COMMENT else "external"
    return [{"kind": kind, "justification": one.suppressed.reason}]


def _location(one: Diagnostic, context: Context) -> Object:
    location = {"physicalLocation": _physical(one.path, one.start, one.end)}
    logical = [{"name": context.say(one.start.part), "kind": "part"}] if one.start.part else []
    if one.subject:
        logical.append({"fullyQualifiedName": one.subject.id, "kind": one.subject.kind.value})
    return {**location, "logicalLocations": logical} if logical else location


def _physical(path: str, start: Place, end: Place) -> Object:
    """Return a place; one in a document without lines has no region."""
    physical: Object = {"artifactLocation": _artifact(path)}
    if not start.part:
        physical["region"] = _region(start, end)
    return physical


def _artifact(path: str) -> Object:
    name = relative(path)
    return {"uri": uri(name), **({"uriBaseId": _ROOT} if is_within(name) else {})}


def _region(start: Place, end: Place) -> Object:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _related(one: Diagnostic, context: Context) -> Iterator[Object]:
    worked = (part for each in one.workings for part in (*each.left, *each.right))
    places = {(place.path, place.start): place for place in (*worked, *one.related)}
    for number, place in enumerate(places.values(), start=1):
        yield _related_location(number, place, context)


def _related_location(number: int, place: RelatedPlace, context: Context) -> Object:
    location: Object = {
        "id": number,
        "message": _message(f"{context.say(place.name)} {place.text}".rstrip()),
        "physicalLocation": _physical(place.path, place.start, place.end),
    }
    if place.start.part:
        location["logicalLocations"] = [{"name": context.say(place.start.part), "kind": "part"}]
    return location


def _fix(one: Diagnostic, context: Context) -> Object:
    assert one.proposal  # noqa: S101 - asked for only then
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.new}}
        for edit in one.proposal.replacements
    ]
    change = {"artifactLocation": _artifact(one.path), "replacements": replacements}
    description = _message(context.say(_FIX[one.proposal.is_safe]))
    return {"description": description, "artifactChanges": [change]}


def _message(text: str) -> Object:
    """Return a message; braces in it would stand for arguments, and `[...](...)` for a link."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("](", "\\](")}
