"""What section six must say from 2021 on."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, report, said
from tests.writing import HEADINGS


def year(number: int, last: str = "无。") -> str:
    """Return a report on a year whose last section says `last`."""
    text = headings()
    start = text.rindex("平稳有序。")
    return f"青禾县{number}年政府信息公开工作年度报告\n{text[:start]}{last}\n"


@pytest.mark.parametrize("number", [2021, 2023])
def test_a_mere_nothing_says_nothing_of_the_fee(number: int, linter: Linter) -> None:
    (found,) = said(linter, "DIS113", year(number))
    assert found.startswith(f"12: {HEADINGS[5]} does not say")


@pytest.mark.parametrize("number", [2019, 2020])
def test_before_2021_no_word_was_due(number: int, linter: Linter) -> None:
    assert count(linter, "DIS113", year(number)) == 0


@pytest.mark.parametrize(
    "last",
    [
        "2023年没有收取信息处理费。",
        "未发生收费情况。",
        "（一）信息公开處理費收取情況：無。",
        "全年收取政府信息公开信息处理费0元。",
        "依申请公开未收取任何费用。",
        "| 信息处理费 | 0 |\n| 减免 | 0 |",
        "\ufffc",
    ],
)
def test_any_words_on_the_fee_will_do(last: str, linter: Linter) -> None:
    assert count(linter, "DIS113", year(2023, last)) == 0


def test_the_word_may_stand_in_another_section(linter: Linter) -> None:
    text = year(2023).replace("平稳有序。", "全年未收取信息处理费。", 1)
    assert count(linter, "DIS113", text) == 0
    other = year(2023).replace("平稳有序。", "行政事业性收费公开及时。", 1)
    assert count(linter, "DIS113", other) == 1


def test_where_no_year_is_known_the_tables_tell(linter: Linter) -> None:
    late = report(linter, title="", year=2023).replace("，没有收取信息处理费", "")
    assert count(linter, "DIS113", late) == 1
    assert count(linter, "DIS113", report(linter, title="", year=2020)) == 0
    assert count(linter, "DIS113", headings()) == 0


def test_a_missing_section_is_told_by_another_rule(linter: Linter) -> None:
    text = year(2023).partition(HEADINGS[5])[0]
    assert count(linter, "DIS113", text) == 0
    assert count(linter, "DIS101", text) == 1
