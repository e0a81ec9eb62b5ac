"""The pytest plugin, in a project that has a pack."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalog.packs import RULE, write_files

NAME = "DIS901-empty-praise.yaml"
INI = "[pytest]\ntestpaths = pack\ndisclint_packs = pack\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one pack in which nothing is wrong."""
    write_files(tmp_path / "pack", {NAME: RULE})
    (tmp_path / "pytest.ini").write_text(INI, encoding="utf-8")
    return tmp_path


def run_pytest(project: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_the_words_and_both_examples_of_a_rule_are_tests(project: Path) -> None:
    status, said = run_pytest(project, "-v")
    assert status == 0
    for name in ("words", "bad example", "good example", "fixes"):
        assert f"pack/{NAME}::{name} PASSED" in said
    assert "4 passed" in said


@pytest.mark.parametrize(
    ("old", "new", "law", "why"),
    [
        ("领导高度", "领导", "bad example", ":11:8: the rule finds nothing in the bad example"),
        ("收到申请", "高度重视", "good example", ":14:9: the rule finds something in the good"),
        ('zh: "不用套话。"', 'zh: "none"', "words", ":6:16: `zh` has no Chinese text"),
    ],
)
def test_what_is_wrong_fails_its_test_alone_with_its_place(
    old: str, new: str, law: str, why: str, project: Path
) -> None:
    assert old in RULE
    write_files(project / "pack", {NAME: RULE.replace(old, new, 1)})
    status, said = run_pytest(project)
    assert status == 1
    assert f"{NAME}{why}" in said
    assert f"FAILED pack/{NAME}::{law}" in said
    assert "1 failed, 3 passed" in said


@pytest.mark.parametrize(
    ("fixed", "status", "said"),
    [
        ("", 1, "the fixes change the bad example; say under `unsafely-fixed` to what"),
        ("  unsafely-fixed: |\n    一、总体情况\n    领导重视。\n", 0, "4 passed"),
        (
            "  unsafely-fixed: |\n    一、总体情况\n    领导。\n",
            1,
            "the fixes make this of the bad",
        ),
    ],
)
def test_what_the_fixes_of_a_rule_make_of_its_bad_example_must_stand_in_it(
    fixed: str, status: int, said: str, project: Path
) -> None:
    rule = RULE.replace("once: true", "instead: { 高度重视: 重视 }").replace(
        "since:", fixed + "since:"
    )
    write_files(project / "pack", {NAME: rule})
    ended, printed = run_pytest(project)
    assert ended == status
    assert said in printed


def test_a_pack_that_cannot_be_read_is_an_error_at_the_file_that_is_wrong(project: Path) -> None:
    other = RULE.replace("DIS901", "DIS902").replace("empty-praise", "odd").replace("name:", "nam:")
    write_files(project / "pack", {"DIS902-odd.yaml": other})
    status, said = run_pytest(project)
    assert status == 2
    assert said.count("ERROR collecting") == 1
    assert "DIS902-odd.yaml:2:1: unknown key `nam`; did you mean `name`?" in said


def test_yaml_that_is_in_no_pack_is_left_alone(project: Path) -> None:
    (project / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    status, said = run_pytest(project)
    assert status == pytest.ExitCode.NO_TESTS_COLLECTED, said


def test_a_run_without_a_pack_imports_nothing_of_disclint_but_the_plugin(tmp_path: Path) -> None:
    test = (
        "import sys\n\n\ndef test_it() -> None:\n"
        "    own = {name for name in sys.modules if name.split('.')[0] == 'disclint'}\n"
        "    assert own == {'disclint', 'disclint.pytest_plugin'}\n"
    )
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    status, said = run_pytest(tmp_path)
    assert status == 0, said
