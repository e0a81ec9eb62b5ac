"""One walk over a bound report, each node to the checks that asked for its type."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf
from typing import Any

from attrs import define, field, frozen

from disclint.binding.bound import BoundReport
from disclint.causes import Account
from disclint.check import Check, Finding, NotApplicable, Said, ToldElsewhere, Undecided
from disclint.errors import PackError
from disclint.glossary import NO_GLOSSARY, Glossary
from disclint.relations import Reckoning
from disclint.rule import RUN, Rule
from disclint.statements import STATED, read_statements
from disclint.watch import OverrunError, Watch

Look = Callable[[Any], Iterator[Said]]


@frozen
class Crash:
    """A check that raised, or was stopped."""

    rule: Rule
    plugin: str
    """The package that the check comes from."""
    error: BaseException


@define
class Inspection:
    """What the rules say of one file, in no order, and what they could not decide."""

    findings: list[tuple[Rule, Finding]] = field(factory=list)
    undecided: list[tuple[Rule, Undecided]] = field(factory=list)
    crashes: list[Crash] = field(factory=list)
    stopped: set[str] = field(factory=set)
    """The codes of the rules that took too long."""
    applied: set[str] = field(factory=set)
    """The codes of the rules that had anything to look at."""
    told_elsewhere: set[str] = field(factory=set)
    """The codes of the rules that are broken where another rule says so."""
    unsaid: list[tuple[Rule, Finding]] = field(factory=list)
    """What they find themselves there."""
    reckonings: list[Reckoning] = field(factory=list)

    @property
    def failed(self) -> frozenset[str]:
        """The codes of the rules that have not looked to the end."""
        return frozenset(crash.rule.code for crash in self.crashes)


@frozen
class Engine:
    """Rules with their checks, ready to look at reports."""

    glossary: Glossary
    _looks: Mapping[type, Sequence[tuple[Rule, Look]]] = field(alias="looks")
    seconds: float = inf
    """How long each rule may look at one file."""

    @classmethod
    def build(
        cls,
        rules: Sequence[Rule],
        kinds: Mapping[str, type[Check]],
        glossary: Glossary = NO_GLOSSARY,
        seconds: float = inf,
    ) -> "Engine":
        """Return the engine that applies `rules` with checks of `kinds`.

        Without a glossary the prose is not read.

        Raises:
            PackError: a rule asks for a check that is not there, or not in these words.

        """
        looks: dict[type, list[tuple[Rule, Look]]] = {}
        for rule in rules:
            if rule.check != RUN:
                check = _make_check(rule, kinds)
                looks.setdefault(check.looks_at, []).append((rule, check.look))
        return cls(glossary, looks, seconds)

    def without(self, codes: Container[str]) -> "Engine":
        """Return the engine of the same rules but those with `codes`."""
        looks = {
            kind: left
            for kind, looks in self._looks.items()
            if (left := [(rule, look) for rule, look in looks if rule.code not in codes])
        }
        return Engine(self.glossary, looks, self.seconds)

    def asked_for(self) -> Iterator[tuple[type, Rule]]:
        """Yield each rule that has a check, by code, with the type of node that it looks at."""
        found = ((kind, rule) for kind, looks in self._looks.items() for rule, _ in looks)
        return iter(sorted(found, key=lambda one: one[1].code))

    def inspect(self, reports: Iterable[BoundReport]) -> Inspection:
        """Return what the rules say of the reports of one file."""
        return self.look_at(chain.from_iterable(map(self.walk, reports)))

    def look_at(self, nodes: Iterable[object]) -> Inspection:
        """Return what the rules say of `nodes`, all of which are about one file."""
        inspection = Inspection()
        with Watch(self.seconds) as watch:
            for node in nodes:
                if isinstance(node, Reckoning):
                    inspection.reckonings.append(node)
                self._look(node, inspection, watch)
        _say_what_none_says(inspection)
        return inspection

    def _look(self, node: object, inspection: Inspection, watch: Watch) -> None:
        """Let each check look at `node` that asked for its type; one that is stopped, no more."""
        for rule, look in self._looks.get(type(node), ()):
            if rule.code in inspection.stopped:
                continue
            try:
                said = watch.run(rule.code, look, node)
                _refuse_other(said)
            except OverrunError as error:
                inspection.stopped.add(rule.code)
                inspection.crashes.append(Crash(rule, _package(look), error))
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a broken rule must not stop the others
                inspection.crashes.append(Crash(rule, _package(look), error))
            else:
                _take_down(inspection, rule, said)

    def walk(self, report: BoundReport) -> Iterator[object]:
        """Yield the report and every node below it that a check may ask for."""
        yield report
        yield from report.sections
        yield from report.passages
        if self._looks.keys() & STATED:
            yield from read_statements(report, self.glossary)
        for table in report.tables:
            yield table
            for row in table.rows:
                yield row
                yield from row.figures
            yield from table.misworded
            yield from table.unknown_rows
            reckoning = Reckoning(table)
            yield reckoning
            yield Account(reckoning)


def _take_down(inspection: Inspection, rule: Rule, said: Sequence[Said]) -> None:
    """Enter into `inspection` what a rule's check has said of one node."""
    for one in said:
        match one:
            case Finding():
                inspection.findings.append((rule, one))
            case Undecided():
                inspection.undecided.append((rule, one))
            case NotApplicable():
                return
            case ToldElsewhere(otherwise):
                inspection.told_elsewhere.add(rule.code)
                if otherwise:
                    inspection.unsaid.append((rule, otherwise))
    inspection.applied.add(rule.code)


def _refuse_other(said: Sequence[object]) -> None:
    """Refuse what a check may not yield, so that it is not passed over in silence."""
    for one in said:
        if not isinstance(one, Said):
            message = f"a check yields {Said}, not {one!r:.80}"
            raise TypeError(message)


def _say_what_none_says(inspection: Inspection) -> None:
    """Take for found what another rule should have told that does not run, or has crashed."""
    if inspection.unsaid:
        named = {finding.span for _, finding in inspection.findings}
        named |= {other.span for _, finding in inspection.findings for other in finding.related}
        inspection.findings += [
            (rule, finding) for rule, finding in inspection.unsaid if finding.span not in named
        ]


def _package(look: Look) -> str:
    return look.__module__.partition(".")[0]


def _make_check(rule: Rule, kinds: Mapping[str, type[Check]]) -> Check:
    kind = kinds.get(rule.check)
    if kind is None:
        message = f"{rule.code}: no such check: `{rule.check}`"
        raise PackError(message)
    try:
        check = kind(**rule.options)
        looks_at: object = check.looks_at
    except (TypeError, ValueError) as error:
        message = f"{rule.code}: `with` does not fit the check `{rule.check}`: {error}"
        raise PackError(message) from error
    except Exception as error:
        raised = f"raised {type(error).__name__}: {error}"
        message = f"{rule.code}: the check `{rule.check}` ({kind.__module__}) {raised}"
        raise PackError(message) from error
    if not isinstance(looks_at, type):
        message = f"{rule.code}: the check `{rule.check}` ({kind.__module__}) looks at no type"
        raise PackError(message)
    return check
