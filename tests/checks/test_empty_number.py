"""Numbers left out of the prose."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import headings, said


def told(linter: Linter, line: str) -> list[str]:
    return said(linter, "DIS706", headings().replace("平稳有序。", line, 1))


@pytest.mark.parametrize(
    "line",
    [
        "主动公开政府信息  条。",
        "主动公开政府信息\u3000\u3000条，平稳有序。",
        "主动公开政府信息\xa0条（含转载）",
        "主动公开政府信息__条，平稳有序。",
        "主动公开政府信息＿＿＿条。",
        "主动公开政府信息（）条。",
        "主动公开政府信息( )条。",
        "主动公开政府信息  条",
    ],
)
def test_a_blank_before_a_counter_is_told(line: str, linter: Linter) -> None:
    assert told(linter, line) == ["2: a number is missing between 信息 and 条"]


def test_each_blank_is_told(linter: Linter) -> None:
    assert len(told(linter, "收到申请  件，办结  件，共计  件。")) == 3


@pytest.mark.parametrize(
    "line",
    [
        "主动公开政府信息 12 条。",
        "主动公开政府信息条目。",
        "依据政府信息 条例办理。",
        "公 开 政 府 信 息 条 。",
        "邮 编 ： 310000 ， 政 府 信 息 条 ，",
        "政府 信息 条 ，",
        "主动公开政府信息__",
        "政府信息公开 项目、公开 个人信息。",
        "（ ）公开。",
    ],
)
def test_letters_set_apart_and_other_words_are_let_pass(line: str, linter: Linter) -> None:
    assert told(linter, line) == []
