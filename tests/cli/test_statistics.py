"""`disclint --statistics`: how often each rule has spoken."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run

_ROW = "| 其他对外管理服务事项 | 8 | +1 | {} |\n"
_TABLE = (
    "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n|---|---|---|---|\n"
    "| 行政许可 | 12 | +3 | 40件 |\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two reports, one of which has a fault more."""
    (tmp_path / "a.txt").write_text(_TABLE + _ROW.format("15件"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(_TABLE + _ROW.format("1,500"), encoding="utf-8")
    return tmp_path


def test_each_rule_is_counted_the_most_frequent_first(folder: Path) -> None:
    done = run("--statistics", "--select", "DIS2,DIS3", ".", cwd=folder)
    assert done.out.splitlines() == [
        "3  DIS303 unit-in-cell   files: 2",
        "1  DIS208 number-format  files: 1, to be fixed by --fix: 1",
        "4  in all; files: 2, rules: 2",
    ]
    assert done.status == 1


def test_it_is_told_in_chinese_as_well(folder: Path) -> None:
    done = run("--statistics", "--select", "DIS2,DIS3", ".", "--lang", "zh", cwd=folder)
    assert done.out.splitlines()[1:] == [
        "1  DIS208 number-format  文件 1 份，可自动修改 1 处",
        "4  合计；文件 2 份，规则 2 条",
    ]


def test_programs_have_it_in_json(folder: Path) -> None:
    form = ("--output-format", "json")
    done = run("--statistics", "--select", "DIS2,DIS3", ".", *form, cwd=folder)
    assert json.loads(done.out) == [
        {"code": "DIS303", "name": "unit-in-cell", "count": 3, "files": 2, "fixable": 0},
        {"code": "DIS208", "name": "number-format", "count": 1, "files": 1, "fixable": 1},
    ]


def test_where_nothing_is_found_nothing_is_counted(folder: Path) -> None:
    done = run("--statistics", "--select", "DIS801", ".", cwd=folder)
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_format_without_counts_is_bad_usage(folder: Path) -> None:
    done = run("--statistics", ".", "--output-format", "sarif", cwd=folder)
    assert done.status == 2
    assert done.err == (
        "disclint: --statistics goes with --output-format text or json, not sarif\n"
    )
