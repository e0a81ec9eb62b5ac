"""Sections that say something."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, report, said
from tests.writing import HEADINGS

FILLED = "平稳有序。"


def section(number: int, *lines: str) -> str:
    """Return a report whose section `number`, from 0, has `lines` under its heading."""
    written = headings()
    start = written.index(HEADINGS[number]) + len(HEADINGS[number]) + 1
    return written[:start] + "".join(f"{line}\n" for line in lines) + written[start + 6 :]


@pytest.mark.parametrize("number", [0, 4, 5])
def test_a_heading_alone_is_told(number: int, linter: Linter) -> None:
    assert said(linter, "DIS112", section(number)) == [
        f"{2 * number + 1}: the section {HEADINGS[number]} has no content"
    ]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_section_of_a_table_is_left_to_the_rule_on_tables(number: int, linter: Linter) -> None:
    assert count(linter, "DIS112", section(number)) == 0


@pytest.mark.parametrize(
    "lines",
    [
        ["青禾县人民政府办公室", "2024年1月20日"],
        ["青禾县人民政府办公室2024年1月20日"],
        ["（一）存在的主要问题", "（二）改进措施"],
        ["1.主要问题：", "2."],
        ["- 4 -"],
        ["附件下载", "打印本页", "上一篇：青禾县2022年政府信息公开工作年度报告"],
    ],
)
def test_a_signature_lesser_headings_and_the_foot_of_a_page_are_no_content(
    lines: list[str], linter: Linter
) -> None:
    assert count(linter, "DIS112", section(5, *lines)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["无"],
        ["无。"],
        ["（略）"],
        ["详见县政府网站"],
        ["已报送县公开办"],
        ["（一）本年度没有收费情况"],
        ["1.信息处理费收取情况：无"],
        ["（一）存在的主要问题", "更新不够及时。"],
        ["\ufffc"],
        ["| 收费 | 0 |", "| 减免 | 0 |"],
    ],
)
def test_the_shortest_content_is_content(lines: list[str], linter: Linter) -> None:
    assert count(linter, "DIS112", section(5, *lines)) == 0


def test_a_text_in_the_line_of_the_heading_is_content(linter: Linter) -> None:
    text = headings().replace(f"{HEADINGS[5]}\n{FILLED}", f"{HEADINGS[5]}：无其他事项。")
    assert count(linter, "DIS112", text) == 0


def test_a_table_of_contents_is_no_row_of_empty_sections(linter: Linter) -> None:
    assert count(linter, "DIS112", "\n".join(HEADINGS)) == 0
    assert count(linter, "DIS112", "\n".join([*HEADINGS, FILLED])) == 0
    contents = "\n".join(HEADINGS)
    text = report(linter).replace("\n", f"\n\n目录\n{contents}\n", 1)
    assert count(linter, "DIS112", text) == 0
    unlike = text.replace(f"\n\n{HEADINGS[4]}\n\n", "\n\n五、今后的打算\n\n")
    assert count(linter, "DIS112", unlike) == 0


def test_what_stands_past_a_cut_is_not_empty(linter: Linter) -> None:
    text = section(4).partition(HEADINGS[5])[0] + "六、其他需要"
    assert count(linter, "DIS112", text) == 0
    assert count(linter, "DIS006", text) == 1
