"""The checks of dates and years: what is told, and what only looks like it."""

import pytest

from disclint.ledger import Standing, Subject
from disclint.linter import Linter
from disclint.source import Source
from tests.checks.speaking import count, said

PERIOD = "本报告所列数据的统计期限自{}止。"
WHOLE_2019 = PERIOD.format("2019年1月1日起至2019年12月31日")
WHOLE_2020 = PERIOD.format("2020年1月1日起至2020年12月31日")
PRESENTED = "根据规定，现公布{}年政府信息公开工作年度报告。"
TITLE = "青禾县2020年政府信息公开工作年度报告"


def page(
    before: str = "",
    title: str = TITLE,
    plan: str = "平稳有序。",
    last: str = "无。",
    first: str = "",
) -> str:
    return (
        f"{title}\n\n{before}\n\n一、总体情况\n\n平稳有序。{first}\n\n"
        f"五、存在的主要问题及改进情况\n\n{plan}\n\n六、其他需要报告的事项\n\n{last}\n"
    )


def reason(linter: Linter, code: str, text: str) -> str:
    """Return why the rule `code` could not be decided for a text, or how it came out."""
    entries = linter.ledger(linter.examine(Source("report.txt", text)))
    (entry,) = (one for one in entries if one.subject is Subject.RULE and one.id == code)
    return entry.reason.en if entry.reason else entry.standing.value


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("2019年1月1日起至2019年12月31日", "1 January 2019 to 31 December 2019"),
        ("2020年1月1日起至2020年12月30日", "1 January 2020 to 30 December 2020"),
        ("2019年12月1日起至2020年11月30日", "1 December 2019 to 30 November 2020"),
        ("2019年1月1日起至2020年12月31日", "1 January 2019 to 31 December 2020"),
        ("2020年12月31日起至2020年1月1日", "31 December 2020 to 1 January 2020"),
    ],
)
def test_a_period_that_is_not_the_whole_report_year_is_told(
    days: str, told: str, linter: Linter
) -> None:
    assert said(linter, "DIS801", page(PERIOD.format(days))) == [
        f"3: the figures are said to be from {told}, which is not the whole of 2020"
    ]


def test_a_period_that_is_the_report_year_holds(linter: Linter) -> None:
    assert reason(linter, "DIS801", page(WHOLE_2020)) == Standing.HELD
    assert reason(linter, "DIS801", page(first=WHOLE_2020)) == Standing.HELD
    assert reason(linter, "DIS801", page()) == Standing.NOT_APPLICABLE


def test_a_body_that_is_new_in_the_year_may_begin_later(linter: Linter) -> None:
    text = page(PERIOD.format("2020年5月1日起至2020年12月31日"))
    assert count(linter, "DIS801", text) == 0
    assert "may be new" in reason(linter, "DIS801", text)


def test_without_a_year_in_the_title_the_period_is_held_against_nothing(linter: Linter) -> None:
    for before in (WHOLE_2020, PERIOD.format("2020年1月1日起至2020年11月30日")):
        text = page(before, "青禾县政府信息公开工作年度报告")
        assert reason(linter, "DIS801", text) == "the title does not name the report year"


def test_periods_that_differ_are_not_judged(linter: Linter) -> None:
    text = page(WHOLE_2019, first=WHOLE_2020)
    assert reason(linter, "DIS801", text) == "several periods of the figures are stated"


@pytest.mark.parametrize(
    ("body", "day", "deadline"),
    [
        ("青禾县林业局", "2021-02-01", "31 January 2021"),
        ("云岭市科委", "2021-12-31", "31 January 2021"),
        ("青禾县人民政府", "2021-04-01", "31 March 2021"),
        ("青禾县", "2021-04-01", "31 March 2021"),
    ],
)
def test_a_report_is_late_after_the_last_day_for_its_kind_of_body(
    body: str, day: str, deadline: str, linter: Linter
) -> None:
    text = page(f"发布时间：{day}", f"{body}2020年政府信息公开工作年度报告")
    (message,) = said(linter, "DIS802", text)
    assert message.endswith(f", after the legal deadline of {deadline}")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("青禾县林业局", "2021-01-31"),
        ("青禾县", "2021-03-31"),
        ("青禾县", "2021-01-01"),
    ],
)
def test_the_last_day_itself_is_in_time(body: str, day: str, linter: Linter) -> None:
    text = page(f"发布时间：{day}", f"{body}2020年政府信息公开工作年度报告")
    assert reason(linter, "DIS802", text) == Standing.HELD


