"""Spellings and layouts as offices have them: what is no error, and what is one."""

from collections.abc import Callable

import pytest

from disclint.linter import Linter
from disclint.records import figure_records
from disclint.source import Source
from tests.checks.speaking import report, said
from tests.filling import find_form
from tests.writing import HEADINGS, LayoutName, write_report

Codes = Callable[[str], list[str]]


def found(linter: Linter, text: str) -> set[str]:
    """Return the codes of what is said of a text, remarks apart."""
    said_of = linter.lint(Source("report.txt", text))
    return {one.code for one in said_of if one.severity.value != "info"}


def states(linter: Linter, text: str, form: str) -> dict[str, tuple[str, str, str]]:
    """Return state, value and unit of every figure of a form, by `row.column`."""
    source = Source("report.txt", text)
    return {
        f"{one.row_id}.{one.column_id}": (one.state, one.value, one.unit)
        for one in figure_records(source, linter.bind(source))
        if one.form == form
    }


def pipes(linter: Linter, year: int = 2020) -> str:
    names = {2020: ("active-2019", "requests-2019"), 2023: ("active-2021", "requests-2021")}[year]
    forms = [find_form(linter, name) for name in (*names, "disputes")]
    return write_report(forms, lambda _: "0", "pipes", year)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一、总体情况", "## 一、总体情况"),
        ("一、总体情况", "**一、总体情况**"),
        ("一、总体情况", "一　总体情况"),
        ("一、总体情况", "一 总体情况"),
        ("一、总体情况", "第一部分 总体情况"),
        ("一、总体情况", "一、\n总体情况"),
        ("一、总体情况", "一、2020年总体情况"),
        ("一、总体情况", "一、基本情况"),
        ("四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政复议、\n行政诉讼情况"),
        ("六、其他需要报告的事项\n\n无", "六、其他需要报告的事项：无"),
        ("六、其他需要报告的事项", "六、其他事项"),
        ("五、存在的主要问题及改进情况\n\n全县", "五、存在的主要问题及改进情况。全县"),
        (
            "全县政府信息公开工作平稳有序。",
            "1.主动公开情况\n\n平稳。\n\n2.依申请公开情况\n\n平稳。",
        ),
        ("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n\n主动公开政府信息情况\n"),
        ("\n一、总体情况", "\n目录\n" + "\n".join(HEADINGS) + "\n\n一、总体情况"),
        (
            "\n一、总体情况",
            "\n目录\n"
            + "\n".join(f"{h}……{n}" for n, h in enumerate(HEADINGS, 1))
            + "\n\n一、总体情况",
        ),
        ("\t1.属于国家秘密", "\t1 属于国家秘密"),
        ("\t1.属于国家秘密", "\t（1）属于国家秘密"),
        ("\t1.属于国家秘密", "\t①属于国家秘密"),
        ("\t4.保护第三方合法权益", "\t4.\n保护第三方合法权益"),
        ("\t申请人情况", "\t申请人情况："),
        ("\t总计", "\t合计"),
        ("\t（七）总计", "\n4\n\n\t（七）总计"),
        ("\t（七）总计", "\n— 4 —\n\n\t（七）总计"),
        ("\t采购总金额", "\t采购总金额（万元）"),
    ],
)
@pytest.mark.parametrize("layout", ["tabbed"])
def test_these_are_no_errors(layout: LayoutName, old: str, new: str, linter: Linter) -> None:
    text = report(linter)
    assert layout == "tabbed"
    assert old in text
    assert found(linter, text.replace(old, new)) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("（七）总计", "**（七）总计**"),
        ("一、本年新收政府信息公开申请数量", "一、本年新收<br>政府信息公开申请数量"),
        ("| 规章 |", "|\t---|\n| 规章 |"),
        ("| 行政许可 | 0 |", "行政许可 | 0"),
    ],
)
def test_these_are_no_errors_in_markdown(old: str, new: str, linter: Linter) -> None:
    text = pipes(linter, 2023)
    assert old in text
    assert found(linter, text.replace(old, new)) == set()


def test_contents_before_the_title_hide_neither_title_nor_year(linter: Linter) -> None:
    title, rest = report(linter).split("\n", 1)
    text = "目录\n" + "\n".join(HEADINGS) + f"\n\n{title}\n{rest}"
    source = Source("report.txt", text)
    assert linter.bind(source)[0].identity.year == 2020
    assert found(linter, text) == set()


