"""What a title must say."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, said

NAME = "the words 政府信息公开工作年度报告"


def told(linter: Linter, title: str) -> list[str]:
    """Return what is told of a report with `title` over it."""
    return said(linter, "DIS109", f"{title}\n\n{headings()}")


@pytest.mark.parametrize(
    ("title", "told_of_it"),
    [
        ("青禾县2023年政府信息公开工作年报", f"1: the title {{}} lacks {NAME}"),
        ("青禾县2023年信息公开情况报告", f"1: the title {{}} lacks {NAME}"),
        ("2023年政府信息公开工作年度报告", "1: the title {} lacks the name of the body"),
        ("关于2023年度政府信息公开情况的报告", "1: the title {} lacks the name of the body"),
        ("青禾县政府信息公开工作年度报告", "1: the title {} lacks the year"),
        ("青禾县政府信息公开年报", f"1: the title {{}} lacks the year and {NAME}"),
    ],
)
def test_what_a_title_lacks_is_told(title: str, told_of_it: str, linter: Linter) -> None:
    assert told(linter, title) == [told_of_it.format(f'"{title}"')]


@pytest.mark.parametrize(
    "title",
    [
        "青禾县2023年政府信息公开工作年度报告",
        "青禾县政府信息公开工作2023年度报告",
        "青禾县林业局2023年度政府信息公开年度报告",
        "2023年青禾县林业局政府信息公开工作年度报告",
        "青禾縣林業局２０２３年政府信息公開工作年度報告",
        "政府信息公开工作年度报告（青禾县林业局2023年）",
        "青禾县林业局\n2023年政府信息公开工作年度报告",
        "青禾县中关街道\n2023年政府信息公开工作年度报告",
        "2023年政府信息公开工作年度报告\n青禾县林业局",
        "青禾县林业局政府信息公开工作年度报告\n（2023年度）",
        "青禾县林业局政府信息公开工作年度报告\n二〇二三年",
        "青禾县林业局2023年政府信息公开\n工作年度报告",
    ],
)
def test_a_title_in_whichever_order_and_in_several_lines_is_right(
    title: str, linter: Linter
) -> None:
    assert told(linter, title) == []


def test_the_place_is_the_line_of_the_title_and_not_that_of_the_body(linter: Linter) -> None:
    assert [one.split(":")[0] for one in told(linter, "青禾县\n\n2023年政府信息公开年报")] == ["3"]


@pytest.mark.parametrize("line", ["", "政府信息公开年报", "政府信息公开工作年度报告"])
def test_where_no_title_can_be_told_from_a_column_of_a_site_nothing_is_said(
    line: str, linter: Linter
) -> None:
    assert told(linter, line) == []


def test_what_is_no_report_needs_no_title(linter: Linter) -> None:
    assert count(linter, "DIS109", "青禾县政府信息公开年报\n") == 0
