"""`disclint --watch`, as a process that is left running."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import run

Process = subprocess.Popen[str]
WAITING = "disclint: watching for changes; Ctrl-C ends\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("通知\n", encoding="utf-8")
    return path


@pytest.fixture
def watching(report: Path) -> Iterator[Process]:
    with subprocess.Popen(
        [sys.executable, "-m", "disclint", "--lang", "en", "--watch", report.name],
        cwd=report.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    ) as process:
        yield process
        process.kill()


def said(process: Process) -> list[str]:
    """Return what is said up to the next wait."""
    assert process.stdout
    lines = []
    while (line := process.stdout.readline()) not in ("", WAITING):
        lines.append(line)
    assert line, f"it has ended: {lines}"
    return lines


def test_what_has_changed_is_linted_again_and_ctrl_c_ends_with_the_last_status(
    report: Path, watching: Process
) -> None:
    assert [line.split()[1] for line in said(watching)] == ["DIS003"]
    report.write_text("一、总体情况\n共__件\n二、主动公开政府信息情况\n", encoding="utf-8")
    assert "DIS706" in [line.split()[1] for line in said(watching)]
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 1


def test_what_stops_one_run_is_told_and_does_not_end_the_watch(
    report: Path, watching: Process
) -> None:
    said(watching)
    report.write_bytes(b"%PDF-")
    assert [line.split()[1] for line in said(watching)] == ["DIS001"]
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 2


@pytest.mark.parametrize(
    ("path", "message"),
    [("nowhere.txt", "cannot watch"), ("-", "--watch looks at files, and not at standard input")],
)
def test_what_cannot_be_watched_is_told(path: str, message: str, tmp_path: Path) -> None:
    done = run("--watch", path, cwd=tmp_path)
    assert done.status == 2
    assert message in done.err


def test_the_library_that_is_lacking_is_named(report: Path, tmp_path: Path) -> None:
    (tmp_path / "site" / "watchfiles").mkdir(parents=True)
    (tmp_path / "site" / "watchfiles" / "__init__.py").write_text("raise ImportError")
    done = run("--watch", report, PYTHONPATH=str(tmp_path / "site"))
    assert done.status == 2
    assert "pip install 'disclint[watch]'" in done.err
