"""What columns count, by the program run as its users run it."""

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
