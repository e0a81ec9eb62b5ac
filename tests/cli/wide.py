"""A report with a Chinese name, and characters before findings that every unit counts its way."""

from pathlib import Path

from tests.cli.running import run
from tests.reporters.backs import READERS, Back

NAME = "青禾县😀 2023年，100%: 报告.txt"
TEXT = (
    "一、总体情况\n"
    "𠮷镇😀共办理__件，其中{0}[甲](乙)，答复__件。\n"
    "二、主动公开政府信息情况\n"
    "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
    "| 行政许可 | 12 | +3 | 40件 |\n"
    "| 😀其他对外管理服务事项 | 8 | 0 | -2 |\n"
)


def read_back(form: str, folder: Path) -> list[Back]:
    """Return what a run in `folder` says of the report in a format."""
    done = run(NAME, "--lang", "en", "--output-format", form, cwd=folder)
    assert (done.status, done.err) == (1, "")
    return list(READERS[form](done.out, folder))
