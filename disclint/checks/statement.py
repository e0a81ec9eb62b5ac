"""Statements that a section must make."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundReport, BoundSection
from disclint.check import (
    Finding,
    NotApplicable,
    Said,
    Undecided,
    names,
    told,
    whole_number,
    word,
    word_list,
)
from disclint.marks import PICTURE
from disclint.nodes import Block, Paragraph
from disclint.wording import Wording

_NO_YEAR = Wording("看不出报告年度", "the report year cannot be told")
_CUT = Wording("文件在此中断", "the file stops here")
_PICTURE = Wording("该部分有图片", "there is a picture in the section")


@frozen
class Statement:
    """A matter on which a section must say something, from the reports of one year on."""

    section: str = field(converter=word, metadata=names("section"))
    since: int = field(converter=whole_number)
    words: tuple[str, ...] = field(converter=word_list)
    """Words, in normal form, one of which any such statement in the section has."""
    elsewhere: tuple[str, ...] = field(converter=word_list)
    """Words that make one in any other section as well."""
    looks_at = BoundReport
    facts = told("section")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at the section's heading if nowhere in the report a word is said."""
        bound = next((b for b in report.sections if b.official.number == self.section), None)
        is_due = self._is_due(report)
        if bound is None or is_due is False:
            yield NotApplicable()
        elif not self._is_said(bound, report):
            yield self._doubt(bound, report, is_due=is_due) or Finding(
                bound.section.heading.span, {"section": bound.official.shown}
            )

    def _is_due(self, report: BoundReport) -> bool | None:
        """Whether the report is on a late enough year; else on which, its tables may tell."""
        if report.identity.year:
            return report.identity.year >= self.since
        forms = [table.form for table in report.tables]
        if any(form.first_year >= self.since for form in forms):
            return True
        is_early = any(form.last_year and form.last_year < self.since for form in forms)
        return False if is_early else None

    def _is_said(self, bound: BoundSection, report: BoundReport) -> bool:
        own = spelling.normal("".join(map(_text, bound.section.blocks)))
        return _has(own, self.words) or any(
            _has(passage.text, self.words if passage.section is bound.official else self.elsewhere)
            for passage in report.passages
        )

    def _doubt(
        self, bound: BoundSection, report: BoundReport, *, is_due: bool | None
    ) -> Undecided | None:
        """Return why it cannot be told whether the statement is lacking, or nothing."""
        heading = bound.section.heading.span
        if is_due is None:
            return Undecided(_NO_YEAR, heading)
        if report.cut and bound is report.sections[-1]:
            return Undecided(_CUT, heading)
        if any(PICTURE in _text(block) for block in bound.section.blocks):
            return Undecided(_PICTURE, heading)
        return None


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "".join(cell.text for row in block.rows for cell in row.cells)
