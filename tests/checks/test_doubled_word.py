"""Words written twice."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import headings, said


def told(linter: Linter, line: str) -> list[str]:
    return said(linter, "DIS704", headings().replace("平稳有序。", line, 1))


@pytest.mark.parametrize("word", ["群众", "审核", "资金", "进一步", "我县"])
def test_a_word_of_the_list_that_stands_twice_is_told(word: str, linter: Linter) -> None:
    assert told(linter, f"办理{word}{word}事项。") == [f"2: {word} is written twice in a row"]


def test_the_script_does_not_matter(linter: Linter) -> None:
    assert told(linter, "規範審核審核機制。") == ["2: 审核 is written twice in a row"]


def test_each_place_is_told_and_a_word_three_times_once(linter: Linter) -> None:
    assert len(told(linter, "群众群众留言、群众群众来信、审核审核审核。")) == 3


@pytest.mark.parametrize(
    "line",
    [
        "政务公开公开透明，各部门部门预算，落实责任责任到人，县人民政府政府网站。",
        "逐条研究研究，一件一件办理，制度制度化。",
        "服务群众，群众满意。",
        "服务“群众”群众满意。",
        "群众 群众",
        "群众、群众",
    ],
)
def test_words_that_meet_at_a_border_and_those_said_twice_are_let_pass(
    line: str, linter: Linter
) -> None:
    assert told(linter, line) == []
