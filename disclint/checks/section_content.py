"""Sections that say something."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport, BoundSection
from disclint.check import Finding, Said, Undecided, names, told, word_list
from disclint.marks import PICTURE
from disclint.nodes import Table
from disclint.source import Span
from disclint.wording import Wording

_CUT = Wording("文件在此中断", "the file stops here")
_DATE = r"\(?(?:20\d\d|二[〇○零].{2})[年./-].{1,3}[月./-].{1,3}日?\)?"
# Of words that end like a body, those of a sentence are none: 详见政府网站, 已报送县公开办.
_BODY = (
    r"(?!.*[无未没不见详已报])[\u3400-\u9fff()]{1,30}?(?:省|市|县|区|旗|州|盟|乡|镇|局|委|办|厅|处|科|部|院|站|所|队|"
    r"政府|办公室|办事处|中心|委员会|街道|公司|学校)"
)
_SIGNATURE = re.compile(rf"(?:{_BODY})?(?:{_DATE})?(?:\(盖章\))?")
_ITEM = re.compile(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|[一二三四五六七八九十]、)(.*)"
)
_LESSER = re.compile(
    r"[^。;,:无未没不]{2,20}(?:情况|问题|不足|措施|举措|打算|安排|计划|事项|方面|方向|思路)"
)


@frozen
class SectionContent:
    """Each of some sections, by number, and whether anything stands in it but its heading."""

    sections: tuple[str, ...] = field(converter=word_list, metadata=names("section"))
    furniture: tuple[str, ...] = field(converter=word_list)
    """How lines begin, in normal form, that a site's page puts after the text."""
    looks_at = BoundReport
    facts = told("section")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding for each section without content.

        Where the sections are out of order, or only the last one has any content, their headings
        may be those of a table of contents.
        """
        ranks = [report.outline.index(bound.official) for bound in report.sections]
        empty = [bound for bound in report.sections if not self._has_content(bound, report)]
        if ranks != sorted(set(ranks)) or len(empty) >= len(ranks) - 1:
            return
        for bound in empty:
            if bound.official.number not in self.sections:
                continue
            heading = bound.section.heading.span
            if report.cut and bound is report.sections[-1]:
                yield Undecided(_CUT, heading)
            else:
                yield Finding(heading, {"section": bound.official.shown})

    def _has_content(self, bound: BoundSection, report: BoundReport) -> bool:
        return any(
            passage.section is bound.official
            and not passage.is_heading
            and any(self._is_content(line.text) for line in passage.lines)
            for passage in report.passages
        ) or _has_table(_reach(bound, report), report)

    def _is_content(self, line: str) -> bool:
        text = spelling.normal(line)
        return PICTURE in text or not (
            _SIGNATURE.fullmatch(text)
            or _is_lesser_heading(text)
            or text.startswith(self.furniture)
        )


def _is_lesser_heading(text: str) -> bool:
    """Whether a line is an item number and words that announce what is to follow."""
    item = _ITEM.fullmatch(text)
    return item is not None and (not item[1] or _LESSER.fullmatch(item[1].rstrip(":")) is not None)


def _reach(bound: BoundSection, report: BoundReport) -> Span:
    """Return the span from the heading of a section to the next one."""
    start = bound.section.heading.span.end
    after = (other.section.heading.span.start for other in report.sections)
    return Span(
        start, min((place for place in after if place >= start), default=report.report.span.end)
    )


def _has_table(reach: Span, report: BoundReport) -> bool:
    return any(isinstance(block, Table) and block.span in reach for block in report.report.blocks())
