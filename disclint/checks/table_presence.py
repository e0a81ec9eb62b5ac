"""Tables that are due in a section."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport, BoundSection
from disclint.check import Finding, told
from disclint.marks import PICTURE
from disclint.nodes import Paragraph


@frozen
class TablePresence:
    """The table of each section that has one by the outline."""

    looks_at = BoundReport
    facts = told("section", picture="section", unread="section")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding at the heading of each section whose table is nowhere in the report."""
        if not report.is_report:
            return
        there = {table.form.table for table in report.tables}
        last = report.sections[-1] if report.sections else None
        for bound in report.sections:
            number = bound.official.table
            if number is None or number in there:
                continue
            there.add(number)
            if report.cut and bound is last and number not in report.unread:
                continue
            variant = "unread" if number in report.unread else "picture" if _is_bare(bound) else ""
            yield Finding(bound.section.heading.span, {"section": bound.official.shown}, variant)


def _is_bare(bound: BoundSection) -> bool:
    """Whether nothing stands under a heading, or but a picture: what a table may have been."""
    return all(
        isinstance(block, Paragraph) and not block.text.replace(PICTURE, "").strip()
        for block in bound.section.blocks
    )
