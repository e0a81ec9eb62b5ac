"""A baseline, by the program as its users run it."""

import json
from pathlib import Path

import pytest

from tests.cli.reports import HEAD, TABLE, lay_out
from tests.cli.running import Run, run

NAME = "baseline.json"
FAULTY = HEAD + TABLE
TWICE = "群众群众满意，本年继续推进政务公开各项工作，"
PROSE = f"{HEAD}\n一、总体情况\n\n{TWICE}{TWICE}公开及时。\n\n二、主动公开政府信息情况\n\n{TABLE}"


def lint(folder: Path, *arguments: str, select: str = "DIS303,DIS704") -> Run:
    return run(".", "--select", select, *arguments, cwd=folder)


def written(folder: Path) -> dict[str, int]:
    """Return what the baseline has, and how often."""
    found = json.loads((folder / NAME).read_text(encoding="utf-8"))["findings"]
    part = ("file", "code", "cell", "text")
    return {" ".join(one[key] for key in part if key in one): one["count"] for one in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a report and a baseline of it."""
    lay_out(tmp_path, a_txt=PROSE)
    done = lint(tmp_path, "--write-baseline", NAME)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"disclint: {NAME}: the baseline is written; findings: 4\n"
    return tmp_path


def test_what_a_baseline_has_is_not_reported(folder: Path) -> None:
    done = lint(folder, "--baseline", NAME)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert lint(folder).status == 1


def test_when_twenty_lines_are_put_above_nothing_is_new(folder: Path) -> None:
    lay_out(folder, a_txt="\n" * 20 + PROSE)
    done = lint(folder, "--baseline", NAME)
    assert (done.status, done.out, done.err) == (0, "", "")


def test_findings_of_one_key_are_counted_and_not_merged(folder: Path) -> None:
    assert written(folder)["a.txt DIS704 群众群众"] == 2
    lay_out(folder, a_txt=PROSE.replace(TWICE, TWICE * 2, 1))
    found = lint(folder, "--baseline", NAME).out.splitlines()
    assert [line.split()[1] for line in found] == ["DIS704"]


def test_what_is_new_is_reported_alone(folder: Path) -> None:
    lay_out(folder, a_txt=PROSE.replace("| 0 |", "| 1件 |"))
    done = lint(folder, "--baseline", NAME)
    assert done.status == 1
    assert len(done.out.splitlines()) == 1
    assert "行政强制" in done.out


def test_what_is_mended_is_told_and_pruned_alone(folder: Path) -> None:
    before = written(folder)
    lay_out(folder, a_txt=PROSE.replace("12件", "12"))
    done = lint(folder, "--baseline", NAME)
    assert (done.status, done.out, written(folder)) == (0, "", before)
    assert "no longer found: a.txt DIS303 active-2021.licences.decisions (1)" in done.err
    done = lint(folder, "--baseline", NAME, "--prune-baseline")
    assert done.err.endswith(f"{NAME}: taken out of the baseline: 1\n")
    del before["a.txt DIS303 active-2021.licences.decisions"]
    assert written(folder) == before
    assert lint(folder, "--baseline", NAME).err == ""


def test_of_two_of_one_key_the_one_that_is_mended_is_pruned(folder: Path) -> None:
    lay_out(folder, a_txt=PROSE.replace("群众群众", "群众", 1))
    lint(folder, "--baseline", NAME, "--prune-baseline")
    assert written(folder)["a.txt DIS704 群众群众"] == 1


def test_what_nobody_has_looked_for_is_not_pruned(folder: Path) -> None:
    before = written(folder)
    lay_out(folder, a_txt=PROSE.replace("件", ""))
    done = lint(folder, "--baseline", NAME, "--prune-baseline", select="DIS704")
    assert (written(folder), done.err) == (before, "")
    lay_out(folder, b_txt=HEAD)
    run("b.txt", "--baseline", NAME, "--prune-baseline", cwd=folder)
    assert written(folder) == before


def test_a_report_that_is_there_no_more_is_pruned(folder: Path) -> None:
    lay_out(folder, b_txt=FAULTY)
    lint(folder, "--write-baseline", NAME)
    (folder / "a.txt").unlink()
    lint(folder, "--baseline", NAME, "--prune-baseline")
    assert {key.split()[0] for key in written(folder)} == {"b.txt"}


def test_written_anew_a_baseline_keeps_what_was_not_looked_at(folder: Path) -> None:
    before = written(folder)
    lay_out(folder, b_txt=FAULTY)
    run("b.txt", "--write-baseline", NAME, "--select", "DIS303", cwd=folder)
    assert before.items() < written(folder).items()


def test_names_in_a_baseline_are_relative_to_it(folder: Path) -> None:
    done = run(
        folder.name,
        "--baseline",
        f"{folder.name}/{NAME}",
        "--select",
        "DIS303,DIS704",
        cwd=folder.parent,
    )
    assert (done.status, done.out) == (0, "")


def test_a_file_that_cannot_be_read_is_never_known(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xff\x81\x00")
    assert lint(folder, "--write-baseline", NAME).status == 2
    done = lint(folder, "--baseline", NAME)
    assert done.status == 2
    assert "DIS002" in done.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "baseline.json: cannot be read"),
        ("{", "baseline.json:1:2: is not JSON"),
        ("{}", "baseline.json: is no baseline"),
        ('{"disclint-baseline": 9, "findings": []}', "is a baseline of version 9"),
        ('{"disclint-baseline": 1, "findings": [1]}', "findings[1]: must be an entry"),
    ],
)
def test_what_is_no_baseline_ends_the_run_with_one_line(
    text: str | None, said: str, tmp_path: Path
) -> None:
    lay_out(tmp_path, a_txt=FAULTY, **({} if text is None else {"baseline_json": text}))
    done = lint(tmp_path, "--baseline", NAME)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("disclint: ")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_options_that_do_not_go_together_are_refused(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    assert "--prune-baseline goes with --baseline" in lint(tmp_path, "--prune-baseline").err
    both = lint(tmp_path, "--baseline", NAME, "--write-baseline", NAME)
    assert both.status == 2
    assert "not allowed with argument" in both.err


def test_a_baseline_that_cannot_be_written_ends_with_2(tmp_path: Path) -> None:
    lay_out(tmp_path, a_txt=FAULTY)
    done = lint(tmp_path, "--write-baseline", "none/baseline.json")
    assert done.status == 2
    assert "cannot write to none/baseline.json" in done.err
