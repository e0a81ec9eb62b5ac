"""A JSON object a line for each diagnostic, as soon as it is found: docs/output.md."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic
from disclint.reporting import Context
from disclint.reporting.fingerprints import Fingerprints
from disclint.reporting.notation import json_text
from disclint.reporting.objects import VERSION, diagnostic_object


@frozen
class JsonLinesReporter:
    """The diagnostics of `json` one by one, each with the version of its names."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield a line for each diagnostic."""
        marks = Fingerprints()
        for one in diagnostics:
            told = {"version": VERSION, **diagnostic_object(one, context, marks.of(one))}
            yield json_text(told, ascii_only=context.ascii_only)
