"""Sections and tables in the order of the outline."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.check import Finding, told


@frozen
class SectionOrder:
    """The order of the sections, and where that is right, the order of the tables."""

    looks_at = BoundReport
    facts = told("part")

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Yield a finding for each section or table to be moved, as few as will do."""
        sections = [report.outline.index(bound.official) for bound in report.sections]
        misplaced = _misplaced(sections)
        for index in misplaced:
            bound = report.sections[index]
            yield Finding(bound.section.heading.span, {"part": bound.official.shown})
        if not misplaced:
            for index in _misplaced([table.form.table for table in report.tables]):
                table = report.tables[index]
                yield Finding(table.span, {"part": table.form.name})


def _misplaced(ranks: Sequence[int]) -> list[int]:
    """Return the indices that are not in the longest stretch of `ranks` that never falls."""
    tails: list[int] = []
    chains: list[list[int]] = []
    for index, rank in enumerate(ranks):
        place = bisect_right(tails, rank)
        chain = [*(chains[place - 1] if place else []), index]
        tails[place : place + 1] = [rank]
        chains[place : place + 1] = [chain]
    kept = set(chains[-1]) if chains else set()
    return [index for index in range(len(ranks)) if index not in kept]
