"""Plans for a year that has ended."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.binding.days import YEAR, read_number
from disclint.binding.passages import Passage
from disclint.check import Finding, NotApplicable, Said, Undecided, names, told, word_list
from disclint.wording import Facts, Wording

_NO_YEAR = Wording("看不出报告年度", "the report year cannot be told")
_START = (
    r"(?:^|[。;])(?:\([一二三四五六七八九十\d]{1,3}\)|(?:[一二三四五六七八九十]+|\d{1,2})[、.])?"
)
_OF_WHOM = r"(?:我|本|全)[省市县区旗州盟乡镇局委办厅处院街]"
_ON_WHAT = "的|政府|政务|信息|公开|重点|主要|工作|下一步|下步"
# 将 is also 把: only with a word that speaks of what is to go on is it a pledge.
_PLEDGE = re.compile(
    rf"{_START}(?:(?:针对|为|下一步)[^,。;:]{{0,30}}[,:])*(?P<year>{YEAR})年,?(?:{_OF_WHOM},?)?"
    r"将(?:继续|进一步|不断|持续|着力|切实|从以下)(?![^。;]{0,40}(?:作为|纳入|列入|列为|摆))"
)


def _heading(words: object) -> re.Pattern[str]:
    """Return the pattern of a heading or lead that names a year and one of `words`."""
    either = "|".join(map(re.escape, word_list(words)))
    return re.compile(
        rf"{_START}(?P<year>{YEAR})年度?(?:{_OF_WHOM})?(?:{_ON_WHAT})*"
        rf"(?:{either})(?=[。:]|一是|$)"
    )


@frozen
class PlanYear:
    """A plan for the report year or an earlier one, in a section on what is to be done.

    Only the heading or lead of a plan tells, or a pledge: plans are also told of as made and kept.
    """

    looks_at = BoundReport
    facts = told("text planned year")

    sections: tuple[str, ...] = field(converter=word_list, metadata=names("section"))
    _named: re.Pattern[str] = field(alias="words", converter=_heading)

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at each year that has ended."""
        plans = [
            (passage, match)
            for passage in report.passages
            if passage.section and passage.section.number in self.sections
            for pattern in (self._named, _PLEDGE)
            for match in pattern.finditer(passage.text)
        ]
        year = report.identity.year
        if not plans:
            yield NotApplicable()
        elif year is None:
            yield Undecided(_NO_YEAR)
        else:
            for passage, match in plans:
                if read_number(match["year"]) <= year:
                    yield _finding(passage, match, year)


def _finding(passage: Passage, match: re.Match[str], year: int) -> Finding:
    start, end = match.span("year")
    facts: Facts = {
        "text": spelling.quoted(passage.as_written(start, match.end())),
        "planned": read_number(match["year"]),
        "year": year,
    }
    return Finding(passage.span(start, end + 1), facts)
