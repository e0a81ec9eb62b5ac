"""The year on which a report says it is, where it presents itself in its text."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.binding.days import YEAR, read_number
from disclint.binding.passages import Passage
from disclint.source import Span

# How a report presents itself; what was only made may be that of another year, or a notice on it.
_PRESENTED = re.compile(
    r"(?:(?:^|[,。;:)]|我[局县区市镇乡办委厅旗]|本机关)(?:现|特|兹)[^,。;:《》\d]{1,30}?"
    r"|(?P<made>(?<!关于)(?<!做好)编制(?:了|完成|形成)?[^,。;:《》\d]{0,20}?))"
    rf"(?P<year>{YEAR})年度?[^,。;:《》\d]{{0,30}}?公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?的?"
    r"(?:年度)?(?:报告|年报|情况)(?:公布|予以公布)?(?:如下)?(?=[,。;:]|$)"
)
_HEADED = re.compile(rf"(?P<year>{YEAR})年度?")


@frozen
class StatedYear:
    """The year on which a report says it is, where it presents itself in its text."""

    year: int
    span: Span


def find_stated_years(passages: Iterable[Passage]) -> Iterator[StatedYear]:
    """Yield the years that the passages in which a report presents itself name as its own."""
    for passage in passages:
        pattern = _HEADED if passage.is_heading else _PRESENTED
        for match in pattern.finditer(passage.text):
            # In the sections, a report that was made may be any other.
            if passage.is_heading or passage.section is None or not match["made"]:
                span = passage.span(match.start("year"), match.end("year") + 1)
                yield StatedYear(read_number(match["year"]), span)
