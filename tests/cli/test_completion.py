"""Completion, as a shell asks for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.plugging import install

ROOT = Path(__file__).parents[2]
BASH = """
eval "$(disclint completion bash)"
COMP_LINE="$1"; COMP_POINT=${#1}
read -ra COMP_WORDS <<< "$1"
[[ "$1" == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]}-1))
_python_argcomplete disclint "${COMP_WORDS[COMP_CWORD]}" ""
printf '%s\\n' "${COMPREPLY[@]}"
"""


def complete(line: str, **environment: str) -> set[str]:
    """Return what bash offers when Tab is pressed at the end of `line`."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", BASH, "bash", line],  # noqa: S607
        cwd=ROOT,
        env={**os.environ, "PATH": programs, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return {word.strip() for word in done.stdout.split("\n") if word.strip()}


pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


def test_the_first_word_is_a_command_or_a_file() -> None:
    assert complete("disclint ru") == {"rule", "rules/"}
    assert complete("disclint new") == {"new-plugin"}
    assert complete("disclint READ") == {"README.md", "README.zh.md"}


def test_further_words_are_files_and_no_commands() -> None:
    assert complete("disclint README.md ru") == {"rules/"}


def test_rules_are_completed_where_a_rule_is_named() -> None:
    codes = {f"DIS40{number}" for number in range(1, 9)}
    assert complete("disclint rule DIS40") == codes
    assert complete("disclint --select DIS40") == codes
    assert complete("disclint --select DIS1,wrong-f") == {"DIS1,wrong-figure"}


def test_options_are_those_of_the_command() -> None:
    assert complete("disclint --out") >= {"--output-format"}
    assert complete("disclint extract --out") == set()
    assert "--schema" in complete("disclint check-pack --")


def test_formats_and_rules_of_plugins_are_completed(tmp_path: Path) -> None:
    install(tmp_path, "SGJ", form="angle")
    there = {"PYTHONPATH": str(tmp_path)}
    assert complete("disclint --output-format an", **there) == {"angle"}
    assert complete("disclint rule SGJ", **there) == {"SGJ101"}


def test_a_plugin_that_cannot_be_used_leaves_the_shell_in_peace(tmp_path: Path) -> None:
    install(tmp_path, "SGJ", body="1 / 0\n")
    assert complete("disclint --select DIS40", PYTHONPATH=str(tmp_path)) == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "tcsh"])
def test_every_shell_is_given_what_it_reads(shell: str) -> None:
    done = run("completion", shell)
    assert (done.status, done.err) == (0, "")
    assert "disclint" in done.out


def test_a_shell_that_is_not_known_is_told() -> None:
    done = run("completion", "nushell")
    assert done.status == 2
    assert "invalid choice: 'nushell'" in done.err
