"""The ledger: what was checked in a report, and what could not be, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from disclint.binding.bound import BoundTable
from disclint.check import Undecided
from disclint.engine import Engine, Inspection
from disclint.forms import Form, Scope, path_name
from disclint.relations import Status
from disclint.rule import RUN, Rule
from disclint.source import Span
from disclint.wording import Wording

_NO_OTHER_REPORT = {
    Scope.LAST_YEAR: Wording("没有上一年的报告", "no report on the year before is given"),
    Scope.BODIES: Wording("没有所属各机关的报告", "no reports of the bodies are given"),
}

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


def open_ledger(engine: Engine, inspection: Inspection) -> Iterator[Entry]:
    """Yield an entry for every rule, then one for every relation of every table."""
    found = {rule.code for rule, _ in inspection.findings} | inspection.told_elsewhere
    crashed = {crash.rule.code for crash in inspection.crashes}
    for rule in engine.rules:
        if rule.check != RUN:
            yield _of_rule(rule, inspection, found, crashed)
    for reckoning in inspection.reckonings:
        for outcome in reckoning.outcomes:
            undecided = outcome.status is Status.UNDECIDED
            yield Entry(
                subject=Subject.RELATION,
                id=outcome.relation.id,
                name=outcome.relation.name,
                where=outcome.axis,
                standing=Standing(outcome.status.value),
                reason=outcome.reason if undecided else None,
                span=outcome.doubt if undecided else None,
            )
        yield from _unasked(reckoning.table, {o.relation.id for o in reckoning.outcomes})


def _of_rule(rule: Rule, inspection: Inspection, found: set[str], crashed: set[str]) -> Entry:
    """Return how a rule came out, with the first reason why it could not be decided."""
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


def _unasked(table: BoundTable, worked_out: set[str]) -> Iterator[Entry]:
    """Yield the relations that ask for the figures of reports that are not given."""
    form: Form = table.form
    seen = set(worked_out)
    for block in form.blocks:
        for relation in block.relations:
            if relation.id not in seen and (others := relation.scopes - {Scope.HERE}):
                seen.add(relation.id)
                yield Entry(
                    subject=Subject.RELATION,
                    id=relation.id,
                    name=relation.name,
                    where=path_name(form, block.title),
                    standing=Standing.NOT_APPLICABLE,
                    reason=_NO_OTHER_REPORT[min(others)],
                )
