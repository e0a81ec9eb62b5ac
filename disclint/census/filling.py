"""Rows filled with what has come out for one file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from attrs import frozen

from disclint import __version__
from disclint.binding.bound import BoundReport
from disclint.census.region import region_of
from disclint.census.rows import DECIMALS, DIGITS, FigureRow, FileRow, FindingRow
from disclint.diagnostics import Diagnostic, Severity
from disclint.ledger import Entry, Standing, Subject, count
from disclint.linter import Verdict
from disclint.records import figure_records

_T = TypeVar("_T")


@frozen
class Stamp:
    """What is known of a file without looking into it."""

    file: str
    digest: str
    """Nothing where it is to be looked at again."""
    size: int
    made_with: str


@frozen
class Whose:
    """Who reports on which year, nothing where it is not certain."""

    title: str | None = None
    body: str | None = None
    body_kind: str | None = None
    region: str | None = None
    year: int | None = None

    @classmethod
    def of(cls, report: BoundReport) -> "Whose":
        """Return what a report tells."""
        identity = report.identity
        return cls(
            identity.title or None,
            identity.body or None,
            identity.kind.value if identity.kind else None,
            region_of(identity.body),
            identity.year,
        )

    @classmethod
    def of_all(cls, reports: Iterable[BoundReport]) -> "Whose":
        """Return what several reports tell with one voice."""
        each = [cls.of(report) for report in reports]
        return cls(
            _only(one.title for one in each),
            _only(one.body for one in each),
            _only(one.body_kind for one in each),
            _only(one.region for one in each),
            _only(one.year for one in each),
        )


def _only(values: Iterable[_T | None]) -> _T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def figure_rows(verdict: Verdict, editions: dict[str, str]) -> Iterator[FigureRow]:
    """Yield a row for each figure of the forms that the file has."""
    whose = [Whose.of(report) for report in verdict.reports]
    for one in figure_records(verdict.source, verdict.reports):
        who = whose[one.report - 1]
        yield FigureRow(
            file=one.file,
            line=None if one.part else one.line,
            part=one.part,
            report=one.report,
            body=who.body,
            region=who.region,
            year=who.year,
            edition=editions[one.form],
            form=one.form,
            table=one.table,
            row_id=one.row_id,
            row=one.row,
            column_id=one.column_id,
            column=one.column,
            text=one.text,
            value=_number(one.value),
            unit=one.unit,
            state=one.state,
        )


def _number(text: str) -> Decimal | None:
    """Return a value that a column of numbers can hold to the last digit."""
    whole, _, decimals = text.partition(".")
    fits = len(whole.lstrip("-")) <= DIGITS - DECIMALS and len(decimals) <= DECIMALS
    return Decimal(text) if text and fits else None


def finding_rows(diagnostics: Iterable[Diagnostic]) -> Iterator[FindingRow]:
    """Yield a row for each of `diagnostics`."""
    for one in diagnostics:
        yield FindingRow(
            file=one.path,
            line=one.start.line,
            column=one.start.column,
            end_line=one.end.line,
            end_column=one.end.column,
            part=one.start.part.zh if one.start.part else "",
            code=one.code,
            name=one.name,
            severity=one.severity.value,
            subject_kind=one.subject.kind.value if one.subject else None,
            subject=one.subject.id if one.subject else None,
            text=one.text,
            message_zh=one.message.zh,
            message_en=one.message.en,
            is_fixable=one.proposal is not None and one.proposal.is_safe,
            suppressed_by=one.suppressed.by.value if one.suppressed else None,
            suppressed_reason=one.suppressed.reason if one.suppressed else None,
        )


def file_row(
    stamp: Stamp,
    verdict: Verdict | None,
    diagnostics: Iterable[Diagnostic],
    ledger: Iterable[Entry],
    figures: int,
) -> FileRow:
    """Return the row of a file, whose `verdict` is nothing if it cannot be read."""
    entries = list(ledger)
    said = list(diagnostics)
    weights = Counter(one.severity for one in said if not one.suppressed)
    reports = [one for one in verdict.reports if one.is_report] if verdict else []
    whose = Whose.of_all(reports)
    relations, rules = (count(entries, one) for one in (Subject.RELATION, Subject.RULE))
    return FileRow(
        file=stamp.file,
        digest=stamp.digest,
        size=stamp.size,
        is_read=verdict is not None,
        kind=verdict.genre if verdict and reports else None,
        reports=len(reports),
        title=whose.title,
        body=whose.body,
        body_kind=whose.body_kind,
        region=whose.region,
        year=whose.year,
        figures=figures,
        errors=weights[Severity.ERROR],
        warnings=weights[Severity.WARNING],
        remarks=weights[Severity.INFO],
        suppressed=len(said) - weights.total(),
        relations_held=relations[Standing.HELD],
        relations_broken=relations[Standing.BROKEN],
        relations_undecided=relations[Standing.UNDECIDED],
        relations_not_applicable=relations[Standing.NOT_APPLICABLE],
        rules_held=rules[Standing.HELD],
        rules_broken=rules[Standing.BROKEN],
        rules_undecided=rules[Standing.UNDECIDED],
        rules_not_applicable=rules[Standing.NOT_APPLICABLE],
        version=__version__,
        made_with=stamp.made_with,
    )
