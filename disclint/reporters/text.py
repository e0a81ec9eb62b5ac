"""One line a diagnostic: `path:line:col: CODE message`."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic
from disclint.reporting import Context
from disclint.reporting.headline import headline


@frozen
class TextReporter:
    """Lines that editors and people have read since compilers began."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield a line for each diagnostic."""
        for diagnostic in diagnostics:
            yield f"{headline(diagnostic, context)}\n"
