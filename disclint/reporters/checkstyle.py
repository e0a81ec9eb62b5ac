"""The XML of Checkstyle, which many viewers and CI servers read."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic
from disclint.reporting import Context
from disclint.reporting.files import by_file, relative
from disclint.reporting.headline import part_of
from disclint.reporting.markup import document, element
from disclint.reporting.unsuppressed import unsuppressed

_FORMAT = "4.3"
"""The version of Checkstyle whose shape this is, as other programs state it."""


@frozen
class CheckstyleReporter:
    """An error for each diagnostic, by file; columns in code points."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the document, once all files have been looked at."""
        root = element("checkstyle", version=_FORMAT)
        for path, found in by_file(unsuppressed(diagnostics)).items():
            file = element("file", name=relative(path))
            file.extend(element("error", **_attributes(one, context)) for one in found)
            root.append(file)
        yield document(root, ascii_only=context.ascii_only)


def _attributes(one: Diagnostic, context: Context) -> dict[str, str]:
    """Return what is said of one; line 0 is the file as a whole."""
    start = one.start
    place = {"line": str(start.line), "column": str(start.column)}
    return {
        **({"line": "0"} if start.part else place),
        "severity": one.severity.value,
        "message": context.say(one.message) + part_of(start, context),
        "source": f"disclint.{one.code}",
    }
