"""The diagnostic format of reviewdog, which comments on changes in many places."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from disclint.diagnostics import Diagnostic, RelatedPlace, Severity
from disclint.reporting import Context
from disclint.reporting.columns import ColumnUnit, column_of
from disclint.reporting.files import relative
from disclint.reporting.headline import part_of
from disclint.reporting.notation import json_text
from disclint.reporting.unsuppressed import unsuppressed
from disclint.source import Place

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Object = dict[str, Any]


@frozen
class RdjsonReporter:
    """A result with all diagnostics; columns in bytes of UTF-8, ends excluded."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the result, once all files have been looked at."""
        found = [_diagnostic(one, context) for one in unsuppressed(diagnostics)]
        result = {"source": {"name": "disclint"}, "diagnostics": found}
        yield json_text(result, ascii_only=context.ascii_only, indent=2)


def _diagnostic(one: Diagnostic, context: Context) -> Object:
    page = context.page(one)
    told: Object = {
        "message": context.say(one.message) + part_of(one.start, context),
        "location": _location(one.path, one.start, one.end),
        "severity": _SEVERITIES[one.severity],
        "code": {"value": one.code, **({"url": page} if page else {})},
    }
    if suggestions := _suggestions(one):
        told["suggestions"] = suggestions
    if related := [_related(place, context) for place in _places(one)]:
        told["related_locations"] = related
    return told


def _location(path: str, start: Place, end: Place) -> Object:
    """Return a place; one in a document without lines has the path alone."""
    location: Object = {"path": relative(path)}
    if not start.part:
        location["range"] = _range(start, end)
    return location


def _range(start: Place, end: Place) -> Object:
    places = [_position(start), _position(end)]
    if all("column" in place for place in places):
        return {"start": places[0], "end": places[1]}
    return {"start": {"line": start.line}, "end": {"line": end.line}}


def _position(place: Place) -> Object:
    column = column_of(place, ColumnUnit.BYTE)
    return {"line": place.line, **({"column": column} if column else {})}


def _suggestions(one: Diagnostic) -> list[Object]:
    """Return what would mend it, if every place of that can be told exactly."""
    edits = one.proposal.replacements if one.proposal else ()
    ranges = [_range(edit.start, edit.end) for edit in edits]
    if any(edit.start.part for edit in edits) or any("column" not in r["start"] for r in ranges):
        return []
    return [{"range": r, "text": edit.new} for r, edit in zip(ranges, edits, strict=True)]


def _places(one: Diagnostic) -> Iterable[RelatedPlace]:
    worked = (part for each in one.workings for part in (*each.left, *each.right))
    return {(p.path, p.start): p for p in (*worked, *one.related)}.values()


def _related(place: RelatedPlace, context: Context) -> Object:
    message = f"{context.say(place.name)} {place.text}".rstrip() + part_of(place.start, context)
    return {"message": message, "location": _location(place.path, place.start, place.end)}
