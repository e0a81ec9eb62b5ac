"""Blank cells of a table set by columns."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport, State
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.writing import LayoutName, screen_width, write_report

each_measure = pytest.mark.parametrize("layout", ["aligned", "printed"])
figures = st.lists(
    st.sampled_from(("", "", "0", "3", "12", "407", "1980")), min_size=161, max_size=161
)


def bound(linter: Linter, text: str) -> BoundReport:
    (report,) = linter.bind(Source("report.txt", text))
    return report


def written(forms: dict[str, Form], fill: Callable[[Slot], str], layout: LayoutName) -> str:
    names = ("active-2021", "requests-2019", "disputes")
    return write_report([forms[name] for name in names], fill, layout, 2023)


@each_measure
def test_a_row_with_gaps_is_read_by_the_columns_of_the_others(
    layout: LayoutName, linter: Linter, forms: dict[str, Form]
) -> None:
    blank = {"requests-2019.disclosed.research", "requests-2019.disclosed.total"}
    report = bound(linter, written(forms, lambda s: "" if s.id in blank else "5", layout))
    found = {figure.slot.id for figure in report.figures() if figure.state is State.BLANK}
    assert found == blank
    assert all(figure.state in {State.BLANK, State.FIGURE} for figure in report.figures())


@each_measure
@given(filled=figures)
def test_a_figure_is_read_in_its_own_column_or_not_at_all(
    linter: Linter, forms: dict[str, Form], layout: LayoutName, filled: list[str]
) -> None:
    slots: dict[str, str] = {}

    def fill(slot: Slot) -> str:
        if slot.form.id != "requests-2019":
            return "0"
        return slots.setdefault(slot.id, filled[len(slots) % len(filled)])

    text = written(forms, fill, layout)
    for figure in bound(linter, text).figures():
        if figure.state is State.FIGURE and figure.slot.id in slots:
            assert figure.text == slots[figure.slot.id]


def test_a_figure_between_two_columns_is_in_neither(linter: Linter) -> None:
    full = "    ".join("1" * 7)
    lines = [
        f"一、本年新收政府信息公开申请数量    {full}",
        f"二、上年结转政府信息公开申请数量    {full}",
        f"（一）予以公开{' ' * 13}1    1    1      1    1",
        f"2.重复申请{' ' * 17}1{' ' * 4}1",
        f"（七）总计{' ' * 17}{full}",
    ]
    report = bound(linter, "\n".join(lines) + "\n")
    rows = {row.row.id: row for table in report.tables for row in table.rows}
    assert {figure.state for figure in rows["disclosed"].figures} == {State.FUSED}
    assert {figure.state for figure in rows["declined-repeated"].figures} == {State.FUSED}


def test_where_no_row_is_full_nothing_is_read(linter: Linter) -> None:
    heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    labels = ("一、本年新收政府信息公开申请数量", "（一）予以公开", "2.重复申请")
    rows = (set_in_columns(label, ["21", "", "", "", "", "", "7"]) for label in labels)
    text = "\n".join([set_in_columns("", heads), *rows]) + "\n"
    assert bound(linter, text).tables == ()


def set_in_columns(label: str, cells: list[str]) -> str:
    line = label
    for index, cell in enumerate(cells):
        line += " " * (36 + 14 * index - screen_width(line)) + cell
    return line


def test_a_screen_gives_a_chinese_character_two_columns() -> None:
    assert screen_width("总计 12") == 7
