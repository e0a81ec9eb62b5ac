"""What is known of one place of a file: its figures, their relations, and what each rule says."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from disclint.binding.bound import BoundReport, BoundSection, Figure, Misworded
from disclint.binding.passages import Passage
from disclint.causes import Account
from disclint.diagnostics import Diagnostic
from disclint.engine import Inspection
from disclint.linter import Linter
from disclint.relations import Outcome, Reckoning
from disclint.rule import RUN, Rule
from disclint.source import Source, Span
from disclint.wording import Wording


class Standing(StrEnum):
    """How a rule came out at a place."""

    FOUND = "found"
    NOTHING = "nothing"
    UNDECIDED = "undecided"
    ELSEWHERE = "elsewhere"
    """Broken, and another rule says so."""
    CRASHED = "crashed"


@frozen(kw_only=True)
class Answer:
    """What one rule says of a place that it has looked at."""

    rule: Rule
    standing: Standing
    found: tuple[Diagnostic, ...] = ()
    reason: Wording | None = None
    """Why it could not be decided."""


@frozen(kw_only=True)
class Explanation:
    """What is known of one place."""

    genre: str
    """The kind of report that the file holds."""
    figures: tuple[Figure, ...]
    outcomes: tuple[Outcome, ...]
    """The relations within the report that the figures are part of."""
    answers: tuple[Answer, ...]
    """What the rules say that looked at the place, or at what holds it, by code."""
    others: tuple[Rule, ...]
    """The rules that run and have nothing to look at there."""
    left_out: tuple[Rule, ...]
    """The rules that do not run on this file."""


def explain(linter: Linter, source: Source, target: Span) -> Explanation:
    """Return what is known of `target`, the file being taken by itself."""
    reports = linter.bind(source)
    engine = linter.engine_for(source.path, reports[0].genre)
    near = [node for report in reports for node in engine.walk(report) if _is_at(node, target)]
    inspection = engine.look_at(near)
    figures = tuple(f for one in reports for f in one.figures() if _overlap(f.span, target))
    said = _say(linter, source, inspection, reports, target)
    asked = list(engine.asked_for())
    kinds = {type(node) for node in near}
    running = {rule.code for _, rule in asked}
    return Explanation(
        genre=reports[0].genre,
        figures=figures,
        outcomes=tuple(_outcomes(inspection, figures)),
        answers=tuple(
            _answer(rule, said, inspection, target) for kind, rule in asked if kind in kinds
        ),
        others=tuple(rule for kind, rule in asked if kind not in kinds),
        left_out=tuple(
            rule for rule in linter.catalog.rules if rule.check != RUN and rule.code not in running
        ),
    )


def _is_at(node: object, target: Span) -> bool:
    """Whether a node of a report is at `target`, or holds it; what is about a whole table does."""
    match node:
        case BoundReport():
            return True
        case (
            Reckoning(table=holder)
            | Account(reckoning=Reckoning(table=holder))
            | BoundSection(section=holder)
            | Misworded(cell=holder)
        ):
            span = holder.span
        case Passage():
            span = node.whole
        case _:
            own = getattr(node, "span", None)
            if not isinstance(own, Span):
                return False
            span = own
    return _overlap(span, target)


def _overlap(span: Span, target: Span) -> bool:
    """Whether they have a place in common; what is empty is in what it stands in."""
    return span.start < target.end and (span.end > target.start or span.start >= target.start)


def _say(
    linter: Linter,
    source: Source,
    inspection: Inspection,
    reports: Sequence[BoundReport],
    target: Span,
) -> list[Diagnostic]:
    there = [one for one in inspection.findings if _overlap(one[1].span, target)]
    return linter.sayings.of_inspection(source, Inspection(findings=there), reports)


def _outcomes(inspection: Inspection, figures: Sequence[Figure]) -> Iterator[Outcome]:
    slots = {figure.slot for figure in figures}
    for reckoning in inspection.reckonings:
        for outcome in reckoning.outcomes:
            if any(figure.slot in slots for figure in outcome.figures):
                yield outcome


def _answer(rule: Rule, said: Sequence[Diagnostic], inspection: Inspection, target: Span) -> Answer:
    found = tuple(one for one in said if one.code == rule.code)
    if found:
        return Answer(rule=rule, standing=Standing.FOUND, found=found)
    if any(crash.rule.code == rule.code for crash in inspection.crashes):
        return Answer(rule=rule, standing=Standing.CRASHED)
    for own, doubt in inspection.undecided:
        if own.code == rule.code and (doubt.span is None or _overlap(doubt.span, target)):
            return Answer(rule=rule, standing=Standing.UNDECIDED, reason=doubt.reason)
    elsewhere = [one for own, one in inspection.unsaid if own.code == rule.code]
    if any(_overlap(one.span, target) for one in elsewhere):
        return Answer(rule=rule, standing=Standing.ELSEWHERE)
    return Answer(rule=rule, standing=Standing.NOTHING)
