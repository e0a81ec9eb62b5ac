"""The figures of a report, one record each."""

from collections.abc import Callable, Iterable
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport
from disclint.forms import Form
from disclint.records import Record, figure_records
from disclint.source import Source
from tests.writing import LayoutName, write_report, write_table

Bind = Callable[[str], BoundReport]

PENALTIES = """\
    | 行政处罚 | 3 |
    | 行政强制 | 0 |
    """


def records(bind: Bind, text: str) -> list[Record]:
    source = Source("report.txt", dedent(text))
    return list(figure_records(source, [bind(source.text)]))


def ids(found: Iterable[Record]) -> list[tuple[str, str, str]]:
    return [(record.form, record.row_id, record.column_id) for record in found]


def record_of(bind: Bind, text: str, row_id: str) -> Record:
    return next(record for record in records(bind, text) if record.row_id == row_id)


@pytest.mark.parametrize("layout", ["tabbed", "paragraphs", "pipes"])
def test_every_figure_of_every_form_has_a_record_in_the_order_of_the_forms(
    layout: LayoutName, bind: Bind, forms: dict[str, Form]
) -> None:
    tables = [forms[name] for name in ("active-2021", "requests-2021", "disputes")]
    found = records(bind, write_report(tables, lambda _: "0", layout, 2023))
    assert ids(found) == [
        (form.id, row.id, column.id)
        for form in tables
        for block in form.blocks
        for row in block.rows
        for column in block.columns
    ]
    assert {record.state for record in found} == {"figure"}


def test_a_record_says_what_stands_where(bind: Bind) -> None:
    assert record_of(bind, PENALTIES, "penalties") == Record(
        file="report.txt",
        report=1,
        form="active-2021",
        table=2,
        row_id="penalties",
        row="第二十条第（六）项 · 行政处罚",
        column_id="decisions",
        column="本年处理决定数量",
        text="3",
        value="3",
        unit="",
        line=1,
        column_number=10,
        part="",
        state="figure",
    )


def test_rows_in_another_order_come_in_the_order_of_the_form(bind: Bind) -> None:
    found = records(bind, "| 行政强制 | 4 |\n| 行政处罚 | 3 |\n")
    figures = [(record.row_id, record.value) for record in found if record.state == "figure"]
    assert figures == [("penalties", "3"), ("coercion", "4")]


def test_a_row_that_is_not_there_has_records_without_a_place(bind: Bind) -> None:
    found = record_of(bind, PENALTIES, "licences")
    assert found.state == "missing"
    assert (found.line, found.column_number) == (None, None)
    assert (found.text, found.value, found.unit) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("12", "12", "figure"),
        ("１２", "12", "figure"),
        ("1,234", "1234", "figure"),
        ("-4", "-4", "figure"),
        ("+4", "4", "figure"),
        ("1.50", "1.50", "figure"),
        ("", "", "blank"),
        ("—", "", "placeholder"),
        ("见附件", "", "unreadable"),
        ("3 4", "", "unreadable"),
    ],
)
def test_a_value_is_in_plain_digits_or_there_is_none(
    text: str, value: str, state: str, bind: Bind
) -> None:
    found = record_of(bind, PENALTIES.replace("| 3 |", f"| {text} |"), "penalties")
    assert (found.text, found.value, found.state) == (text, value, state)


def test_a_very_great_value_is_in_plain_digits_as_well(bind: Bind) -> None:
    found = record_of(bind, PENALTIES.replace("| 3 |", "| 1" + "0" * 40 + " |"), "penalties")
    assert found.value == "1" + "0" * 40


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12.5", "万元"), ("12.5万元", "万元"), ("12500元", "元"), ("", ""), ("—", "")],
)
def test_a_unit_is_the_written_one_or_that_of_the_form(text: str, unit: str, bind: Bind) -> None:
    found = record_of(bind, f"| 行政强制 | 0 |\n| 行政事业性收费 | {text} |\n", "fees")
    assert found.unit == unit


def test_a_written_text_is_given_on_one_line(bind: Bind, forms: dict[str, Form]) -> None:
    text = write_table(forms["active-2021"], lambda _: "0")
    written = text.replace("行政处罚\n\t0", "行政处罚\n\t见附件\n第三页")
    assert record_of(bind, written, "penalties").text == "见附件 第三页"


def test_a_row_of_the_wrong_length_has_records_that_cannot_be_read(bind: Bind) -> None:
    text = "| 规章 | 0 | 0 |\n| 行政规范性文件 | 1 | 2 | 3 |\n| 行政许可 | 0 |\n"
    found = [record for record in records(bind, text) if record.row_id == "rules"]
    assert {record.state for record in found} == {"unreadable"}
    assert {record.text for record in found} == {"0 | 0"}
    assert {record.value for record in found} == {""}


def test_a_column_is_named_with_the_one_that_spans_it(bind: Bind, forms: dict[str, Form]) -> None:
    found = records(bind, write_table(forms["disputes"], lambda _: "0"))
    assert (found[0].row, found[0].column) == ("", "行政复议 · 结果维持")


def test_a_place_is_counted_in_code_points_from_one(bind: Bind) -> None:
    found = record_of(bind, "前言。\n\n" + dedent(PENALTIES), "coercion")
    assert (found.line, found.column_number) == (4, 10)


def test_a_text_without_an_official_table_has_no_records(bind: Bind) -> None:
    assert records(bind, "一、总体情况\n\n平稳有序。\n") == []


def test_a_figure_that_relations_have_parted_is_recovered(bind: Bind) -> None:
    text = "| 申请人情况 | 自然人 |\n规章000规范性文件12行政许可0行政处罚0行政强制0政府集中采购0\n"
    assert all(record.state != "recovered" for record in records(bind, text))
    rows = "一、本年新收政府信息公开申请数量0000000二、上年结转政府信息公开申请数量0000000"
    results = (
        "（一）予以公开2000002（二）部分公开0000000（七）总计2000002四、结转下年度继续办理0000000"
    )
    found = records(bind, rows + results + "\n")
    assert [record.value for record in found if record.row_id == "disclosed"] == list("2000002")
    assert {record.state for record in found if record.row_id == "disclosed"} == {"recovered"}
    assert {record.state for record in found if record.row_id == "received"} == {"figure"}
