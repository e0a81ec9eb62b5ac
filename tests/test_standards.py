"""The house's standards: style, types, layers, docs in step with the rules."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from disclint.catalog import Catalog
from disclint.config import parse_config
from disclint.rule_page import describe
from disclint.wording import Language

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
RULE_PAGES: list[tuple[Language, str]] = [("en", "rules.md"), ("zh", "rules.zh.md")]


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports", "--no-logo"],
    ],
    ids=["ruff", "format", "mypy", "layers"],
)
def test_the_tree_passes(command: list[str]) -> None:
    done = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("language", "page"), RULE_PAGES)
def test_the_pages_of_the_rules_are_in_step(
    language: Language, page: str, catalog: Catalog, pytestconfig: pytest.Config
) -> None:
    title = {"en": "# Rules\n\n", "zh": "# 规则\n\n"}[language]
    text = title + "\n\n".join("\n".join(describe(rule, language)) for rule in catalog.rules) + "\n"
    path = ROOT / "docs" / page
    if pytestconfig.getoption("--rewrite-goldens"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_file_names_a_machine_or_a_registry() -> None:
    pattern = re.compile(r"/(?:home|root|work)/|https?://[^/\s]*(?:pypi|npmjs|debian)\.")
    for path in tracked_files():
        if path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not pattern.search(text), path


def test_no_file_holds_text_of_a_real_report(real_reports: Path) -> None:
    shortest = 80
    real = {
        line.strip()
        for path in real_reports.rglob("*.txt")
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines()
        if len(line.strip()) > shortest
    }
    for path in tracked_files():
        lines = path.read_text(encoding="utf-8", errors="ignore").splitlines()
        assert not real.intersection(map(str.strip, lines)), path


def test_the_two_readmes_name_the_same_commands() -> None:
    blocks = [
        re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        for name in ("README.md", "README.zh.md")
    ]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) == 3


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_configuration_of_the_readme_can_be_used(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    config = parse_config(block, "disclint.toml")
    assert config.bodies == {"青禾县": ("青禾县林业局", "河口镇")}
    assert config.given("2023/park.docx").year == 2023


def test_ci_runs_the_very_command_of_the_readme() -> None:
    command = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[-1]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
