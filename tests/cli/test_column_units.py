"""What columns count, by the program run as its users run it."""

import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.wide import NAME


@pytest.mark.parametrize(
    ("unit", "column"), [("char", 5), ("utf16", 7), ("byte", 15), ("display", 9)]
)
def test_columns_may_be_counted_as_an_editor_does(unit: str, column: int, folder: Path) -> None:
    for form, shown in (("text", f"{NAME}:2:{column}: DIS706"), ("grouped", f" 2:{column}  ")):
        done = run(NAME, "--output-format", form, "--column-unit", unit, cwd=folder)
        assert shown in done.out


def test_columns_of_a_page_are_counted_in_its_own_lines(tmp_path: Path) -> None:
    page = "<h1>一、总体情况</h1>\n<!-- 𠮷 --><p>共__件</p><h1>二、主动公开政府信息情况</h1>\n"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    chars = run("a.html", "--select", "DIS706", cwd=tmp_path).out
    units = run("a.html", "--select", "DIS706", "--column-unit", "byte", cwd=tmp_path).out
    assert chars.startswith("a.html:2:14: DIS706")
    assert units.startswith("a.html:2:17: DIS706")


def test_an_odd_unit_is_bad_usage(folder: Path) -> None:
    assert run(NAME, "--column-unit", "inch", cwd=folder).status == 2


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited otherwise elsewhere")
@pytest.mark.parametrize(
    "arguments",
    [("rdjson",), ("text", "--column-unit", "utf16"), ("full", "--column-unit", "display")],
    ids=lambda arguments: arguments[0],
)
def test_many_findings_on_one_line_cost_no_more_than_on_many(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    text = "一、总体情况\n" + "𠮷镇办理__件，" * 12_000 + "\n"
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    limited = ["/bin/sh", "-c", 'ulimit -v 1000000 && exec "$@"', "sh"]
    done = run("long.txt", "--output-format", *arguments, cwd=tmp_path, under=limited)
    assert (done.status, done.err) == (1, "")
    assert done.out.count("DIS706") >= 12_000
