"""Findings put into words: diagnostics, with all that a reporter may show."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from disclint.catalog import Catalog
from disclint.check import Finding, Fix, Related, Working
from disclint.diagnostics import (
    Diagnostic,
    Proposal,
    RelatedPlace,
    Replacement,
    WorkedRelation,
)
from disclint.engine import Crash, Inspection
from disclint.errors import PackError
from disclint.plugins import Plugins
from disclint.reading import Rejection
from disclint.rule import Rule
from disclint.source import Source, Span
from disclint.subjects import Divided, find_subject
from disclint.watch import OverrunError
from disclint.wording import Fact

CRASHED = "rule-crashed"
"""The rule that speaks of checks that have raised."""

_LONGEST_LINE = 2000
_LONGEST_TEXT = 200


@frozen
class Sayings:
    """The words of the rules, those that speak of the run itself among them."""

    _catalog: Catalog
    _plugins: Plugins
    _check_seconds: int

    def of_inspection(
        self, source: Source, inspection: Inspection, reports: Sequence[Divided]
    ) -> list[Diagnostic]:
        """Return what is wrong with `reports`, which stand in `source`, by place."""
        said = self._say(source, inspection, reports)
        return sorted(said, key=lambda diagnostic: (diagnostic.start, diagnostic.code))

    def of_rejection(self, path: str, rejection: Rejection) -> Diagnostic:
        """Return why the file at `path` cannot be read, or be checked in full.

        Raises:
            PackError: no pack has the rule that says so.

        """
        rule = self._catalog.find(rejection.rule)
        if rule is None:
            message = f"no pack has the rule `{rejection.rule}`, which speaks of the run itself"
            raise PackError(message)
        finding = Finding(Span(0, 0), rejection.facts, rejection.variant)
        said = _say(Source(path, ""), rule, finding, ())
        return evolve(said, start=rejection.place, end=rejection.place)

    def _say(
        self, source: Source, inspection: Inspection, reports: Sequence[Divided]
    ) -> Iterator[Diagnostic]:
        crashes = list(inspection.crashes)
        for rule, finding in inspection.findings:
            try:
                yield _say(source, rule, finding, reports)
            except Exception as error:  # noqa: BLE001 - whatever a check may have put into a finding
                crashes.append(Crash(rule, rule.code, error))
        for crash in {crash.rule.code: crash for crash in reversed(crashes)}.values():
            yield self._crashed(source.path, crash)

    def _crashed(self, path: str, crash: Crash) -> Diagnostic:
        facts: dict[str, Fact] = {
            "rule": f"{crash.rule.code} {crash.rule.name}",
            "plugin": self._plugins.origin(crash.rule.check) or crash.plugin,
        }
        if isinstance(crash.error, OverrunError):
            facts["seconds"] = self._check_seconds
            return self.of_rejection(path, Rejection(CRASHED, facts, variant="overrun"))
        facts["error"] = f"{type(crash.error).__name__}: {crash.error}"
        return self.of_rejection(path, Rejection(CRASHED, facts))


def _say(source: Source, rule: Rule, finding: Finding, reports: Sequence[Divided]) -> Diagnostic:
    """Return what `rule` says of what was found in one of `reports`, which stand in `source`."""
    message = rule.messages[finding.variant]
    start, end = source.place(finding.span.start), source.place(finding.span.end)
    return Diagnostic(
        path=source.path,
        start=start,
        end=end,
        code=rule.code,
        name=rule.name,
        severity=message.severity,
        message=message.text.filled(finding.facts),
        stops=rule.stops,
        related=_places(source, finding.related),
        workings=tuple(_worked(source, one) for one in finding.workings),
        proposal=_proposal(source, finding.fix) if finding.fix else None,
        subject=find_subject(reports, finding.span),
        text=_one_line(source.excerpt(finding.span)),
        line="" if source.origins or len(start.line_text) > _LONGEST_LINE else start.line_text,
    )


def _places(source: Source, related: Sequence[Related]) -> tuple[RelatedPlace, ...]:
    return tuple(_place(one.source or source, one) for one in related)


def _place(source: Source, related: Related) -> RelatedPlace:
    span = related.span
    start, end = source.place(span.start), source.place(span.end)
    return RelatedPlace(source.path, start, end, related.name, _one_line(source.excerpt(span)))


def _worked(source: Source, working: Working) -> WorkedRelation:
    return WorkedRelation(
        axis=working.axis,
        left=_places(source, working.left),
        right=_places(source, working.right),
        left_sum=working.left_sum,
        right_sum=working.right_sum,
    )


def _proposal(source: Source, fix: Fix) -> Proposal:
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    return Proposal(
        replacements=tuple(
            Replacement(
                start=source.place(edit.span.start),
                end=source.place(edit.span.end),
                old=source.excerpt(edit.span),
                new=edit.text,
            )
            for edit in edits
        ),
        is_safe=fix.is_safe,
    )


def _one_line(text: str) -> str:
    """Return `text` in one line, cut where it is long."""
    shown = " ".join(text[: _LONGEST_TEXT * 2].split())
    return shown if len(shown) <= _LONGEST_TEXT else f"{shown[:_LONGEST_TEXT]}..."
