"""What a title must say."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.check import Finding, Said, Undecided, told
from disclint.nodes import Paragraph
from disclint.wording import Wording

_BODY = Wording("机关名称", "the name of the body")
_YEAR = Wording("年份", "the year")
_NAME = Wording("“政府信息公开工作年度报告”字样", "the words 政府信息公开工作年度报告")
_NO_TITLE = Wording("找不到报告的标题", "no title of the report was found")

_YEARS = r"(?:20\d\d(?!\d)|二[〇○零][〇○零一二三四五六七八九]{2})"
_A_YEAR = re.compile(_YEARS)
_YEAR_ALONE = re.compile(rf"\(?{_YEARS}年?度?\)?")
_BODY_ALONE = re.compile(r"[\u3400-\u9fff]{4,30}")
_NO_BODY = re.compile(
    rf"{_YEARS}年?度?|关于|政[府务]信息|[政党]务公开|信息|公开|工作|年度|年报|报告|情况|[的\W\d]"
)


@frozen
class TitleForm:
    """The title of the report: the body, the year, and what the law calls the report."""

    looks_at = BoundReport
    facts = told("title lacking")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at a title that lacks any of the three.

        A line with neither a body nor a year may be the name of a column on a site's page.
        """
        if not report.is_report:
            return
        lines = report.identity.title_lines
        lacking = list(_lacking(report)) if lines else []
        if not lines or {_BODY, _YEAR} <= set(lacking):
            yield Undecided(_NO_TITLE)
        elif lacking:
            title = spelling.quoted("".join(line.text.strip() for line in lines))
            yield Finding(
                lines[0].span | lines[-1].span, {"title": title, "lacking": _listed(lacking)}
            )


def _lacking(report: BoundReport) -> Iterator[Wording]:
    """Yield what neither the title nor a line next to it says."""
    title = spelling.normal("".join(line.text for line in report.identity.title_lines))
    title = title.rpartition(":")[2] or title
    nearby = [spelling.normal(line.text) for line in _lines_next_to_the_title(report)]
    names_body = report.identity.body or _NO_BODY.sub("", title)
    if not names_body and not any(map(_BODY_ALONE.fullmatch, nearby)):
        yield _BODY
    if not _A_YEAR.search(title) and not any(map(_YEAR_ALONE.fullmatch, nearby)):
        yield _YEAR
    if not _is_named(title):
        yield _NAME


def _lines_next_to_the_title(report: BoundReport) -> Iterator[Paragraph]:
    title = report.identity.title_lines
    lines = [line for one in report.passages if one.section is None for line in one.lines]
    index = next((i for i, line in enumerate(lines) if line is title[0]), None)
    if index is not None:
        yield from lines[max(index - 1, 0) : index]
        yield from lines[index + len(title) : index + len(title) + 1]


def _is_named(title: str) -> bool:
    """Whether the report bears its name, in whichever order of the words."""
    return re.search("政府(?:信息|资讯)", title) is not None and all(
        word in title for word in ("公开", "年度", "报告")
    )


def _listed(items: Sequence[Wording]) -> Wording:
    return Wording("、".join(item.zh for item in items), " and ".join(item.en for item in items))
