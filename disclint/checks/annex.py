"""Annexes that are named at the end."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import BoundReport
from disclint.check import Finding, Said, Undecided, told
from disclint.marks import PICTURE
from disclint.nodes import Paragraph, Table
from disclint.source import Span
from disclint.wording import Wording

_NAMED = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十])?:(?P<name>[^。]{2,60})")
_ELSEWHERE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|csv|txt|html?)(?![a-z])"
    r"|下载|点击|链接|查看|https?:|www\.|^见|^无",
    re.IGNORECASE,
)
_SHORT = 40
"""A signature, a date and the foot of a page have no longer lines."""
_UNCLEAR = Wording(
    "其后还有其他内容，看不出是不是该附件",
    "text follows it that may or may not be the annex",
)
_CUT = Wording("文件在此之后中断", "the file stops after it")


@frozen
class Annex:
    """Each annex that a line of the last section names."""

    looks_at = BoundReport
    facts = told("name")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding for each annex that does not follow; one in a file of its own is there.

        A name that ends like a file's, or says where to look, is a link to such a file.
        """
        lines = list(_last_lines(report))
        for index, line in enumerate(lines):
            named = _NAMED.fullmatch(spelling.normal(line.text))
            if named and not _ELSEWHERE.search(named["name"]):
                yield from _look_for(named["name"], line, report, lines[index + 1 :])


def _last_lines(report: BoundReport) -> Iterator[Paragraph]:
    """Yield the lines of the last section without its heading."""
    last = report.passages[-1].section if report.passages else None
    for passage in report.passages:
        if last and passage.section is last and not passage.is_heading:
            yield from passage.lines


def _look_for(
    name: str, line: Paragraph, report: BoundReport, rest: Sequence[Paragraph]
) -> Iterator[Said]:
    if _has_table(report, line.span) or any(_is_of_annex(other.text, name) for other in rest):
        return
    if report.cut:
        yield Undecided(_CUT, line.span)
    elif any(len(other.text) > _SHORT for other in rest):
        yield Undecided(_UNCLEAR, line.span)
    else:
        written = re.split("[:：]", line.text, maxsplit=1)[1]
        yield Finding(line.span, {"name": spelling.quoted(written.strip())})


def _has_table(report: BoundReport, after: Span) -> bool:
    return any(
        isinstance(block, Table) and block.span.start >= after.end
        for block in report.report.blocks()
    )


def _is_of_annex(line: str, name: str) -> bool:
    """Whether a line belongs to an annex: its heading, or the place of a picture."""
    text = spelling.normal(line)
    return text.startswith("附件") or name in text or PICTURE in text
