"""`--fix`, `--unsafe-fixes` and `--diff`, by the program as its users run it."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.boxes import Cell
from tests.cli.running import run
from tests.office import docx

NAME = "青禾 报告.txt"
PROSE = "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n(一）主动公开平稳有序。\n"
TABLE = """\
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
|---|---|---|---|
| 行政许可 | 12 | +3 | 13,185 |
| 其他对外管理服务事项 | 8 | +1 | １5 |
"""
FAULTY = PROSE + TABLE
FIXED = FAULTY.replace("(一", "（一").replace("13,185", "13185").replace("１5", "15")
TOTAL = """\
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 15 | 3 | 0 | 0 | 0 | 0 |  |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
"""
FILLED = TOTAL.replace("|  |", "| 18 |")
MADE_NEW = '一、总体情况\n坚持&ldquo;公开"有序。\n'
LEFT = "全年主动公开政府信息  条。\n"
MORE = ("--select", "DIS208,DIS703,DIS706", "--fail-level", "info")
"""In it DIS706 is found, which proposes nothing."""
SAFE = ("--select", "DIS208,DIS703,DIS701")
ALL = ("--select", "DIS208,DIS703,DIS401,DIS302")
WITHOUT_PRIVILEGE = (
    "setpriv",
    "--inh-caps=-dac_override,-dac_read_search",
    "--bounding-set=-dac_override,-dac_read_search",
)
"""Even the administrator is then held to the permissions of a file."""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(FAULTY, encoding="utf-8")
    return path


def with_left(text: str) -> str:
    return text.replace("平稳有序。\n", f"平稳有序。\n{LEFT}")


def as_user() -> tuple[str, ...]:
    if not hasattr(os, "geteuid"):
        pytest.skip("no permissions of this kind")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("the administrator may write everything")
    return WITHOUT_PRIVILEGE if os.geteuid() == 0 else ()


def test_what_is_safe_is_fixed_and_nothing_is_left_to_find(report: Path) -> None:
    done = run("--fix", *SAFE, NAME, cwd=report.parent)
    assert (done.status, done.out, done.err) == (0, "", "disclint: 3 fixed\n")
    assert report.read_text(encoding="utf-8") == FIXED
    assert [path.name for path in report.parent.iterdir()] == [NAME]


def test_what_is_left_is_reported_as_it_stands_afterwards(report: Path) -> None:
    report.write_text(with_left(FAULTY), encoding="utf-8")
    done = run("--fix", *MORE, NAME, cwd=report.parent)
    assert done.status == 1
    assert {line.split()[2] for line in done.out.splitlines()} == {"DIS706"}


def test_a_second_time_changes_nothing(report: Path) -> None:
    run("--fix", "--unsafe-fixes", NAME, cwd=report.parent)
    once, when = report.read_bytes(), report.stat().st_mtime_ns
    run("--fix", "--unsafe-fixes", NAME, cwd=report.parent)
    assert (report.read_bytes(), report.stat().st_mtime_ns) == (once, when)


def test_without_the_option_nothing_is_written_and_a_line_tells_of_it(report: Path) -> None:
    report.write_text(FAULTY + TOTAL, encoding="utf-8")
    done = run(*ALL, NAME, cwd=report.parent)
    assert done.err == "disclint: 3 fixable with --fix, 1 more with --unsafe-fixes\n"
    done = run(*ALL, "--lang", "zh", NAME, cwd=report.parent)
    assert done.err == "disclint: 可用 --fix 修改 3 处，加上 --unsafe-fixes 还可修改 1 处\n"
    assert report.read_text(encoding="utf-8") == FAULTY + TOTAL


@pytest.mark.parametrize(
    "arguments",
    [
        [*SAFE, "--quiet"],
        [*SAFE, "--output-format", "json"],
        [*SAFE, "--statistics"],
        ["--select", "DIS401"],
    ],
)
def test_the_line_is_not_there_where_it_is_not_wanted(arguments: list[str], report: Path) -> None:
    assert run(*arguments, NAME, cwd=report.parent).err == ""


def test_what_changes_what_the_report_says_asks_for_its_own_option(tmp_path: Path) -> None:
    report = tmp_path / NAME
    report.write_text(TOTAL, encoding="utf-8")
    done = run("--fix", *ALL, NAME, cwd=tmp_path)
    assert done.status == 1
    assert done.err == "disclint: 0 fixed; 1 more with --unsafe-fixes\n"
    assert report.read_text(encoding="utf-8") == TOTAL
    done = run("--fix", "--unsafe-fixes", *ALL, NAME, cwd=tmp_path)
    assert (done.status, done.err) == (0, "disclint: 1 fixed\n")
    assert report.read_text(encoding="utf-8") == FILLED


def test_unsafe_fixes_alone_is_a_mistake(report: Path) -> None:
    done = run("--unsafe-fixes", NAME, cwd=report.parent)
    assert done.status == 2
    assert done.err.endswith("--unsafe-fixes goes with --fix or --diff\n")


@pytest.mark.parametrize(
    ("codec", "mark", "named"),
    [
        ("utf-8", b"", None),
        ("utf-8", b"\xef\xbb\xbf", None),
        ("gb18030", b"", None),
        ("gb18030", b"\x84\x31\x95\x33", None),
        ("utf-16-le", b"\xff\xfe", None),
        ("utf-16-be", b"\xfe\xff", None),
        ("utf-16-le", b"\xff\xfe", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(
    codec: str, mark: bytes, named: str | None, end: str, report: Path
) -> None:
    report.write_bytes(mark + FAULTY.replace("\n", end).encode(codec))
    options = ["--encoding", named] if named else []
    assert run("--fix", *SAFE, *options, NAME, cwd=report.parent).status == 0
    assert report.read_bytes() == mark + FIXED.replace("\n", end).encode(codec)


def test_mixed_line_ends_and_a_last_line_without_one_stay(report: Path) -> None:
    first, second, rest = FAULTY.removesuffix("\n").split("\n", 2)
    report.write_bytes(f"{first}\r{second}\r\n{rest}".encode())
    run("--fix", *SAFE, NAME, cwd=report.parent)
    first, second, rest = FIXED.removesuffix("\n").split("\n", 2)
    assert report.read_bytes() == f"{first}\r{second}\r\n{rest}".encode()


@pytest.mark.parametrize("named", ["utf-16", "gb18030"])
def test_where_the_mark_and_the_encoding_named_differ_nothing_else_changes(
    named: str, report: Path
) -> None:
    data = b"\xef\xbb\xbf" + FAULTY.encode()
    report.write_bytes(data)
    run("--fix", "--encoding", named, NAME, cwd=report.parent)
    assert report.read_bytes() == data


def test_utf_16_whose_order_nothing_tells_is_left_alone(report: Path) -> None:
    report.write_bytes(FAULTY.encode("utf-16-le"))
    done = run("--fix", "--encoding", "utf-16", *SAFE, NAME, cwd=report.parent)
    assert report.read_bytes() == FAULTY.encode("utf-16-le")
    assert f"{NAME}: not changed: in its encoding" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind")
def test_permissions_stay_and_a_link_stays_one(report: Path) -> None:
    report.chmod(0o640)
    link = report.with_name("link.txt")
    link.symlink_to(report.name)
    assert run("--fix", *SAFE, link.name, cwd=report.parent).status == 0
    assert link.is_symlink()
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert report.read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_ends_the_run_with_2_and_stays(what: str, report: Path) -> None:
    under = as_user()
    (report if what == "file" else report.parent).chmod(0o444 if what == "file" else 0o555)
    try:
        done = run("--fix", *SAFE, NAME, cwd=report.parent, under=under, PYTHONPYCACHEPREFIX="/x")
    finally:
        report.parent.chmod(0o755)
    assert done.status == 2
    assert f"disclint: {NAME}: cannot be written: Permission denied\n" in done.err
    assert report.read_text(encoding="utf-8") == FAULTY
    assert [path.name for path in report.parent.iterdir()] == [NAME]
    assert len(done.out.splitlines()) == 3


def test_what_is_fixed_in_one_of_several_does_not_wait_for_the_others(report: Path) -> None:
    report.with_name("b.txt").write_bytes(b"\x00\xff")
    done = run("--fix", *SAFE, NAME, "b.txt", cwd=report.parent)
    assert done.status == 2
    assert report.read_text(encoding="utf-8") == FIXED
    assert report.with_name("b.txt").read_bytes() == b"\x00\xff"


def test_standard_input_comes_out_fixed_and_what_is_found_goes_beside_it(tmp_path: Path) -> None:
    given = with_left(FAULTY).replace("\n", "\r\n").encode("gb18030")
    done = subprocess.run(
        [sys.executable, "-m", "disclint", "--fix", *MORE, "-"],
        input=given,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == with_left(FIXED).replace("\n", "\r\n").encode("gb18030")
    assert b"DIS706" in done.stderr
    assert b"3 fixed" in done.stderr


@pytest.mark.parametrize("given", [b"\xff\x00\xfe", b"PK\x03\x04nothing", b"", FIXED.encode()])
def test_standard_input_that_needs_nothing_or_cannot_be_read_passes_through(
    given: bytes, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "disclint", "--fix", *SAFE, "-"],
        input=given,
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.stdout == given


def test_a_diff_changes_nothing_and_its_status_tells_whether_it_would(report: Path) -> None:
    done = run("--diff", *SAFE, NAME, cwd=report.parent)
    assert (done.status, done.err) == (1, "disclint: 3 would be fixed\n")
    assert report.read_text(encoding="utf-8") == FAULTY
    report.write_text(with_left(FIXED), encoding="utf-8")
    done = run("--diff", NAME, cwd=report.parent)
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("tool", [["git", "apply", "-p0"], ["patch", "-s", "--binary", "-p0"]])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("cut", [0, 1])
def test_a_diff_is_applied_by_the_tools_that_do_so(
    tool: list[str], end: str, cut: int, report: Path
) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"no {tool[0]}")
    text, wanted = (one[: len(one) - cut].replace("\n", end) for one in (FAULTY, FIXED))
    report.write_bytes(text.encode())
    done = run("--diff", *SAFE, NAME, cwd=report.parent)
    subprocess.run(tool, input=done.out.encode(), cwd=report.parent, check=True)
    assert report.read_bytes() == wanted.encode()


def test_two_fixes_of_one_cell_are_done_one_after_the_other(tmp_path: Path) -> None:
    table = "| 信息内容 | 采购项目数量 | 采购总金额 |\n|---|---|---|\n| 政府集中采购 | 66 | {} |\n"
    report = tmp_path / NAME
    report.write_text(table.format("9,895.09万"), encoding="utf-8")
    done = run("--fix", "--unsafe-fixes", *ALL, NAME, cwd=tmp_path)
    assert report.read_text(encoding="utf-8") == table.format("9895.09万元")
    assert (done.status, done.err) == (0, "disclint: 2 fixed\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "3:3: DIS701 not fixed: it would bring up DIS703"),
        ("zh", "3:3: DIS701 未修改：改后会出现 DIS703"),
    ],
)
def test_a_fix_that_brings_up_something_else_is_not_done_and_the_reason_is_told(
    language: str, said: str, report: Path
) -> None:
    text = "青禾县2023年政府信息公开工作年度报告\n" + MADE_NEW
    report.write_text(text, encoding="utf-8")
    done = run("--fix", "--select", "DIS701", "--lang", language, NAME, cwd=report.parent)
    assert f"disclint: {NAME}:{said}\n" in done.err
    assert report.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_what_is_no_plain_text_gets_the_proposal_and_stays(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    rows = [line.strip("| ").split(" | ") for line in TABLE.splitlines() if "---" not in line]
    if suffix == "html":
        cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
        table = "".join(f"<tr>{row}</tr>\n" for row in cells)
        path.write_text(f"<html><body><table>{table}</table></body></html>", encoding="utf-8")
    else:
        path.write_bytes(docx([[Cell(cell) for cell in row] for row in rows]))
    data = path.read_bytes()
    done = run("--fix", "--output-format", "json", *SAFE, path.name, cwd=tmp_path)
    assert done.status == 1
    assert [one["proposal"]["is_safe"] for one in json.loads(done.out)["diagnostics"]] == [True] * 2
    assert "not changed: only files of plain text are changed; proposed: 2" in done.err
    assert path.read_bytes() == data
    assert run(*SAFE, path.name, cwd=tmp_path).err == ""


IGNORE = "<!-- disclint: ignore-file[DIS208] -- 原件如此 -->\n"
CONFIGURED = '[[suppressions]]\nfile = "*.txt"\ncode = "DIS208"\nreason = "原件如此"\n'


@pytest.mark.parametrize("where", ["disclint.toml", "disclint-suppressions.toml", "comment"])
def test_what_is_suppressed_stays_as_it_is(where: str, report: Path) -> None:
    before = IGNORE if where == "comment" else ""
    report.write_text(before + FAULTY, encoding="utf-8")
    if where != "comment":
        (report.parent / where).write_text(CONFIGURED, encoding="utf-8")
    done = run("--fix", *SAFE, NAME, cwd=report.parent)
    assert (done.status, done.err) == (0, "disclint: 1 fixed\n")
    assert report.read_text(encoding="utf-8") == before + FAULTY.replace("(一", "（一")


def test_what_stands_in_the_baseline_is_fixed_all_the_same(report: Path) -> None:
    run(*SAFE, "--write-baseline", "known.json", NAME, cwd=report.parent)
    run(*SAFE, "--baseline", "known.json", "--fix", NAME, cwd=report.parent)
    assert report.read_text(encoding="utf-8") == FIXED
