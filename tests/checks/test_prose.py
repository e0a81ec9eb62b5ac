"""The prose against the tables and against itself."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, report, said

PROSE = "全县政府信息公开工作平稳有序。"
FIGURES = {
    "requests-2021.received.person": "14",
    "requests-2021.received.business": "2",
    "requests-2021.received.total": "16",
    "requests-2021.carried-in.person": "1",
    "requests-2021.carried-in.total": "1",
    "requests-2021.disclosed.person": "15",
    "requests-2021.disclosed.business": "1",
    "requests-2021.disclosed.total": "16",
    "requests-2021.results-total.person": "15",
    "requests-2021.results-total.business": "1",
    "requests-2021.results-total.total": "16",
    "requests-2021.carried-out.business": "1",
    "requests-2021.carried-out.total": "1",
    "disputes.cases.review-upheld": "3",
    "disputes.cases.review-total": "3",
    "disputes.cases.direct-upheld": "2",
    "disputes.cases.direct-total": "2",
    "disputes.cases.after-review-pending": "1",
    "disputes.cases.after-review-total": "1",
    "active-2021.normative-documents.issued": "4",
    "active-2021.fees.fees-collected": "43.788",
}
TITLE = "青禾县2023年政府信息公开工作年度报告"


def with_prose(linter: Linter, prose: str, changed: dict[str, str] | None = None) -> str:
    """Return a report in order, with `prose` under its first heading."""
    whole = report(linter, FIGURES | (changed or {}), title=TITLE, year=2023)
    return whole.replace(PROSE, prose, 1)


@pytest.mark.parametrize(
    "prose",
    [
        "全县收到政府信息公开申请16件。",
        "全县受理政府信息公开申请16件。",
        "全县受理政府信息公开申请17件（含上年结转1件）。",
        "全县收到政府信息公开申请16件，其中自然人14件、法人或其他组织2件。",
        "全县政府信息公开申请中，予以公开16件，结转下年度1件。",
        "全县发生政府信息公开行政复议3件，行政诉讼3件。",
        "全县制发行政规范性文件4件。",
        "全县收取行政事业性收费43.79万元。",
        "全县收取行政事业性收费437880元。",
        "全县收到政府信息公开申请20余件。",
        "县公安局收到政府信息公开申请5件。",
        "12345热线受理来电5件。",
    ],
)
def test_prose_that_agrees_or_counts_something_else_is_left_alone(
    prose: str, linter: Linter
) -> None:
    assert said(linter, "DIS501", with_prose(linter, prose)) == []


@pytest.mark.parametrize(
    ("prose", "cell"),
    [
        ("全县收到政府信息公开申请17件。", "一、本年新收政府信息公开申请数量 · 总计 is 16"),
        ("全县受理政府信息公开申请18件。", "总计 is 16 or 17"),
        ("全县收到政府信息公开申请16件，其中自然人13件。", "自然人 is 14"),
        ("全县答复政府信息公开申请15件。", "（七）总计 · 总计 is 16"),
        ("全县发生政府信息公开行政诉讼2件。", "cells from Table 4"),
        ("全县制发行政规范性文件5件。", "本年制发件数 is 4"),
        ("全县收取行政事业性收费43.7万元。", "is 43.788"),
        ("全县收到政府信息公开申请0件。", "is 16"),
    ],
)
def test_prose_that_the_table_contradicts_is_told(prose: str, cell: str, linter: Linter) -> None:
    (message,) = said(linter, "DIS501", with_prose(linter, prose))
    assert cell in message


def test_prose_that_agrees_with_the_parts_of_a_wrong_total_is_left_alone(linter: Linter) -> None:
    wrong = {"requests-2021.received.total": "17"}
    text = with_prose(linter, "全县收到政府信息公开申请16件。", wrong)
    assert count(linter, "DIS501", text) == 0


def test_where_the_table_is_blank_nothing_is_told_and_the_ledger_says_why(linter: Linter) -> None:
    blank = {"requests-2021.received.total": "", "requests-2021.received.person": ""}
    text = with_prose(linter, "全县收到政府信息公开申请17件。", blank)
    assert count(linter, "DIS501", text) == 0


@pytest.mark.parametrize(
    ("prose", "times"),
    [
        ("全县未收到政府信息公开申请。", 1),
        ("全县未发生行政复议、行政诉讼。", 2),
        ("全县未发生因政府信息公开引发的行政复议被纠正的情况。", 0),
        ("全县未发生逾期答复政府信息公开申请的情况。", 0),
        ("县公安局未收到政府信息公开申请。", 0),
        ("2022年，全县未收到政府信息公开申请。", 0),
    ],
)
def test_a_denial_is_held_against_the_table(prose: str, times: int, linter: Linter) -> None:
    assert count(linter, "DIS504", with_prose(linter, prose)) == times


@pytest.mark.parametrize(
    ("prose", "times"),
    [
        ("全县收到政府信息公开申请16件，均已办结。", 1),
        ("全县收到政府信息公开申请16件，办结率100%。", 1),
        ("全县收到政府信息公开申请16件，按时办结率100%。", 0),
        ("全县收到政府信息公开申请16件，除1件结转外，其余均已办结。", 0),
        ("全县收到政府信息公开申请16件，均已办结，结转下年度1件。", 0),
        ("全县收到政府信息公开申请16件，力争全部办结。", 0),
    ],
)
def test_all_is_held_against_what_is_carried_over(prose: str, times: int, linter: Linter) -> None:
    assert count(linter, "DIS505", with_prose(linter, prose)) == times
    none_left = {
        "requests-2021.carried-out.business": "0",
        "requests-2021.carried-out.total": "0",
    }
    assert count(linter, "DIS505", with_prose(linter, prose, none_left)) == 0


def test_the_places_of_the_parts_are_carried(linter: Linter) -> None:
    text = with_prose(linter, "全县公开信息120条，其中政策类40条、规划类20条、其他61条。")
    assert count(linter, "DIS502", text) == 1
    assert said(linter, "DIS503", with_prose(linter, "收到申请40件，办结38件，办结率98%。")) == [
        "5: the text says 98%, but 38 and 40 give 95.00%"
    ]
