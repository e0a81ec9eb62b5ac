"""Official sections that are not there."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.check import Finding, told
from disclint.source import Span


@frozen
class SectionPresence:
    """Each section of the outline, at the section after which it is due."""

    looks_at = BoundReport
    facts = told("section")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each section missing; what lies past a cut is not missing."""
        if not report.is_report:
            return
        found = {bound.official: bound.section.heading.span for bound in report.sections}
        after = Span(report.report.span.start, report.report.span.start)
        last = max((report.outline.index(official) for official in found), default=-1)
        for index, official in enumerate(report.outline):
            if official in found:
                after = found[official]
            elif not report.cut or index < last:
                yield Finding(after, {"section": official.shown})