def test_a_township_has_no_deadline(linter: Linter) -> None:
    text = page("发布时间：2021-06-01", "青禾县河口镇2020年政府信息公开工作年度报告")
    assert reason(linter, "DIS802", text) == Standing.NOT_APPLICABLE


def test_where_the_kind_of_the_body_is_unknown_nothing_is_said(linter: Linter) -> None:
    text = page("发布时间：2021-06-01", "青禾县政务服务中心2020年政府信息公开工作年度报告")
    assert reason(linter, "DIS802", text) == "the kind of the body cannot be told"


def test_where_the_year_is_unknown_nothing_is_said(linter: Linter) -> None:
    text = page("发布时间：2021-06-01", "青禾县政府信息公开工作年度报告")
    assert reason(linter, "DIS802", text) == "the report year cannot be told"


def test_a_report_without_a_date_is_not_late(linter: Linter) -> None:
    assert reason(linter, "DIS802", page()) == Standing.NOT_APPLICABLE


@pytest.mark.parametrize("day", ["2023-05-01", "2020-05-01"])
def test_a_date_of_another_year_need_not_be_the_first_publication(day: str, linter: Linter) -> None:
    text = page(f"发布时间：{day}")
    assert count(linter, "DIS802", text) == 0
    assert "may not be that of the first publication" in reason(linter, "DIS802", text)


def test_where_the_page_does_not_tell_the_signature_counts(linter: Linter) -> None:
    late = "无。\n\n2021年4月1日"
    told = "the report was signed on 1 April 2021, after the legal deadline of 31 March 2021"
    assert said(linter, "DIS802", page(last=late)) == ["17: " + told]
    assert said(linter, "DIS802", page("发布时间：2023-05-01", last=late)) == ["17: " + told]
    assert count(linter, "DIS802", page(last="无。\n\n2021年3月31日")) == 0


def test_a_report_published_before_it_was_signed_names_both_places(linter: Linter) -> None:
    text = page("发布时间：2021-01-28 10:59", last="无。\n\n二〇二一年二月六日")
    (found,) = (one for one in linter.lint(Source("r.txt", text)) if one.code == "DIS803")
    assert found.message.zh == "发布日期2021年1月28日早于落款日期2021年2月6日"
    assert (found.start.line, found.start.column) == (3, 6)
    assert [(one.start.line, one.name.zh) for one in found.related] == [(17, "落款日期")]


@pytest.mark.parametrize("day", ["2021-02-06", "2021-02-07", "2023-01-01"])
def test_a_report_may_be_published_on_the_day_of_its_signature_or_later(
    day: str, linter: Linter
) -> None:
    text = page(f"发布时间：{day}", last="无。\n\n2021年2月6日")
    assert reason(linter, "DIS803", text) == Standing.HELD


def test_one_date_alone_has_nothing_to_be_before(linter: Linter) -> None:
    for text in (page("发布时间：2021-01-28"), page(last="无。\n\n2021年2月6日")):
        assert reason(linter, "DIS803", text) == Standing.NOT_APPLICABLE


@pytest.mark.parametrize(
    "plan",
    [
        "（二）2020年工作计划。一是加强培训。",
        "(二) 2020年工作计划。一是加强培训。",
        "（二）2020年工作计划",
        "2020年工作打算：一是加强培训。",
        "二、2019年度下一步工作思路。一是加强培训。",
        "2．2020年政府信息公开工作安排。加强培训。",
        "（一）问题。解读不够。（二）2020年我局重点工作计划一是加强培训。",
        "（二）整改措施。2020年，我局将进一步加大培训力度。",
        "针对以上问题，2020年我县将继续加强培训，提高能力。",
        "下一步，2020年全县将从以下方面改进。",
    ],
)
def test_a_plan_for_a_year_that_has_ended_is_told(plan: str, linter: Linter) -> None:
    assert count(linter, "DIS804", page(plan=plan)) == 1
    assert count(linter, "DIS804", page(last=plan)) == 1