def test_a_year_after_the_title_is_read(linter: Linter) -> None:
    text = report(linter, title="青禾县政府信息公开工作年度报告（2023年）")
    assert len(said(linter, "DIS108", text)) == 2


def test_heads_in_another_order_are_told_and_their_figures_not_guessed(linter: Linter) -> None:
    text = report(linter, {"active-2019.licences.previous": "7"})
    heads = ("\t上一年项目数量\n", "\t本年增/减\n", "\t处理")
    swapped = text.replace("".join(heads), heads[1] + heads[0] + heads[2])
    assert found(linter, swapped) == {"DIS107"}
    figures = states(linter, swapped, "active-2019")
    assert figures["licences.previous"] == ("unreadable", "", "")
    assert figures["procurement.projects"] == ("figure", "0", "")


def test_heads_under_a_wider_one_are_held_to_their_order_too(linter: Linter) -> None:
    swapped = report(linter).replace("\t商业企业\n\t科研机构\n", "\t科研机构\n\t商业企业\n")
    assert found(linter, swapped) == {"DIS107"}
    figures = states(linter, swapped, "requests-2019")
    assert figures["received.business"][0] == "unreadable"
    assert figures["received.person"][0] == "figure"


@pytest.mark.parametrize(
    ("head", "cell", "unit", "codes"),
    [
        ("采购总金额（万元）", "25.6", "万元", set()),
        ("采购总金额（单位：元）", "256000", "元", set()),
        ("采购总金额", "25.6", "", {"DIS301"}),
        ("采购总金额（万元）", "256000元", "元", {"DIS302"}),
        ("采购总金额（万元）", "25.6万元", "万元", {"DIS303"}),
    ],
)
def test_a_unit_in_the_head_is_the_unit_of_its_figures(
    head: str, cell: str, unit: str, codes: set[str], linter: Linter
) -> None:
    changed = {"active-2019.procurement.projects": "3", "active-2019.procurement.amount": cell}
    text = report(linter, changed).replace("\t采购总金额\n", f"\t{head}\n")
    assert found(linter, text) == codes
    assert states(linter, text, "active-2019")["procurement.amount"][2] == unit


def test_a_head_with_another_unit_than_the_form_s_is_told(linter: Linter) -> None:
    title = "青禾县2023年政府信息公开工作年度报告"
    text = report(linter, {"active-2021.fees.fees-collected": "125000"}, year=2023, title=title)
    changed = text.replace("（单位：万元）", "（单位：元）")
    assert found(linter, changed) == {"DIS107"}
    assert states(linter, changed, "active-2021")["fees.fees-collected"] == (
        "figure",
        "125000",
        "元",
    )


@pytest.mark.parametrize("text", ["约80万元", "80余万元", "12.5余万元"])
def test_about_is_no_figure(text: str, linter: Linter) -> None:
    changed = {"active-2019.procurement.projects": "3", "active-2019.procurement.amount": text}
    whole = report(linter, changed)
    assert found(linter, whole) == {"DIS204"}
    assert states(linter, whole, "active-2019")["procurement.amount"] == ("unreadable", "", "")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("79.91（万元）", "79.91", "万元"),
        ("79.91(单位：万元)", "79.91", "万元"),
        ("人民币12.5万元", "12.5", "万元"),
        ("5百万元", "5", "百万元"),
        ("１２.５萬元", "12.5", "万元"),
    ],
)
def test_an_amount_is_read_however_its_unit_is_put(
    text: str, value: str, unit: str, linter: Linter
) -> None:
    changed = {"active-2019.procurement.projects": "3", "active-2019.procurement.amount": text}
    figures = states(linter, report(linter, changed), "active-2019")
    assert figures["procurement.amount"] == ("figure", value, unit)


def test_a_full_stop_after_a_figure_is_told_at_its_cell(linter: Linter) -> None:
    text = report(linter, {"requests-2019.received.person": "5。"})
    assert found(linter, text) == {"DIS204"}


