"""Diagnostics as plain values, by the names under which they are documented: docs/output.md."""

from decimal import Decimal
from typing import Any

from disclint.diagnostics import Diagnostic, Proposal, RelatedPlace, Suppressed, WorkedRelation
from disclint.reporting import Context
from disclint.source import Place

VERSION = 1
"""Of these names and what they mean; it grows when a program that reads them must change."""

Object = dict[str, Any]


def diagnostic_object(diagnostic: Diagnostic, context: Context, fingerprint: str) -> Object:
    """Return all that is known of a diagnostic."""
    subject = diagnostic.subject
    return {
        "path": diagnostic.path,
        **_stretch(diagnostic.start, diagnostic.end, context),
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": context.say(diagnostic.message),
        "stops": diagnostic.stops,
        "text": diagnostic.text,
        "subject": {"kind": subject.kind.value, "id": subject.id} if subject else None,
        "related": [_related(one, context) for one in diagnostic.related],
        "workings": [working_object(one, context) for one in diagnostic.workings],
        "proposal": _proposal(diagnostic.proposal, context) if diagnostic.proposal else None,
        "suppressed": _suppressed(diagnostic.suppressed) if diagnostic.suppressed else None,
        "page": context.page(diagnostic) or None,
        "fingerprint": fingerprint,
    }


def working_object(working: WorkedRelation, context: Context) -> Object:
    """Return a relation worked out; sums are decimal numbers in text, lest a digit be lost."""
    return {
        "axis": context.say(working.axis),
        "left": [_related(one, context) for one in working.left],
        "right": [_related(one, context) for one in working.right],
        "left_sum": _number(working.left_sum),
        "right_sum": _number(working.right_sum),
    }


def _suppressed(suppressed: Suppressed) -> Object:
    return {"by": suppressed.by.value, "reason": suppressed.reason}


def _related(place: RelatedPlace, context: Context) -> Object:
    where = _stretch(place.start, place.end, context)
    return {"path": place.path, **where, "name": context.say(place.name), "text": place.text}


def _proposal(proposal: Proposal, context: Context) -> Object:
    replacements = [
        {**_stretch(one.start, one.end, context), "old": one.old, "new": one.new}
        for one in proposal.replacements
    ]
    return {"is_safe": proposal.is_safe, "replacements": replacements}


def _stretch(start: Place, end: Place, context: Context) -> Object:
    return {"start": _place(start, context), "end": _place(end, context)}


def _place(place: Place, context: Context) -> Object:
    """Return a place; one in a document without lines has the part of it and no line."""
    if place.part:
        return {"line": None, "column": None, "part": context.say(place.part)}
    return {"line": place.line, "column": place.column, "part": None}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
