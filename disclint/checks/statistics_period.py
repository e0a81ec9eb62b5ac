"""The period of the figures against the report year."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.binding.dates import Period
from disclint.check import Finding, NotApplicable, Said, ToldElsewhere, Undecided, told
from disclint.wording import Facts, Wording

_NO_YEAR = Wording("题目没有写明报告年度", "the title does not name the report year")
_SEVERAL = Wording("写有几个不同的统计期限", "several periods of the figures are stated")
_PART = Wording(
    "统计期限晚于1月1日开始，机关可能是年内成立的",
    "the period begins after 1 January; the body may be new in that year",
)


@frozen
class StatisticsPeriod:
    """A period that is not the report year from its first day to its last."""

    looks_at = BoundReport
    facts = told("first last year")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at a period of other days, and what leaves it open."""
        periods = report.dates.periods
        if not periods:
            yield NotApplicable()
        elif len({(period.first, period.last) for period in periods}) > 1:
            yield Undecided(_SEVERAL, periods[0].span)
        else:
            yield from _judge(periods[0], report)


def _judge(period: Period, report: BoundReport) -> Iterator[Said]:
    year = report.identity.year
    if year is None or (period.year == year and f"{year}年" not in report.identity.title):
        yield Undecided(_NO_YEAR, period.span)
    elif period.year == year:
        return
    elif period.year and {stated.year for stated in report.dates.stated} == {period.year}:
        yield ToldElsewhere()  # the text is of one mind with it: another rule doubts the title
    elif period.first > date(year, 1, 1) and period.last == date(year, 12, 31):
        yield Undecided(_PART, period.span)
    else:
        facts: Facts = {"first": period.first, "last": period.last, "year": year}
        yield Finding(period.span, facts)
