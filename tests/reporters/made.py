"""Diagnostics made up for reporters, in all that they may hold."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve

from disclint.diagnostics import (
    Diagnostic,
    Proposal,
    RelatedPlace,
    Replacement,
    Severity,
    Subject,
    SubjectKind,
    Suppressed,
    SuppressedBy,
    WorkedRelation,
)
from disclint.reporters import disclint_reporters
from disclint.reporting import Context
from disclint.source import LineText, Place
from disclint.wording import Wording

LINE = "𠮷镇共收到12件"
START, END = Place(3, 6, line_text=LineText(LINE)), Place(3, 9, line_text=LineText(LINE))
PART = Place(1, 1, part=Wording("第2个表格第6行第9格", "table 2, row 6, cell 9"))
PLAIN = Diagnostic(
    path="青禾县.txt",
    start=START,
    end=END,
    code="DIS303",
    name="unit-in-cell",
    severity=Severity.ERROR,
    message=Wording("“12件”多了单位", '"12件" needs no unit'),
    text="12件",
    line=LINE,
)
_TOTAL = RelatedPlace(PLAIN.path, START, END, Wording("总计", "total"), "12")
_PART = RelatedPlace(PLAIN.path, Place(4, 1), Place(4, 2), Wording("自然人", "person"), "9")
RICH = evolve(
    PLAIN,
    severity=Severity.WARNING,
    subject=Subject(SubjectKind.FIGURE, "requests-2021.received.total"),
    related=(_TOTAL, RelatedPlace("河口镇.docx", PART, PART, Wording("上年", "the year before"))),
    workings=(
        WorkedRelation(Wording("一行", "a row"), (_PART, _PART), (_TOTAL,), Decimal(18), None),
    ),
    proposal=Proposal((Replacement(START, END, "12件", "12"),), is_safe=True),
)
PLACELESS = evolve(PLAIN, path="河口镇.docx", start=PART, end=PART, line="", severity=Severity.INFO)
STOPPING = evolve(PLAIN, code="DIS001", start=Place(1, 1), end=Place(1, 1), line="", stops=True)
ALL = (PLAIN, RICH, PLACELESS, STOPPING)


def suppressed(by: SuppressedBy, reason: str = "原件如此") -> Diagnostic:
    """Return the plain one, not to be reported because of `by`."""
    return evolve(PLAIN, suppressed=Suppressed(by, reason))


def told(form: str, diagnostics: Iterable[Diagnostic] = ALL, context: Context | None = None) -> str:
    """Return what the reporter of a format makes of `diagnostics`."""
    reporter = disclint_reporters()[form]
    return "".join(reporter.report(diagnostics, context or Context(version="1.0")))
