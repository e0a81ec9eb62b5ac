"""The day of publication against the deadline of the law."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from disclint.binding.bound import BodyKind, BoundReport
from disclint.check import Finding, NotApplicable, Said, Undecided, told, word
from disclint.wording import Wording

_NO_KIND = Wording("看不出机关的类别", "the kind of the body cannot be told")
_NO_YEAR = Wording("看不出报告年度", "the report year cannot be told")
_OTHER_YEAR = Wording(
    "日期不在报告年度的次年，不一定是首次公布的日期",
    "the date is not in the year after the report's; it may not be that of the first publication",
)

_COMMON_YEAR = 2023
"""One without a 29 February, on which nothing can be due each year."""


def _deadlines(days: object) -> dict[BodyKind, tuple[int, int]]:
    """Read month and day by the kind of the body: `{department: 1-31}`."""
    if not isinstance(days, dict) or not days:
        message = "must be a mapping of kinds of body to days"
        raise ValueError(message)
    return {BodyKind(kind): _month_and_day(day) for kind, day in days.items()}


def _month_and_day(text: object) -> tuple[int, int]:
    month, _, day = word(text).partition("-")
    last = date(_COMMON_YEAR, int(month), int(day))
    return last.month, last.day


@frozen
class Deadline:
    """A report that is dated after the deadline for its kind of body.

    Where the page does not tell when it was published, the signature counts: nothing is published
    before it is signed. The last day itself is in time.
    """

    looks_at = BoundReport
    facts = told("day deadline", signed="day deadline")

    deadlines: Mapping[BodyKind, tuple[int, int]] = field(converter=_deadlines)

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at the date, or what leaves it open."""
        year, kind = report.identity.year, report.identity.kind
        dated = [day for day in (report.dates.published, report.dates.signed) if day]
        if not dated or (kind and kind not in self.deadlines):
            yield NotApplicable()
        elif kind is None:
            yield Undecided(_NO_KIND, dated[0].span)
        elif year is None:
            yield Undecided(_NO_YEAR, dated[0].span)
        elif told := next((one for one in dated if one.day.year == year + 1), None):
            last = date(year + 1, *self.deadlines[kind])
            if told.day > last:
                variant = "" if told is report.dates.published else "signed"
                yield Finding(told.span, {"day": told.day, "deadline": last}, variant)
        else:
            yield Undecided(_OTHER_YEAR, dated[0].span)
