"""Suppressions, by the program as its users run it."""

from pathlib import Path

import pytest

from tests.cli.reports import HEAD, IGNORE, TABLE, lay_out
from tests.cli.running import Run, run

NAME = "disclint-suppressions.toml"
SUPPRESSION = """\
[[suppressions]]
file = "a.txt"
code = "DIS303"
reason = "原件如此"
"""
FAULTY = HEAD + TABLE


def lint(folder: Path, *arguments: str) -> Run:
    return run(".", "--select", "DIS303", *arguments, cwd=folder)


def found(done: Run) -> list[str]:
    return [" ".join(line.split(" ", 2)[:2]) for line in done.out.splitlines()]


def suppress(folder: Path, text: str = SUPPRESSION, name: str = NAME) -> Run:
    lay_out(folder, a_txt=FAULTY)
    (folder / name).write_text(text, encoding="utf-8")
    return lint(folder)


def test_what_the_file_of_suppressions_names_is_not_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    assert lint(tmp_path).status == 1
    done = suppress(tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    ("part", "left"),
    [
        ('section = "二、主动公开政府信息情况"', []),
        ('table = "表二"', []),
        ('cell = "active-2021.licences.decisions"', ["./a.txt:5:15: DIS303"]),
        ('text = "12件"', ["./a.txt:5:15: DIS303"]),
    ],
)
def test_a_part_of_a_report_may_be_named(part: str, left: list[str], tmp_path: Path) -> None:
    done = suppress(tmp_path, f"{SUPPRESSION}{part}\n")
    assert [one.split(":")[:2] for one in found(done)] == [one.split(":")[:2] for one in left]


def test_a_configuration_may_hold_them(tmp_path: Path) -> None:
    text = SUPPRESSION.replace("[[", "[[tool.disclint.")
    assert suppress(tmp_path, text, "pyproject.toml").status == 0
    assert lint(tmp_path, "--isolated").status == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "DIS303",
            "DIS393",
            f"{NAME}:1: suppressions[1]: no such rule: `DIS393`; did you mean `DIS",
        ),
        ("reason", "#", f"{NAME}:1: suppressions[1]: `reason` must be given"),
        ("reason", "raeson", f"{NAME}:1: suppressions[1]: "),
        ("reason", 'section = "九"\nreason', f"{NAME}:1: suppressions[1]: no such section: `九`"),
        (
            "[[suppressions]]",
            "[suppressions]",
            f"{NAME}:1: `suppressions` must be an array of tables",
        ),
    ],
)
def test_what_cannot_be_used_ends_the_run_with_one_line(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    done = suppress(tmp_path, SUPPRESSION.replace(old, new))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"disclint: {said}")
    assert done.err.count("\n") == 1


def test_one_that_is_over_suppresses_nothing_and_is_told_at_its_line(tmp_path: Path) -> None:
    done = suppress(tmp_path, f"# 核对记录\n\n{SUPPRESSION}until = 2020-12-31\n")
    assert done.status == 1
    assert found(done)[-1] == f"{NAME}:3:1: DIS008"
    assert "DIS303 ended on 31 December 2020" in done.out
    assert len(found(done)) == 3


def test_one_that_meets_nothing_is_told_once_the_report_is_mended(tmp_path: Path) -> None:
    suppress(tmp_path)
    lay_out(tmp_path, a_txt=FAULTY.replace("件", ""))
    done = lint(tmp_path)
    assert (done.status, found(done)) == (1, [f"{NAME}:1:1: DIS007"])


def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    done = suppress(tmp_path, SUPPRESSION + SUPPRESSION.replace("a.txt", "b.txt"))
    assert (done.status, found(done)) == (1, [f"{NAME}:5:1: DIS008"])
    assert "no such file: b.txt" in done.out


def test_a_file_that_cannot_be_read_is_passed_over_only_where_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xff\x81\x00")
    all_ = SUPPRESSION.replace("a.txt", "*.txt").replace("DIS303", "DIS")
    assert suppress(tmp_path, all_).status == 2
    named = SUPPRESSION + SUPPRESSION.replace("a.txt", "bad.txt").replace("DIS303", "DIS002")
    done = suppress(tmp_path, named)
    assert (done.status, done.out) == (0, "")


def test_what_is_suppressed_is_shown_on_demand_and_does_not_count(tmp_path: Path) -> None:
    suppress(tmp_path)
    done = lint(tmp_path, "--show-suppressed")
    assert done.status == 0
    assert [line.endswith("(suppressed: 原件如此)") for line in done.out.splitlines()] == [True] * 2


def test_all_that_is_found_may_be_suppressed_for_one_reason(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    done = lint(tmp_path, "--add-suppressions", "2024年核对，原件如此")
    assert (done.status, done.out) == (0, "")
    assert done.err == f"disclint: {NAME}: suppressions added: 2\n"
    assert lint(tmp_path).status == 0
    lay_out(tmp_path, a_txt=FAULTY.replace("| 0 |", "| 1件 |"))
    assert len(found(lint(tmp_path))) == 1
    lint(tmp_path, "--add-suppressions", "又一处")
    assert (tmp_path / NAME).read_text(encoding="utf-8").count("[[suppressions]]") == 3
    assert lint(tmp_path).status == 0


def test_a_reason_must_be_one(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    assert lint(tmp_path, "--add-suppressions", " ").status == 2


def test_a_file_of_suppressions_that_is_named_must_be_there(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    done = lint(tmp_path, "--suppressions", "none.toml")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("disclint: none.toml: cannot be read")


def test_a_comment_in_a_report_is_heeded_and_told_when_it_is_of_no_use(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=HEAD + IGNORE + TABLE, b_md=HEAD + IGNORE + TABLE.replace("件", ""))
    done = lint(tmp_path)
    assert (done.status, found(done)) == (1, ["./b.md:2:1: DIS007"])


def test_a_comment_on_a_page_is_heeded(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>"
        for name, value in [
            ("信息内容", "本年处理决定数量"),
            ("行政许可", "12件"),
            ("行政处罚", "3"),
        ]
    )
    page = f"<p>{HEAD}</p><table>{rows}</table><table><tr><td>行政强制</td><td>0</td></tr></table>"
    lay_out(tmp_path, a_html=page)
    assert lint(tmp_path).status == 1
    lay_out(tmp_path, a_html=page.replace("<table>", IGNORE + "<table>", 1))
    done = lint(tmp_path)
    assert (done.status, done.out) == (0, "")
