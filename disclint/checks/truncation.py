"""The file stops half-way through the report."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.check import Finding, told


@frozen
class Truncation:
    """A text that ends before its report does."""

    looks_at = BoundReport
    facts = told()

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield one finding at the last text of the file."""
        if report.cut:
            yield Finding(report.cut)