@pytest.mark.parametrize("table", [1, 2])
def test_a_table_that_comes_twice_is_read_twice(table: int, linter: Linter) -> None:
    text = report(linter, {"requests-2019.disclosed.person": "4"})
    start, end = text.index(HEADINGS[table]), text.index(HEADINGS[table + 1])
    whole = text[start + len(HEADINGS[table]) : end]
    twice = text.replace(whole, f"{whole}\n附：上一年度数据\n{whole}")
    tables = [one.form.table for one in linter.bind(Source("a.txt", twice))[0].tables]
    assert sorted(tables) == sorted([2, 3, 4, table + 1])
    assert "DIS104" not in found(linter, twice)
    assert "DIS406" in found(linter, twice)


def test_a_row_that_comes_twice_is_called_so(linter: Linter) -> None:
    row = "\t行政许可\n\t0\n\t0\n\t0\n\n"
    text = report(linter)
    assert row in text
    (message,) = said(linter, "DIS106", text.replace(row, row + row))
    assert 'Table 2 has the row "行政许可" twice' in message


def test_cells_side_by_side_on_one_tab_led_line_are_a_row(linter: Linter) -> None:
    text = report(linter, {"active-2019.licences.decisions": "7"})
    start, end = text.index(HEADINGS[1]), text.index(HEADINGS[2])
    rows = text[start:end].split("\n\n")
    fused = "\n\n".join(row.replace("\n\t", "\t") for row in rows)
    changed = text[:start] + fused + "\n" + text[end:]
    assert found(linter, changed) == set()
    assert states(linter, changed, "active-2019")["licences.decisions"] == ("figure", "7", "")


@pytest.mark.parametrize("share", [0.55, 0.6, 0.7])
def test_of_a_file_that_is_cut_one_thing_is_said(share: float, linter: Linter) -> None:
    text = report(linter)
    assert found(linter, text[: int(len(text) * share)]) == {"DIS006"}


@pytest.mark.parametrize(
    "body", ["云山经济特区", "青禾老区", "云山自贸区", "云山特别行政区", "云山市小城镇建设办公室"]
)
def test_a_zone_or_an_office_is_taken_for_no_county_and_no_town(body: str, linter: Linter) -> None:
    text = report(linter, title=f"{body}2020年政府信息公开工作年度报告")
    assert linter.bind(Source("a.txt", text))[0].identity.level is None


@pytest.mark.parametrize("left", ["四、政府信息公", "四、政", "六、其他需要"])
def test_a_file_that_stops_in_a_heading_is_cut(left: str, linter: Linter) -> None:
    text = report(linter)
    end = text.index(f"\n{left}") + 1 + len(left)
    assert found(linter, text[:end]) == {"DIS006"}


def test_zeros_in_front_are_told_as_such(linter: Linter) -> None:
    text = report(linter, {"active-2019.licences.decisions": "05"})
    (message,) = said(linter, "DIS005", text)
    assert '"05" has zeros in front' in message


def test_one_column_that_writes_zero_as_blank_is_named(linter: Linter) -> None:
    rows = [row.id for row in find_form(linter, "requests-2019").blocks[0].rows]
    text = report(linter, {f"requests-2019.{row}.research": "" for row in rows})
    (message,) = said(linter, "DIS210", text)
    assert "Table 3 · 法人或其他组织 · 科研机构 leaves 23 cells blank" in message


LISTED = (
    "行政处罚 12件\n行政强制 3件\n行政许可 97件",
    "行政处罚  12\n行政强制  3",
    "行政处罚\n\n12\n\n行政强制\n\n3",
)
PIPED = "| 行政处罚 | 12 |\n| 行政强制 | 3 |"


@pytest.mark.parametrize(
    ("section", "listed"),
    [(0, PIPED), (4, PIPED), *((section, listed) for section in (0, 1, 4) for listed in LISTED)],
)
def test_figures_listed_in_prose_are_none_of_the_table(
    section: int, listed: str, linter: Linter
) -> None:
    text = report(linter, {"active-2019.penalties.decisions": "5"})
    heading = HEADINGS[section]
    changed = text.replace(f"{heading}\n", f"{heading}\n\n主要情况如下：\n{listed}\n", 1)
    assert found(linter, changed) == set()
    figures = states(linter, changed, "active-2019")
    assert figures["penalties.decisions"] == ("figure", "5", "")
