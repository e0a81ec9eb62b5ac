"""Who reports on which year, as far as the title tells."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from disclint.binding.bound import BodyKind, BoundReport, Identity, Level
from disclint.binding.identity import kind_of

Bind = Callable[[str], BoundReport]

NOBODY = Identity(title="", body="", year=None, level=None, kind=None)
PERIOD = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"


def identity(bind: Bind, text: str) -> Identity:
    return bind(dedent(text) + "\n一、总体情况\n\n平稳有序。\n").identity


def level(bind: Bind, body: str) -> Level | None:
    return identity(bind, f"{body}2023年政府信息公开工作年度报告\n").level


@pytest.mark.parametrize(
    "title",
    [
        "青禾县2023年政府信息公开工作年度报告",
        "2023年青禾县政府信息公开年报",
        "青禾县人民政府 2023 年政府信息公开工作年度报告",
        "青禾縣２０２３年政府信息公開工作年度報告",
    ],
)
def test_the_title_tells_year_and_level(title: str, bind: Bind) -> None:
    found = identity(bind, f"{title}\n")
    assert (found.year, found.level) == (2023, Level.COUNTY)


def test_the_title_is_given_in_normal_form(bind: Bind) -> None:
    found = identity(bind, "  青禾縣 2023 年政府信息公開工作年度報告\n")
    assert found.title == "青禾县2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "text",
    [
        "青禾县林业局\n2023年政府信息公开工作年度报告\n",
        "青禾县林业局2023年\n\n政府信息公开工作\n\n年度报告\n",
        "青禾县林业局2023年\n政府信息公开工作年度报告\n",
    ],
)
def test_a_title_may_stand_on_several_lines(text: str, bind: Bind) -> None:
    found = identity(bind, text)
    assert found.title == "青禾县林业局2023年政府信息公开工作年度报告"
    assert (found.year, found.level) == (2023, Level.COUNTY)


def test_a_line_above_that_names_no_body_is_not_of_the_title(bind: Bind) -> None:
    found = identity(bind, "索引号 0012\n2023年政府信息公开工作年度报告\n")
    assert found.title == "2023年政府信息公开工作年度报告"


def test_lines_of_a_page_before_the_title_do_no_harm(bind: Bind) -> None:
    text = """\
        首页
        政府信息公开
        政府信息公开年报
        青禾县2023年政府信息公开工作年度报告
        """
    assert identity(bind, text).title == "青禾县2023年政府信息公开工作年度报告"


def test_a_title_without_a_year_is_one_where_there_is_none_with_a_year(bind: Bind) -> None:
    found = identity(bind, "青禾县政府信息公开工作年度报告\n")
    assert found.title == "青禾县政府信息公开工作年度报告"
    assert (found.year, found.level) == (None, Level.COUNTY)


def test_a_way_through_a_site_is_no_title(bind: Bind) -> None:
    assert identity(bind, "首页>政府信息公开>2023年度报告\n").title == ""


def test_prose_that_speaks_of_the_report_is_no_title(bind: Bind) -> None:
    found = identity(bind, "根据规定，现公布本县2023年政府信息公开工作年度报告。\n")
    assert found == NOBODY


def test_a_report_without_a_title_has_neither_year_nor_level(bind: Bind) -> None:
    assert identity(bind, "") == NOBODY


@pytest.mark.parametrize(
    "period",
    [
        PERIOD,
        "统计期限为2022年1月1日至12月31日。",
        "统计期限为2022年01月01日-2022年12月31日。",
        "统计期限为２０２２年１月１日到２０２２年１２月３１日。",
        "统计期限为 2022 年 1 月 1 日 — 12 月 31 日。",
    ],
)
def test_where_the_title_is_silent_the_period_tells_the_year(period: str, bind: Bind) -> None:
    assert identity(bind, f"青禾县政府信息公开工作年度报告\n\n{period}\n").year == 2022


def test_the_period_may_stand_in_the_first_section(bind: Bind) -> None:
    text = f"青禾县政府信息公开工作年度报告\n一、总体情况\n平稳有序。{PERIOD}\n"
    assert bind(text).identity.year == 2022


def test_a_period_of_figures_in_another_section_tells_no_year(bind: Bind) -> None:
    text = f"青禾县政府信息公开工作年度报告\n一、总体情况\n六、其他需要报告的事项\n{PERIOD}\n"
    assert bind(text).identity.year is None


@pytest.mark.parametrize("text", [PERIOD, "根据规定，现公布2022年政府信息公开工作年度报告。"])
def test_of_several_titles_on_a_page_it_is_that_of_the_year_in_the_text(
    text: str, bind: Bind
) -> None:
    titles = [f"青禾县{year}年政府信息公开工作年度报告" for year in (2023, 2022, 2021)]
    found = identity(bind, "\n\n".join([*titles, text]))
    assert (found.title, found.year) == (titles[1], 2022)


def test_the_title_goes_before_the_period(bind: Bind) -> None:
    assert identity(bind, f"青禾县2023年政府信息公开工作年度报告\n\n{PERIOD}\n").year == 2023


@pytest.mark.parametrize(
    "text",
    [
        f"青禾县2021年、2022年政府信息公开工作年度报告\n\n{PERIOD}\n",
        f"青禾县政府信息公开工作年度报告\n\n{PERIOD}\n\n{PERIOD.replace('2022', '2021')}\n",
    ],
)
def test_several_years_are_none(text: str, bind: Bind) -> None:
    assert identity(bind, text).year is None


@pytest.mark.parametrize(
    "period", ["2021年1月1日至2022年12月31日", "2022年1月1日至2022年6月30日", "2022年度"]
)
def test_what_is_no_whole_year_is_no_period(period: str, bind: Bind) -> None:
    assert identity(bind, f"青禾县政府信息公开工作年度报告\n\n统计期限为{period}。\n").year is None


@pytest.mark.parametrize(
    "body",
    [
        "青禾县",
        "青禾县林业局",
        "青禾自治县",
        "青禾区人民政府",
        "云山市青禾区",
        "云山省云山市青禾县教育局",
        "青禾旗",
        "云山自治区青禾旗",
        "青禾县乡村振兴局",
        "青禾县美丽乡村办公室",
    ],
)
def test_counties_districts_and_banners_are_of_the_county_s_level(body: str, bind: Bind) -> None:
    assert level(bind, body) is Level.COUNTY


@pytest.mark.parametrize(
    "body",
    [
        "杨林乡",
        "青禾县杨林乡人民政府",
        "青禾县杨林镇人民政府",
        "青禾区杨林街道办事处",
        "云山市青禾区杨林街道",
        "青禾自治县杨林镇",
    ],
)
def test_townships_towns_and_streets_are_of_the_township_s_level(body: str, bind: Bind) -> None:
    assert level(bind, body) is Level.TOWNSHIP


@pytest.mark.parametrize(
    "body",
    [
        "云山省",
        "云山省林业厅",
        "云山市",
        "云山市场监督管理总局",
        "云山自治区",
        "云山自治区林业厅",
        "云山自治州",
        "青禾经济技术开发区",
        "青禾高新区",
        "云山新区",
        "青禾产业园区",
        "国家云山局",
    ],
)
def test_no_other_body_is_of_a_level_that_its_name_tells(body: str, bind: Bind) -> None:
    assert level(bind, body) is None


def test_the_level_is_that_of_the_body_and_not_of_what_it_reports(bind: Bind) -> None:
    assert identity(bind, "云山市2023年政府信息公开工作（县区部分）年度报告\n").level is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [("青禾县住房和城乡建设局", Level.COUNTY), ("云山省住房和城乡建设厅", None)],
)
def test_a_department_of_town_and_country_is_no_township(
    body: str, expected: Level | None, bind: Bind
) -> None:
    assert level(bind, body) is expected


def test_a_city_whose_name_ends_in_town_is_a_city(bind: Bind) -> None:
    assert level(bind, "云德镇市人民政府") is None


@pytest.mark.parametrize(
    "body", ["青禾保税区", "青禾山风景名胜区管理委员会", "云山自然保护区管理局", "云山省地区发展局"]
)
def test_a_zone_that_is_no_district_has_no_level(body: str, bind: Bind) -> None:
    assert level(bind, body) is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青禾县2023年政府信息公开工作年度报告", "青禾县"),
        ("2023年青禾县政府信息公开年报", "青禾县"),
        ("关于青禾县林业局2023年度政府信息公开工作的报告", "青禾县林业局"),
        ("标题:青禾县林业局政府信息公开工作2023年度报告", "青禾县林业局"),
        ("2023年政府信息公开工作年度报告", ""),
    ],
)
def test_the_body_is_what_is_left_of_the_title(title: str, body: str, bind: Bind) -> None:
    assert identity(bind, f"{title}\n").body == body


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("青禾县", BodyKind.GOVERNMENT),
        ("青禾县人民政府", BodyKind.GOVERNMENT),
        ("云岭市云溪区", BodyKind.GOVERNMENT),
        ("青禾县河口镇", BodyKind.TOWNSHIP),
        ("青禾县河口镇人民政府", BodyKind.TOWNSHIP),
        ("青禾县城关街道办事处", BodyKind.TOWNSHIP),
        ("青禾县林业局", BodyKind.DEPARTMENT),
        ("青禾县发展和改革委员会", BodyKind.DEPARTMENT),
        ("云岭市科委", BodyKind.DEPARTMENT),
        ("青禾县人民政府办公室", None),
        ("云岭市高新技术开发区管理委员会", None),
        ("云岭高新技术开发区", None),
        ("青禾县政务服务中心", None),
        ("", None),
    ],
)
def test_the_kind_of_a_body_is_told_by_how_its_name_ends(body: str, kind: BodyKind | None) -> None:
    assert kind_of(body) is kind
