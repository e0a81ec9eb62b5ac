"""Nothing in the file is a report."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.check import Finding, told
from disclint.source import Span


@frozen
class NoReport:
    """A file without an official table and without the sections of a report."""

    looks_at = BoundReport
    facts = told("", unread="")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield one finding at the start of the file."""
        if not report.is_report:
            yield Finding(Span(0, 0), variant="unread" if report.unread else "")
