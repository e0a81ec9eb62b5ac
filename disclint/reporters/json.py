"""All that is known of all diagnostics in one JSON document: docs/output.md."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic, Severity
from disclint.reporting import Context
from disclint.reporting.fingerprints import Fingerprints
from disclint.reporting.notation import json_text
from disclint.reporting.objects import VERSION, diagnostic_object


@frozen
class JsonReporter:
    """One document, which `findings.schema.json` describes; columns in code points."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the document, once all files have been looked at."""
        marks = Fingerprints()
        found = [diagnostic_object(one, context, marks.of(one)) for one in diagnostics]
        counts = Counter("suppressed" if one["suppressed"] else one["severity"] for one in found)
        document = {
            "version": VERSION,
            "disclint": context.version,
            "language": context.language,
            "diagnostics": found,
            "summary": {name: counts[name] for name in (*Severity, "suppressed")},
        }
        yield json_text(document, ascii_only=context.ascii_only, indent=2)
