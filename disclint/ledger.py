"""The ledger: what was checked in a report, and what could not be, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum

from attrs import evolve, frozen

from disclint.check import Undecided
from disclint.comparison import Family, Likeness, Neighbours, Succession
from disclint.engine import Engine, Inspection
from disclint.forms import Form, Relation, Scope, path_name
from disclint.relations import Outcome, Status
from disclint.rule import Rule
from disclint.source import Span
from disclint.wording import Wording

_NO_OTHER_REPORT = {
    Scope.LAST_YEAR: Wording("没有上一年的报告", "no report on the year before is given"),
    Scope.BODIES: Wording("没有所属各机关的报告", "no reports of the bodies are given"),
}
_NO_TABLE = Wording(
    "对照的报告没有这张表", "a report that is set against it does not have this table"
)
_OTHER_EDITION = Wording(
    "上一年的表为另一版格式，没有相应的数字",
    "the table of the year before is of another edition, which has no such figures",
)
ACROSS: Mapping[type, Scope | None] = {
    Succession: Succession.scope,
    Family: Family.scope,
    Likeness: None,
}
"""The nodes that need several reports, and which others."""

_FAILED = Wording("规则运行出错", "the rule failed")
_AND_OTHERS = Wording("{first}；另有 {count} 个原因", "{first}; {count} more reasons")


class Subject(StrEnum):
    """What an entry is about."""

    RULE = "rule"
    RELATION = "relation"


class Standing(StrEnum):
    """How a rule or a relation came out."""

    HELD = "held"
    BROKEN = "broken"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not-applicable"


@frozen(kw_only=True)
class Entry:
    """One rule, or one relation in one row or column, and how it came out."""

    subject: Subject
    id: str
    """The rule's code, or the relation's id in its form."""
    name: str
    where: Wording
    """The row or column of a relation; a rule's is the whole report."""
    standing: Standing
    reason: Wording | None = None
    """Why it could not be decided, or does not apply."""
    span: Span | None = None
    """The cell for which it could not be decided."""


def count(entries: Iterable[Entry], subject: Subject) -> Counter[Standing]:
    """Return how many entries about `subject` came out in each way."""
    return Counter(entry.standing for entry in entries if entry.subject is subject)


def open_within(engine: Engine, inspection: Inspection) -> Iterator[Entry]:
    """Yield an entry for every rule and for every relation that asks for no other report."""
    for kind, rule in engine.asked_for():
        if kind not in ACROSS:
            yield _of_rule(rule, inspection)
    for reckoning in inspection.reckonings:
        for outcome in reckoning.outcomes:
            is_undecided = outcome.status is Status.UNDECIDED
            doubt = Undecided(outcome.reason, outcome.doubt) if is_undecided else None
            yield _of_outcome(outcome, doubt)


def open_across(
    engine: Engine, inspection: Inspection, neighbours: Sequence[Neighbours]
) -> Iterator[Entry]:
    """Yield an entry for every rule and for every relation that asks for other reports."""
    for kind, rule in engine.asked_for():
        if kind in ACROSS:
            yield _with_doubt(_of_rule(rule, inspection), ACROSS[kind], neighbours)
    for each in neighbours:
        worked_out = [(kin, outcome) for kin in each.kin() for outcome in kin.outcomes()]
        for kin, outcome in worked_out:
            is_undecided = outcome.status is Status.UNDECIDED
            yield _of_outcome(outcome, kin.doubt(outcome) if is_undecided else None)
        relations = {outcome.relation for _, outcome in worked_out}
        for table in each.filing.tables:
            yield from _unasked(table.form, each, relations)


def _of_outcome(outcome: Outcome, doubt: Undecided | None) -> Entry:
    return Entry(
        subject=Subject.RELATION,
        id=outcome.relation.id,
        name=outcome.relation.name,
        where=outcome.axis,
        standing=Standing(outcome.status.value),
        reason=doubt.reason if doubt else None,
        span=doubt.span if doubt else None,
    )


def _with_doubt(entry: Entry, scope: Scope | None, neighbours: Sequence[Neighbours]) -> Entry:
    """Return `entry`, undecided if it cannot be told which other reports a rule asks for."""
    doubts = [each.doubts[scope] for each in neighbours if scope in each.doubts] if scope else []
    if entry.standing is not Standing.NOT_APPLICABLE or not doubts:
        return entry
    return evolve(entry, standing=Standing.UNDECIDED, reason=doubts[0])


def _of_rule(rule: Rule, inspection: Inspection) -> Entry:
    """Return how a rule came out, with the first reason why it could not be decided."""
    found = {own.code for own, _ in inspection.findings} | inspection.told_elsewhere
    crashed = {crash.rule.code for crash in inspection.crashes}
    said = [one for own, one in inspection.undecided if own is rule]
    standing, reason, span = Standing.HELD, None, None
    if rule.code in found:
        standing = Standing.BROKEN
    elif rule.code in crashed:
        standing, reason = Standing.UNDECIDED, _FAILED
    elif rule.code not in inspection.applied:
        standing = Standing.NOT_APPLICABLE
    elif said:
        standing, reason, span = Standing.UNDECIDED, _all_reasons(said), said[0].span
    return Entry(
        subject=Subject.RULE,
        id=rule.code,
        name=rule.name,
        where=rule.summary,
        standing=standing,
        reason=reason,
        span=span,
    )


def _all_reasons(said: Sequence[Undecided]) -> Wording:
    first, *others = dict.fromkeys(one.reason for one in said)
    return _AND_OTHERS.filled({"first": first, "count": len(others)}) if others else first


def _unasked(
    form: Form, neighbours: Neighbours, worked_out: AbstractSet[Relation]
) -> Iterator[Entry]:
    """Yield the relations to other reports that were not worked out, each once a form."""
    relations = [(block, relation) for block in form.blocks for relation in block.relations]
    seen = {relation.id for _, relation in relations if relation in worked_out}
    for block, relation in relations:
        if relation.is_across and relation.id not in seen:
            seen.add(relation.id)
            yield _of_unasked(relation, path_name(form, block.title), form, neighbours)


def _of_unasked(relation: Relation, where: Wording, form: Form, neighbours: Neighbours) -> Entry:
    scope = min(relation.scopes - {Scope.HERE})
    doubt = neighbours.doubts.get(scope)
    return Entry(
        subject=Subject.RELATION,
        id=relation.id,
        name=relation.name,
        where=where,
        standing=Standing.UNDECIDED if doubt else Standing.NOT_APPLICABLE,
        reason=doubt or _why_unasked(form, scope, neighbours),
    )


def _why_unasked(form: Form, scope: Scope, neighbours: Neighbours) -> Wording:
    """Return why a relation to reports that are certain, or to none, does not apply."""
    for kin in neighbours.kin():
        if kin.scope is scope:
            tables = {reckoning.table.form for reckoning in kin.reckonings}
            return _OTHER_EDITION if form in tables else _NO_TABLE
    return _NO_OTHER_REPORT[scope]
