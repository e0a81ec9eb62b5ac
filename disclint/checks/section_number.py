"""Numbers in front of the headings."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import BoundReport, BoundSection
from disclint.check import Finding, told


@frozen
class SectionNumber:
    """The number of each section against the official one."""

    looks_at = BoundReport
    facts = told("section written", unnumbered="section written")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each heading with a number that is not its own.

        Headings without any number are let pass where most have none: a word processor's own
        numbers are lost when its text is taken out.
        """
        numbered = sum(1 for bound in report.sections if bound.number)
        for bound in report.sections:
            if bound.is_numbered_rightly:
                continue
            if bound.number or numbered > len(report.sections) / 2:
                yield _finding(bound)


def _finding(bound: BoundSection) -> Finding:
    return Finding(
        bound.section.heading.span,
        {"section": bound.official.shown, "written": spelling.quoted(bound.section.heading.text)},
        variant="" if bound.number else "unnumbered",
    )
