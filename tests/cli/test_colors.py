"""When colours are given out, by the program run as its users run it."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.wide import NAME, TEXT

ESCAPE = "\x1b"
NO_WORD = {"NO_COLOR": "", "FORCE_COLOR": ""}
"""An environment that says nothing of colours."""


@pytest.mark.parametrize(
    ("option", "variables", "is_colored"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colours_are_by_option_then_by_environment(
    option: str,
    variables: dict[str, str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_colored: bool,
) -> None:
    for name, value in (NO_WORD | variables).items():
        monkeypatch.setenv(name, value)
    for form in ("text", "full", "grouped"):
        done = run(NAME, "--output-format", form, "--color", option, cwd=folder)
        assert (ESCAPE in done.out) == is_colored


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("variables", "is_colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_come_by_themselves_on_a_terminal_alone(
    variables: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_colored: bool
) -> None:
    for name, value in (NO_WORD | {"TERM": "xterm"} | variables).items():
        monkeypatch.setenv(name, value)
    ours, theirs = os.openpty()
    run(NAME, cwd=folder, onto=Path(os.ttyname(theirs)))
    assert (ESCAPE.encode() in os.read(ours, 100_000)) == is_colored
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "checkstyle", "rdjson"])
def test_programs_get_no_colours(form: str, folder: Path) -> None:
    done = run(NAME, "--output-format", form, "--color", "always", cwd=folder)
    assert ESCAPE not in done.out


def test_what_a_report_holds_cannot_colour_or_move_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("40件", "\x1b[2J\u202e件40"), encoding="utf-8")
    for form in ("text", "full", "grouped"):
        done = run("a.txt", "--output-format", form, cwd=tmp_path)
        assert not {ESCAPE, "\u202e"} & set(done.out)
