"""Commands by which a GitHub workflow shows diagnostics in a change."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic, Severity
from disclint.reporting import Context
from disclint.reporting.files import relative
from disclint.reporting.headline import part_of
from disclint.reporting.unsuppressed import unsuppressed

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


@frozen
class GithubReporter:
    """A command for each diagnostic, errors first: GitHub shows only so many. Code points."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield a command for each diagnostic, once all files have been looked at."""
        weights = list(Severity)
        for one in sorted(unsuppressed(diagnostics), key=lambda one: weights.index(one.severity)):
            properties = ",".join(
                f"{name}={str(value).translate(_IN_PROPERTY)}"
                for name, value in _properties(one).items()
            )
            message = context.say(one.message) + part_of(one.start, context)
            yield f"::{_COMMANDS[one.severity]} {properties}::{message.translate(_IN_MESSAGE)}\n"


def _properties(one: Diagnostic) -> dict[str, str | int]:
    properties: dict[str, str | int] = {
        "title": f"{one.code} {one.name}",
        "file": relative(one.path),
    }
    if one.start.part:
        return properties
    properties |= {"line": one.start.line, "endLine": one.end.line}
    if one.start.line == one.end.line:  # columns of several lines are refused
        properties |= {"col": one.start.column, "endColumn": one.end.column}
    return properties
