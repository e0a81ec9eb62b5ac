from collections import Counter

import pytest

from disclint.ledger import Entry, Standing, Subject, count
from disclint.linter import Linter
from disclint.source import Source
from tests.filling import find_form
from tests.writing import write_report

EDITION = ("active-2019", "requests-2019", "disputes")


def ledger(linter: Linter, changed: dict[str, str], title: str = "") -> list[Entry]:
    forms = [find_form(linter, name) for name in EDITION]
    text = write_report(forms, lambda slot: changed.get(slot.id, "0"), "tabbed", 2020)
    if title:
        text = title + text[text.index("\n") :]
    return linter.ledger(linter.examine(Source("report.txt", text)))


def standing(entries: list[Entry], name: str) -> list[Standing]:
    return [entry.standing for entry in entries if name in (entry.id, entry.name)]


def test_every_rule_but_those_of_the_run_has_its_entry(linter: Linter) -> None:
    entries = ledger(linter, {})
    rules = [rule.code for rule in linter.catalog.rules if rule.check != "run"]
    assert sorted(entry.id for entry in entries if entry.subject is Subject.RULE) == rules


def test_of_a_report_in_order_every_relation_holds(linter: Linter) -> None:
    counts = count(ledger(linter, {}), Subject.RELATION)
    # R1 and R2 in 7 columns, R3 in 23 rows, R4 three times, R8 5, R10 2, R11 1 and the chains R5,
    # R9 and R12 that ask for other reports.
    assert counts == {Standing.HELD: 48, Standing.NOT_APPLICABLE: 4}


def test_what_is_broken_stands_as_broken_by_rule_and_by_relation(linter: Linter) -> None:
    entries = ledger(linter, {"disputes.cases.review-upheld": "3"})
    assert Counter(standing(entries, "R4")) == {Standing.BROKEN: 1, Standing.HELD: 2}
    assert standing(entries, "DIS406") + standing(entries, "DIS405") in (
        [Standing.BROKEN, Standing.HELD],
        [Standing.HELD, Standing.BROKEN],
    )


def test_what_a_blank_leaves_undecided_has_the_cell_as_its_reason(linter: Linter) -> None:
    entries = ledger(linter, {"requests-2019.disclosed.person": ""})
    undecided = [entry for entry in entries if entry.standing is Standing.UNDECIDED]
    relations = [entry for entry in undecided if entry.subject is Subject.RELATION]
    assert [entry.id for entry in relations] == ["R2", "R3"]
    assert {str(entry.reason) for entry in undecided} == {
        "Table 3 · 三、本年度办理结果 · （一）予以公开 · 自然人 is blank"
    }
    assert {entry.id for entry in undecided} >= {"DIS402", "DIS403"}
    assert all(entry.span for entry in relations)


@pytest.mark.parametrize(
    ("title", "rule", "reason"),
    [
        ("云山市2020年政府信息公开工作年度报告", "DIS408", "the level of the body cannot be told"),
        ("青禾县政府信息公开工作年度报告", "DIS108", "the report year cannot be told"),
    ],
)
def test_a_rule_that_lacks_a_fact_says_which(
    title: str, rule: str, reason: str, linter: Linter
) -> None:
    (entry,) = (entry for entry in ledger(linter, {}, title)[:50] if entry.id == rule)
    assert (entry.standing, str(entry.reason)) == (Standing.UNDECIDED, reason)


def test_a_rule_without_anything_to_look_at_does_not_apply(linter: Linter) -> None:
    entries = linter.ledger(linter.examine(Source("a.txt", "通知\n")))
    assert standing(entries, "DIS402") == [Standing.NOT_APPLICABLE]
    assert standing(entries, "DIS003") == [Standing.BROKEN]
    assert count(entries, Subject.RELATION) == {}


def test_a_relation_that_asks_for_another_report_says_so(linter: Linter) -> None:
    (entry,) = (entry for entry in ledger(linter, {}) if entry.id == "R5")
    assert entry.standing is Standing.NOT_APPLICABLE
    assert str(entry.reason) == "no report on the year before is given"
