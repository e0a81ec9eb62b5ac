"""The Code Quality report of GitLab, a subset of Code Climate's."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic, Severity
from disclint.reporting import Context
from disclint.reporting.files import relative
from disclint.reporting.fingerprints import Fingerprints
from disclint.reporting.headline import part_of
from disclint.reporting.notation import json_text
from disclint.reporting.unsuppressed import unsuppressed
from disclint.source import Place

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


@frozen
class GitlabReporter:
    """An array of issues; columns, which GitLab does not show, in code points."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the array, once all files have been looked at."""
        marks = Fingerprints()
        issues = [
            {
                "type": "issue",
                "check_name": one.code,
                "description": context.say(one.message) + part_of(one.start, context),
                "categories": ["Bug Risk"],
                "severity": _SEVERITIES[one.severity],
                "fingerprint": marks.of(one),
                "location": _location(one),
            }
            for one in unsuppressed(diagnostics)
        ]
        yield json_text(issues, ascii_only=context.ascii_only, indent=2)


def _location(one: Diagnostic) -> dict[str, object]:
    """Return where it is; GitLab wants a line even where there is none: then the first."""
    path = relative(one.path)
    if one.start.part:
        return {"path": path, "lines": {"begin": 1}}
    return {"path": path, "positions": {"begin": _position(one.start), "end": _position(one.end)}}


def _position(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column}
