"""Folders of reports with configurations, in which the program is run."""

from collections.abc import Mapping
from pathlib import Path

from tests.cli.running import Run, run

REPORT = """\
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 12 | +3 | 40件 |
| 其他对外管理服务事项 | 8 | 0 | -2 |
"""
"""In it DIS303 is found, a warning, and DIS206, an error, besides rows that are missing."""


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write `files`; one without text is the report."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or REPORT, encoding="utf-8")


def lint(folder: Path, *arguments: str, **files: str) -> Run:
    """Run the program in `folder`, on `a.txt` unless `arguments` name something else."""
    fill(folder, files)
    return run(*(arguments or ["a.txt"]), cwd=folder)


def codes(found: Run) -> set[str]:
    """Return the codes of what was found."""
    return {line.split()[1] for line in found.out.splitlines()}


def paths(found: Run) -> set[str]:
    """Return the paths in which something was found."""
    return {line.split(":")[0] for line in found.out.splitlines()}
