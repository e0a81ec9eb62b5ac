"""The dates of a report, and the dates on a page that are none of it."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport
from disclint.linter import Linter
from disclint.source import Source

Bind = Callable[[str], BoundReport]

# Longer than a line of a PDF: what stands around it is no piece of one paragraph.
LONG = "全县政府信息公开工作平稳有序，" * 8
BOX = """<html><table>
<tr><td>成文日期</td><td>2021-01-18</td><td>{label}</td><td>{day}</td></tr></table>
<p>青禾县2020年政府信息公开工作年度报告</p><p>一、总体情况</p><p>平稳有序。</p></html>
"""


def page(before: str = "", first: str = "平稳有序。", last: str = "无。") -> str:
    return (
        f"青禾县2020年政府信息公开工作年度报告\n{dedent(before)}\n{LONG}\n一、总体情况\n{first}\n"
        f"五、存在的主要问题及改进情况\n平稳有序。\n六、其他需要报告的事项\n{dedent(last)}\n"
    )


def periods(bind: Bind, text: str) -> list[tuple[date, date]]:
    return [(period.first, period.last) for period in bind(text).dates.periods]


def published(bind: Bind, before: str) -> date | None:
    found = bind(page(before)).dates.published
    return found.day if found else None


def signed(bind: Bind, last: str) -> date | None:
    found = bind(page(last=last)).dates.signed
    return found.day if found else None


def stated(bind: Bind, before: str = "", first: str = "") -> list[int]:
    return [one.year for one in bind(page(before, first)).dates.stated]


@pytest.mark.parametrize(
    "text",
    [
        "本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。",
        "统计时限为2020年1月1日至12月31日，",
        "数据统计周期：2020年01月01日—2020年12月31日。",
        "所列数据自2020年1月1日起至2020年12月31日止，",
        "本報告中所列數據的統計期限自2020年1月1日起至2020年12月31日止。",
        "统计期限均为2020.1.1-2020.12.31。",
        "统计时间为二〇二〇年一月一日至当年十二月三十一日。",
        "统计期限从2020年1月1日起，至2020年12月31日止。",
        "统计期限为2020年1月1日零时至2020年12月31日24时。",
        "内容涵盖本县2020年1月1日至12月31日期间的工作情况。",
    ],
)
def test_the_period_is_read_before_the_first_section_and_in_it(text: str, bind: Bind) -> None:
    whole = [(date(2020, 1, 1), date(2020, 12, 31))]
    assert periods(bind, page(before=text)) == whole
    assert periods(bind, page(first=text)) == whole


@pytest.mark.parametrize(
    "text",
    [
        "2020年1月1日至6月30日，全县共公开信息12条。",
        "统计数据显示，2020年1月1日至6月30日共公开信息12条。",
        "统计期限为2020年1月1日至2020年12月32日。",
        "统计期限为2020年度。",
    ],
)
def test_other_days_are_no_period(text: str, bind: Bind) -> None:
    assert periods(bind, page(first=text)) == []


def test_a_period_in_a_later_section_is_none_of_the_report(bind: Bind) -> None:
    text = "收费数据统计期限为2019年1月1日至2019年12月31日。"
    assert periods(bind, page(last=text)) == []


def test_a_period_may_be_broken_over_lines_and_has_its_place(bind: Bind) -> None:
    text = page(before="所列数据统计期限自2020年1月1日\n起至2020年12月31日止。如有疑问，请联系。")
    (period,) = bind(text).dates.periods
    assert text[period.span.start : period.span.end] == "2020年1月1日\n起至2020年12月31日"
    text = page(before="所列数据的统计周期\n为2020年1月1日至12月31日。")
    (period,) = bind(text).dates.periods
    assert text[period.span.start : period.span.end] == "2020年1月1日至12月31日"


def test_a_period_is_a_year_if_it_is_the_whole_of_it(bind: Bind) -> None:
    for days, year in [("2020年1月1日至12月31日", 2020), ("2020年1月1日至12月30日", None)]:
        (period,) = bind(page(f"统计期限为{days}。")).dates.periods
        assert period.year == year


@pytest.mark.parametrize(
    "text",
    [
        "发布时间：2021-01-28 10:59 信息来源：青禾县人民政府",
        "来源：浏览次数：发布日期：2021年1月28日",
        "發布時間：2021/01/28",
        "公开日期 2021.1.28",
        "来源：青禾县人民政府 时间：2021-01-28 10:59 微信 微博",
        "时间：2021-01-28",
        "成文日期：2021-01-18 发布日期：2021-01-28",
        "发布时间：2021-01-28\n\n发布日期：2021年1月28日",
    ],
)
def test_the_page_tells_when_the_report_was_published(text: str, bind: Bind) -> None:
    assert published(bind, text) == date(2021, 1, 28)


@pytest.mark.parametrize(
    "text",
    [
        "成文日期：2021-01-28",
        "采集时间：2025-12-30",
        "2025年12月30日 星期二",
        "今天是2025年12月30日",
        "青禾县2019年政府信息公开工作年度报告 2020-01-20",
        "更新时间：2021-01-28",
        "发布时间：2021-02-30",
        "发布时间：",
        "发布时间：2021-01-28\n\n发布时间：2020-01-20",
    ],
)
def test_another_day_on_the_page_is_no_publication(text: str, bind: Bind) -> None:
    assert published(bind, text) is None


def test_a_publication_after_the_report_is_that_of_another_page(bind: Bind) -> None:
    assert bind(page(last="相关链接 发布时间：2021-01-28")).dates.published is None


@pytest.mark.parametrize(
    ("label", "day", "found"),
    [
        ("发布日期", "2021-01-28", date(2021, 1, 28)),
        ("公开日期：", "2021年1月28日 10:59", date(2021, 1, 28)),
        ("有效日期", "2021-01-28", None),
        ("发布日期", "", None),
    ],
)
def test_the_publication_may_stand_in_a_box_above_the_report(
    label: str, day: str, found: date | None, linter: Linter
) -> None:
    source = linter.read(BOX.format(label=label, day=day).encode(), "report.html")
    assert isinstance(source, Source)
    dated = linter.bind(source)[0].dates.published
    assert (dated.day if dated else None) == found
    assert dated is None or source.excerpt(dated.span) == day


@pytest.mark.parametrize(
    "text",
    [
        "无。\n\n2021年2月6日",
        "无。\n\n青禾县人民政府办公室\n\n2021年2月6日",
        "无。\n\n青禾县人民政府办公室 2021年2月6日",
        "无。\n\n二〇二一年二月六日",
        "无。\n\n二○二一年二月六日",
        "无。\n\n二0二一年二月六日",
        "无。\n\n（2021年2月6日）",
        "无。\n\n青禾县人民政府（盖章）2021年2月6日",
        "无。\n\n2021年2月6日印发",
        "无。\n\n2021年2月6日\n\n青禾县人民政府办公室 2021年2月7日印发",
        "无其他需要报告的事项。青禾县人民政府 2021年2月6日",
        "无。\n\n2021年2月6日\n\n打印 关闭",
    ],
)
def test_the_signature_stands_by_itself_in_the_last_section(text: str, bind: Bind) -> None:
    assert signed(bind, text) == date(2021, 2, 6)


@pytest.mark.parametrize(
    "text",
    [
        "无。",
        "截至2020年12月31日",
        "本年度没有收费，统计到2020年12月31日",
        "无。\n\n2021-02-06",
        "无。\n\n2021年2月6日 星期六",
        "无。\n\n2021年2月29日",
        "无。\n\n2021年2月",
        "无。\n\n2021年2月6日\n\n2021年3月1日",
    ],
)
def test_another_day_in_the_last_section_is_no_signature(text: str, bind: Bind) -> None:
    assert signed(bind, text) is None


def test_a_day_by_itself_in_an_earlier_section_is_no_signature(bind: Bind) -> None:
    assert bind(page(first="2021年2月6日")).dates.signed is None
    assert bind("一、总体情况\n平稳有序。\n2021年2月6日\n").dates.signed is None


@pytest.mark.parametrize(
    "text",
    [
        "根据规定，现公布青禾县2019年政府信息公开工作年度报告。",
        "现将我局2019年度政府信息公开情况报告如下。",
        "现将2019年度政府信息公开工作情况公布如下：",
        "按照要求，特向社会公布2019年青禾县林业局政府信息公开工作年度报告。",
        "按照要求，特向社会公布二〇一九年度政府信息公开年报。",
    ],
)
def test_a_report_presents_itself_with_its_year(text: str, bind: Bind) -> None:
    assert stated(bind, text) == [2019]
    assert stated(bind, first=text) == [2019]


def test_before_the_first_section_the_report_that_was_made_is_this_one(bind: Bind) -> None:
    text = "青禾县结合工作实际，编制了2019年政府信息公开工作年度报告。"
    assert stated(bind, text) == [2019]
    assert stated(bind, first=text) == []


@pytest.mark.parametrize(
    "text",
    [
        "按照《关于编制2019年政府信息公开工作年度报告的通知》，现公布如下。",
        "按照关于编制2019年政府信息公开工作年度报告的通知要求，现公布如下。",
        "认真做好编制2019年政府信息公开工作年度报告。",
        "发布了2019年政府信息公开工作年度报告。",
        "2020年1月公布2019年政府信息公开工作年度报告。",
        "现将2019年政府信息公开工作年度报告反馈问题整改完毕。",
        "实现公开2019年政府信息公开工作年度报告。",
        "现公布《2019年政府信息公开工作年度报告》解读。",
        "现公布2019年预算。",
    ],
)
def test_another_report_is_none_on_which_this_one_is(text: str, bind: Bind) -> None:
    assert stated(bind, text) == []


def test_the_heading_of_the_first_section_may_name_the_year(bind: Bind) -> None:
    report = bind("青禾县2020年政府信息公开工作年度报告\n一、2019年总体情况\n平稳有序。\n")
    assert [one.year for one in report.dates.stated] == [2019]
