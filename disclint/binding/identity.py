"""Who reports on which year: what the title tells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from disclint import spelling
from disclint.binding.bound import BodyKind, Identity, Level
from disclint.binding.dates import Dates
from disclint.nodes import Paragraph, Report, Section

_LONGEST_TITLE_LINE = 60
_MOST_LINES_BEFORE = 200
_TITLE_END = re.compile(r"(?:报告|年报)(?:\([^()]*\))?$")
_BODY_LINE = re.compile(r"(?:省|市|县|区|旗|乡|镇|局|委|办|厅|处|部|院|政府|办公室|中心|委员会)$")
_YEAR = re.compile(r"(20\d\d)年")
_TOWNSHIP = re.compile(r"[^省市县区州旗盟]{2,}?(?:(?<!城)(?:乡|镇)|街道)(?![市县区旗州村])")
# What ends in 区 and is no district: zones of all kinds, prefectures (地区), regions (自治区).
_DISTRICT = (
    "(?<!自治|开发|实验|管理|合作|示范|试验|保税|名胜|保护|度假|风景|旅游|工业|产业|功能|高新)"
    "(?<![新园地景林矿社库片特老山管贸政])区"
)
_COUNTY = re.compile(rf"[^省市州盟]{{1,8}}?(?:县|{_DISTRICT}|旗)")
_REPORT = re.compile(r"(?:政府|政务)?信息公开|政务公开|(?:年度)?报告|年报")
_NO_BODY = re.compile(r"20\d\d年?度?|^关于|的$|\(.*\)")
_KINDS = {
    BodyKind.TOWNSHIP: re.compile(r"(?:(?<!城)[乡镇]|街道)(?:人民政府|办事处)?$"),
    BodyKind.GOVERNMENT: re.compile(
        rf"(?:[省市县旗州盟]|自治区|地区|{_DISTRICT})(?:人民政府|行署)?$"
    ),
    BodyKind.DEPARTMENT: re.compile(
        r"(?:局|厅|科委|发改委|卫健委|建委|委员会|(?<!政府)办公室|财政部|民政部)$"
    ),
}
_NO_KIND = re.compile(r"管理委员会$|管委会")  # of a zone: the law does not say what it is


def identify(report: Report, first: Section | None, dates: Dates) -> Identity:
    """Return who reports on which year, as far as the title or the period of the figures tells.

    The title stands before the section `first`.
    """
    period = _only(one.year for one in dates.periods)
    said = period or _only(stated.year for stated in dates.stated)
    title, title_lines = _title(list(_opening(report, first)), said)
    head = title.partition("政府信息公开")[0].partition("20")[0] or title
    body = _body(title)
    return Identity(
        title=title,
        title_lines=title_lines,
        body=body,
        year=_year(title, period),
        level=level_of(head),
        kind=kind_of(body),
    )


def _opening(report: Report, first: Section | None) -> Iterator[Paragraph]:
    """Yield the prose before the first section, past a table of contents."""
    blocks = [*report.preamble]
    for section in report.sections if first else ():
        if section is first:
            break
        blocks += section.blocks
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block


def _title(opening: Sequence[Paragraph], year: int | None) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the title in normal form, and the up to three short lines that it stands in.

    It is the last before the first section: on a page of a site others stand before it, in menus
    and lists of the reports on other years. If one of these is on `year`, as the text has it, it
    is that.
    """
    short = [line for line in opening if _is_short(line.text)][-_MOST_LINES_BEFORE:]
    lines = [spelling.normal(line.text) for line in short]
    for is_one in (_is_full_title, _is_title):
        for count in (1, 2, 3):
            titles = list(_titles(lines, count, is_one))
            of_year = [(title, start) for title, start in titles if f"{year}年" in title]
            if titles:
                title, start = (of_year or titles)[-1]
                return title, tuple(short[start : start + count])
    return "", ()


def _titles(
    lines: Sequence[str], count: int, is_one: Callable[[str], bool]
) -> Iterator[tuple[str, int]]:
    """Yield each title of `count` lines and its first line, with the body in the line above it."""
    for start in range(len(lines) - count + 1):
        title = "".join(lines[start : start + count])
        if is_one(title):
            above = lines[start - 1] if start else ""
            yield (above + title if _BODY_LINE.search(above) else title), start


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE_LINE and "。" not in line


def is_title(line: str) -> bool:
    """Whether a line is the title of a report, with or without the body and the year."""
    return _is_short(line) and _is_title(spelling.normal(line))


def _is_title(text: str) -> bool:
    return "公开" in text and _TITLE_END.search(text) is not None and ">" not in text


def _is_full_title(text: str) -> bool:
    return _is_title(text) and _YEAR.search(text) is not None


def _year(title: str, period: int | None) -> int | None:
    """Return the report year, unless title and period are silent or name several."""
    if years := set(_YEAR.findall(title)):
        return int(years.pop()) if len(years) == 1 else None
    return period


def _only(years: Iterable[int | None]) -> int | None:
    """Return the one year that is named, if there is just one."""
    named = set(years) - {None}
    return named.pop() if len(named) == 1 else None


def level_of(body: str) -> Level | None:
    """Return the level of a body named like 会同县林业局 or 杨林镇人民政府."""
    if _TOWNSHIP.search(body):
        return Level.TOWNSHIP
    if _COUNTY.search(body):
        return Level.COUNTY
    return None


def _body(title: str) -> str:
    """Return the name of the body in a title: what is neither the year nor the report's name."""
    head = _NO_BODY.sub("", _REPORT.split(title.rpartition(":")[2])[0])
    half = head[: len(head) // 2]
    return half if head == half * 2 else head


def kind_of(body: str) -> BodyKind | None:
    """Return the kind of a body named like 会同县林业局 or 杨林镇人民政府."""
    if _NO_KIND.search(body):
        return None
    return next((kind for kind, ending in _KINDS.items() if ending.search(body)), None)