@pytest.mark.parametrize(
    "plan",
    [
        "（二）2021年工作计划。一是加强培训。",
        "（二）2022年工作计划。一是加强培训。",
        "（二）工作计划。2020年，加强培训。",
        "制定了2020年工作计划。",
        "一是制定2020年工作计划。",
        "按照2020年工作计划。",
        "（二）2020年工作计划完成情况。均已完成。",
        "2020年工作计划，已经完成。",
        "按照2020年政务公开工作要点，平稳有序。",
        "落实《2020年工作计划》。平稳有序。",
        "2020年，我局将政府信息公开纳入考核。",
        "2020年，我局将进一步加强公开工作作为重点任务。",
        "2020年，我局进一步加强公开工作。",
        "去年报告提出：2020年我局将继续加强培训。",
        "（二）整改措施。为规范公开工作，2020年我局加大培训力度，成效明显。",
        "2021年，我局将继续加强培训。",
        "（二）2020年整改措施。一是加强了培训。",
    ],
)
def test_what_is_no_plan_for_a_year_that_has_ended_is_not_told(plan: str, linter: Linter) -> None:
    assert count(linter, "DIS804", page(plan=plan)) == 0


def test_in_the_section_on_what_was_done_a_plan_is_one_that_was_kept(linter: Linter) -> None:
    text = page().replace("平稳有序。\n", "（一）2020年工作计划。平稳有序。\n", 1)
    assert count(linter, "DIS804", text) == 0


def test_a_plan_is_not_judged_where_the_report_year_is_unknown(linter: Linter) -> None:
    text = page(title="青禾县政府信息公开工作年度报告", plan="2020年工作计划。一是加强培训。")
    assert reason(linter, "DIS804", text) == "the report year cannot be told"


def test_a_text_on_another_year_than_the_title_is_told_once(linter: Linter) -> None:
    text = page(PRESENTED.format(2019), first=PRESENTED.format(2019))
    assert said(linter, "DIS805", text) == [
        "3: the text says that the report is on 2019, its title that it is on 2020"
    ]


def test_a_text_that_agrees_with_the_title_leaves_the_period_to_another_rule(
    linter: Linter,
) -> None:
    text = page(f"{PRESENTED.format(2020)}{WHOLE_2019}")
    assert (count(linter, "DIS801", text), count(linter, "DIS805", text)) == (1, 0)


def test_where_text_and_period_agree_it_is_the_title_that_is_told(linter: Linter) -> None:
    text = page(f"{PRESENTED.format(2019)}{WHOLE_2019}")
    assert said(linter, "DIS805", text) == [
        "3: the text and the period of the figures are on 2019, but the title is on 2020"
    ]
    assert count(linter, "DIS801", text) == 0
    assert reason(linter, "DIS801", text) == Standing.BROKEN


def test_three_years_are_two_faults(linter: Linter) -> None:
    text = page(f"{PRESENTED.format(2018)}{WHOLE_2019}")
    assert (count(linter, "DIS801", text), count(linter, "DIS805", text)) == (1, 1)


def test_without_a_title_text_and_period_are_held_together(linter: Linter) -> None:
    text = page(f"{PRESENTED.format(2019)}{WHOLE_2020}", "青禾县政府信息公开工作年度报告")
    assert said(linter, "DIS805", text) == [
        "3: the text says that the report is on 2019, but it is on 2020"
    ]


def test_years_that_agree_are_no_mismatch(linter: Linter) -> None:
    assert reason(linter, "DIS805", page(PRESENTED.format(2020))) == Standing.HELD
    assert reason(linter, "DIS805", page()) == Standing.NOT_APPLICABLE


def test_a_text_without_a_title_and_a_period_has_nothing_to_differ_from(linter: Linter) -> None:
    text = page(PRESENTED.format(2020), "青禾县政府信息公开工作年度报告")
    assert reason(linter, "DIS805", text) == "the report year cannot be told"
