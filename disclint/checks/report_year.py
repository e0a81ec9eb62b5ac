"""The year on which a report says it is, in its text, against that of its title."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.binding.stated_years import StatedYear
from disclint.check import Finding, NotApplicable, Related, Said, Undecided, told
from disclint.wording import Facts, Wording

_NO_YEAR = Wording("看不出报告年度", "the report year cannot be told")
_PERIOD = Wording("统计期限", "the period of the figures")


@frozen
class ReportYear:
    """A year that the text names as its own and that is not the report's."""

    looks_at = BoundReport
    facts = told("year stated", untitled="year stated", with_period="year stated")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield one finding for each such year, at the first place that names it."""
        year = report.identity.year
        first = {stated.year: stated for stated in reversed(report.dates.stated)}
        if not first:
            yield NotApplicable()
        elif year is None:
            yield Undecided(_NO_YEAR)
        else:
            for stated in first.values():
                if stated.year != year:
                    yield _finding(stated, report, year)


def _finding(stated: StatedYear, report: BoundReport, year: int) -> Finding:
    facts: Facts = {"year": year, "stated": stated.year}
    if f"{year}年" not in report.identity.title:
        return Finding(stated.span, facts, "untitled")
    agreeing = [period for period in report.dates.periods if period.year == stated.year]
    related = tuple(Related(period.span, _PERIOD) for period in agreeing[:1])
    return Finding(stated.span, facts, "with-period" if agreeing else "", related)
