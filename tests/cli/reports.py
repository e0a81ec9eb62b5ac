"""Reports for the tests that run the program: a table of two findings and more."""

from pathlib import Path

HEAD = "青禾县2023年政府信息公开工作年度报告\n"
TABLE = """\
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12件 |
| 行政处罚 | 3件 |
| 行政强制 | 0 |
"""
IGNORE = "<!-- disclint: ignore[DIS303] -- 原件如此 -->\n"


def lay_out(folder: Path, **texts: str) -> None:
    """Write each of `texts` to a file of its name in `folder`, `a_txt` for `a.txt`."""
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
