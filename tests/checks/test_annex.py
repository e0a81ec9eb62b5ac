"""Annexes that are named at the end."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, said

SIGNATURE = "青禾县人民政府办公室\n2024年1月20日\n"


def ending(*lines: str) -> str:
    """Return a report whose last section ends in `lines`."""
    return headings() + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "line", ["附件：统计表", "附件1:统计表", "    附件：统计表", "附件一：统计表"]
)
def test_an_annex_that_is_named_and_is_not_there_is_told(line: str, linter: Linter) -> None:
    found = said(linter, "DIS111", ending(line, SIGNATURE))
    assert found == ['13: the annex "统计表" is named, but is not in this file']


@pytest.mark.parametrize(
    "line",
    [
        "附件：统计表.xlsx",
        "附件：1.统计表.docx",
        "附件：点击下载",
        "附件：无",
        "附件：见县政府网站",
        "附件：",
        "附件下载",
        "相关附件：",
    ],
)
def test_a_link_to_a_file_is_no_missing_annex(line: str, linter: Linter) -> None:
    assert count(linter, "DIS111", ending(line, SIGNATURE)) == 0


@pytest.mark.parametrize(
    "annex",
    [
        "附件\n",
        "青禾县统计表\n",
        "| 规章 | 1 | 1 | 1 |\n| 规范性文件 | 4 | 4 | 12 |\n",
        f"{'全县政府信息公开工作平稳有序，' * 4}\n",
        "\ufffc\n",
    ],
)
def test_an_annex_that_follows_is_there(annex: str, linter: Linter) -> None:
    assert count(linter, "DIS111", ending("附件：统计表", SIGNATURE, annex)) == 0


def test_an_annex_that_a_section_in_the_middle_names_is_let_pass(linter: Linter) -> None:
    text = headings().replace("平稳有序。", "附件：统计表", 1)
    assert count(linter, "DIS111", text) == 0


def test_what_stands_past_a_cut_may_be_the_annex(linter: Linter) -> None:
    text = (
        headings().partition("二、")[0] + "附件：统计表\n\n" + "全县公开工作平稳有序，" * 5 + "今"
    )
    assert count(linter, "DIS006", text) == 1
    assert count(linter, "DIS111", text) == 0
