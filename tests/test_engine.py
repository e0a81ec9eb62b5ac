"""One walk over a bound report: each node to the checks that asked for its type."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

import pytest
from attrs import field, frozen

from disclint.binding.bound import (
    BoundReport,
    BoundRow,
    BoundSection,
    BoundTable,
    Figure,
    Misworded,
    UnknownRow,
)
from disclint.causes import Account
from disclint.check import (
    Check,
    FactNames,
    Finding,
    NotApplicable,
    Related,
    Said,
    ToldElsewhere,
    Undecided,
    told,
)
from disclint.diagnostics import Severity
from disclint.engine import Engine
from disclint.errors import PackError
from disclint.linter import Linter
from disclint.relations import Reckoning
from disclint.rule import RUN, Example, Message, Rule
from disclint.source import Span
from disclint.watch import OverrunError
from disclint.wording import Wording

Bind = Callable[[str], BoundReport]

SAID = Wording("好", "good")
TEXT = """\
青禾县2023年政府信息公开工作年度报告

一、总体情况

平稳有序。

二、主动公开政府信息情况

| 信息内容 | 本年制定件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1 | 2 | 3 |
| 网民来信 | 4 |
"""


def seeing(kind: type) -> type[Check]:
    """Return a check that finds every node of the type `kind`, and tells the type."""

    class See:
        looks_at: ClassVar[type] = kind
        facts: ClassVar[FactNames] = told()

        def look(self, node: object, /) -> Iterator[Finding]:
            yield Finding(Span(0, 0), variant=type(node).__name__)

    return See


@frozen
class Fall:
    """A check that finds something in a row, and raises after that."""

    looks_at: ClassVar[type] = BoundRow
    facts: ClassVar[FactNames] = told()

    def look(self, row: BoundRow, /) -> Iterator[Finding]:
        yield Finding(row.figures[0].span)
        raise ZeroDivisionError(row.row.id)


@frozen
class Choose:
    """A check with an attribute."""

    looks_at: ClassVar[type] = BoundReport
    facts: ClassVar[FactNames] = told()
    severity: Severity = field(converter=Severity)

    def look(self, _report: BoundReport, /) -> Iterator[Finding]:
        yield Finding(Span(0, 0), variant=self.severity)


def rule(code: str, check: str, options: Mapping[str, object] | None = None) -> Rule:
    return Rule(
        code=code,
        name=code.lower(),
        severity=Severity.ERROR,
        check=check,
        options=options or {},
        summary=SAID,
        messages={"": Message(text=SAID, severity=Severity.ERROR)},
        rationale=SAID,
        authority=SAID,
        bad=Example(),
        good=Example(),
        since="0.1.0",
    )


def run(engine: Engine, report: BoundReport) -> list[tuple[str, str]]:
    """Return rule and variant of each finding, and of a crash its rule and error."""
    inspection = engine.inspect([report])
    return [
        *((rule.code, finding.variant) for rule, finding in inspection.findings),
        *((crash.rule.code, repr(crash.error)) for crash in inspection.crashes),
    ]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (BoundReport, 1),
        (BoundSection, 2),
        (BoundTable, 1),
        (BoundRow, 2),
        (Figure, 6),
        (Misworded, 1),
        (UnknownRow, 1),
        (Reckoning, 1),
        (Account, 1),
    ],
)
def test_a_check_is_handed_each_node_of_its_type_and_no_other(
    kind: type, count: int, bind: Bind
) -> None:
    engine = Engine.build([rule("X1", "see")], {"see": seeing(kind)})
    assert run(engine, bind(TEXT)) == [("X1", kind.__name__)] * count


def test_rules_of_several_types_are_all_applied(bind: Bind) -> None:
    kinds = {"row": seeing(BoundRow), "table": seeing(BoundTable)}
    engine = Engine.build([rule("X1", "row"), rule("X2", "table"), rule("X3", "row")], kinds)
    found = Counter(code for code, _ in run(engine, bind(TEXT)))
    assert found == {"X1": 2, "X2": 1, "X3": 2}


def test_two_rules_of_one_check_each_have_their_own_demand(bind: Bind) -> None:
    rules = [
        rule("X1", "choose", {"severity": "error"}),
        rule("X2", "choose", {"severity": "info"}),
    ]
    engine = Engine.build(rules, {"choose": Choose})
    assert run(engine, bind(TEXT)) == [("X1", "error"), ("X2", "info")]


def test_without_rules_nothing_is_found(bind: Bind) -> None:
    assert run(Engine.build([], {"see": seeing(BoundReport)}), bind(TEXT)) == []


def test_a_rule_of_the_run_itself_needs_no_check(bind: Bind) -> None:
    assert run(Engine.build([rule("X1", RUN)], {}), bind(TEXT)) == []


def test_a_check_that_raises_becomes_a_crash_at_each_node(bind: Bind) -> None:
    engine = Engine.build([rule("X1", "fall")], {"fall": Fall})
    assert run(engine, bind(TEXT)) == [
        ("X1", "ZeroDivisionError('rules')"),
        ("X1", "ZeroDivisionError('normative-documents')"),
    ]


def test_a_crash_names_the_package_that_the_check_comes_from(bind: Bind) -> None:
    engine = Engine.build([rule("X1", "fall")], {"fall": Fall})
    assert {crash.plugin for crash in engine.inspect([bind(TEXT)]).crashes} == {"tests"}


@pytest.mark.parametrize("order", [("X1", "X2"), ("X2", "X1")])
def test_when_a_check_raises_the_others_go_on(order: tuple[str, str], bind: Bind) -> None:
    checks = {"X1": "fall", "X2": "see"}
    kinds: Mapping[str, type[Check]] = {"fall": Fall, "see": seeing(BoundRow)}
    engine = Engine.build([rule(code, checks[code]) for code in order], kinds)
    found = run(engine, bind(TEXT))
    assert [variant for code, variant in found if code == "X2"] == ["BoundRow", "BoundRow"]
    assert sum(1 for code, _ in found if code == "X1") == 2


def test_a_rule_that_asks_for_no_check_there_is_is_the_pack_s_mistake() -> None:
    with pytest.raises(PackError, match=r"X1.*`sea`"):
        Engine.build([rule("X1", "sea")], {"see": seeing(BoundReport)})


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"severity": "fatal"},
        {"severity": "error", "colour": "red"},
        {"severe": "error"},
        {"severity": None},
    ],
)
def test_a_demand_that_the_check_does_not_know_is_the_pack_s_mistake(
    options: Mapping[str, object],
) -> None:
    with pytest.raises(PackError, match=r"X1.*`with`.*`choose`"):
        Engine.build([rule("X1", "choose", options)], {"choose": Choose})


@pytest.mark.parametrize(
    ("check", "options"),
    [
        ("cell-state", {"state": "sad"}),
        ("cell-state", {}),
        ("row-length", {"cells": "none"}),
        ("figure-value", {"demand": "whole", "kinds": ["number"]}),
        ("figure-value", {"demand": "whole", "kinds": 5}),
        ("no-report", {"level": "county"}),
    ],
)
def test_the_checks_that_come_with_disclint_refuse_what_they_do_not_know(
    check: str, options: Mapping[str, object], linter: Linter
) -> None:
    with pytest.raises(PackError, match=r"X1.*`with`"):
        Engine.build([rule("X1", check, options)], linter.plugins.checks)


@frozen
class Ponder:
    """A check that finds nothing in the first row, and cannot tell of the second."""

    looks_at: ClassVar[type] = BoundRow
    facts: ClassVar[FactNames] = told()

    def look(self, row: BoundRow, /) -> Iterator[Said]:
        if row.row.id != "rules":
            yield Undecided(SAID, row.span)


@frozen
class Decline:
    """A check for which there is nothing to look for."""

    looks_at: ClassVar[type] = BoundTable
    facts: ClassVar[FactNames] = told()

    def look(self, _table: BoundTable, /) -> Iterator[Said]:
        yield NotApplicable()


def test_what_a_check_cannot_tell_is_no_finding_and_is_kept(bind: Bind) -> None:
    inspection = Engine.build([rule("X1", "ponder")], {"ponder": Ponder}).inspect([bind(TEXT)])
    assert inspection.findings == []
    assert [(own.code, said.reason) for own, said in inspection.undecided] == [("X1", SAID)]
    assert inspection.applied == {"X1"}


def test_a_rule_with_nothing_to_look_at_is_not_applied(bind: Bind) -> None:
    kinds: Mapping[str, type[Check]] = {"decline": Decline, "see": seeing(UnknownRow)}
    engine = Engine.build([rule("X1", "decline"), rule("X2", "see")], kinds)
    assert engine.inspect([bind("通知\n")]).applied == set()
    assert engine.inspect([bind(TEXT)]).applied == {"X2"}


@frozen
class Brood:
    """A check that never has done with a row."""

    looks_at: ClassVar[type] = BoundRow
    facts: ClassVar[FactNames] = told()

    def look(self, row: BoundRow, /) -> Iterator[Finding]:
        while True:
            if row.row.id == "no-such-row":
                yield Finding(row.span)


@pytest.mark.parametrize("order", [("X1", "X2"), ("X2", "X1")])
def test_a_check_that_runs_too_long_is_stopped_once_and_the_others_go_on(
    order: tuple[str, str], bind: Bind
) -> None:
    checks = {"X1": "brood", "X2": "see"}
    kinds: Mapping[str, type[Check]] = {"brood": Brood, "see": seeing(BoundRow)}
    rules = [rule(code, checks[code]) for code in order]
    inspection = Engine.build(rules, kinds, seconds=0.1).inspect([bind(TEXT)])
    (crash,) = inspection.crashes
    assert (crash.rule.code, type(crash.error)) == ("X1", OverrunError)
    assert [own.code for own, _ in inspection.findings] == ["X2", "X2"]


def test_a_check_that_was_stopped_in_one_file_looks_at_the_next(bind: Bind) -> None:
    engine = Engine.build([rule("X1", "brood")], {"brood": Brood}, seconds=0.1)
    assert [len(engine.inspect([bind(TEXT)]).crashes) for _ in range(2)] == [1, 1]


@frozen
class Defer:
    """A check that leaves it to another rule to speak of a row."""

    looks_at: ClassVar[type] = BoundRow
    facts: ClassVar[FactNames] = told()

    def look(self, row: BoundRow, /) -> Iterator[Said]:
        yield ToldElsewhere(otherwise=Finding(row.figures[0].span, variant="otherwise"))


def test_what_another_rule_tells_is_found_only_where_that_names_no_such_place(bind: Bind) -> None:
    @frozen
    class Point:
        looks_at: ClassVar[type] = BoundTable
        facts: ClassVar[FactNames] = told()

        def look(self, table: BoundTable, /) -> Iterator[Finding]:
            first, second = (row.figures[0].span for row in table.rows)
            yield Finding(first, related=(Related(second, SAID),))

    kinds: Mapping[str, type[Check]] = {"defer": Defer, "point": Point}
    alone = Engine.build([rule("X1", "defer")], kinds)
    assert run(alone, bind(TEXT)) == [("X1", "otherwise")] * 2
    both = Engine.build([rule("X1", "defer"), rule("X2", "point")], kinds)
    assert run(both, bind(TEXT)) == [("X2", "")]
    assert both.inspect([bind(TEXT)]).told_elsewhere == {"X1"}


@pytest.mark.parametrize("error", [SystemExit(0), RecursionError(), OSError("no luck")])
def test_whatever_a_check_raises_is_its_own(error: BaseException, bind: Bind) -> None:
    @frozen
    class Leave:
        looks_at: ClassVar[type] = BoundTable
        facts: ClassVar[FactNames] = told()

        def look(self, _table: BoundTable, /) -> Iterator[Finding]:
            raise error

    engine = Engine.build([rule("X1", "leave")], {"leave": Leave})
    assert [crash.error for crash in engine.inspect([bind(TEXT)]).crashes] == [error]


@pytest.mark.parametrize("said", ["a word", None, Finding, 5])
def test_what_a_check_may_not_yield_is_a_crash_and_not_passed_over(
    said: Finding, bind: Bind
) -> None:
    @frozen
    class Babble:
        looks_at: ClassVar[type] = BoundTable
        facts: ClassVar[FactNames] = told()

        def look(self, _table: BoundTable, /) -> Iterator[Finding]:
            yield said

    inspection = Engine.build([rule("X1", "babble")], {"babble": Babble}).inspect([bind(TEXT)])
    assert [type(crash.error) for crash in inspection.crashes] == [TypeError]
    assert inspection.applied == set()


def test_a_check_that_looks_at_no_type_would_see_nothing_and_is_refused() -> None:
    @frozen
    class Blind:
        looks_at: Any = "BoundTable"
        facts: ClassVar[FactNames] = told()

        def look(self, _table: BoundTable, /) -> Iterator[Finding]:
            yield Finding(Span(0, 0))

    with pytest.raises(PackError, match=r"X1: the check `blind` \(.*\) looks at no type"):
        Engine.build([rule("X1", "blind")], {"blind": Blind})


def test_a_check_that_cannot_be_made_is_named() -> None:
    class Unmade:
        looks_at: ClassVar[type] = BoundTable
        facts: ClassVar[FactNames] = told()

        def __init__(self) -> None:
            raise KeyError("colour")  # noqa: EM101

        def look(self, _table: BoundTable, /) -> Iterator[Finding]:
            yield Finding(Span(0, 0))

    with pytest.raises(PackError, match=r"X1: the check `unmade` \(.*\) raised KeyError: 'colour'"):
        Engine.build([rule("X1", "unmade")], {"unmade": Unmade})
