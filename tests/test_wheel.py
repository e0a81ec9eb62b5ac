"""The wheel, and a plugin, installed as a user does it."""

import shutil
from pathlib import Path

import pytest

from tests.installing import ROOT, call, make_environment

EXAMPLE = ROOT / "tests" / "example_plugin"
PLANTED = ["accounts-bad.md:23:15: SGJ103", "expenses-bad.md:13:63: SGJ102"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return the folder of programs of a fresh environment in which the wheel is installed."""
    return make_environment(tmp_path_factory.mktemp("installed"), wheel)


def test_the_installed_wheel_lints_the_sample(installed: Path, tmp_path: Path) -> None:
    sample = ROOT / "docs" / "samples" / "qinghe-2020.txt"
    for command in ([installed / "disclint"], [installed / "python", "-m", "disclint"]):
        done = call(*command, "--lang", "en", sample, cwd=tmp_path)
        assert done.returncode == 1, done.stderr
        assert len(done.stdout.splitlines()) == 7
        assert "DIS406 Table 3 " in done.stdout


def test_the_installed_wheel_brings_its_types_and_no_more_than_its_own_packages(
    installed: Path, tmp_path: Path
) -> None:
    listing = call(installed / "python", "-m", "pip", "show", "-f", "disclint", cwd=tmp_path).stdout
    files = listing.partition("Files:")[2].split()
    assert "disclint/py.typed" in files
    assert "disclint/grammars/tabbed.lark" in files
    assert "disclint/rules/ogi/DIS402-row-total.yaml" in files
    assert {file.split("/")[0].split("-")[0] for file in files} <= {"disclint", ".."}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of the example plugin, as its author has it."""
    return shutil.copytree(EXAMPLE, tmp_path / "project")


def modules_of(programs: Path) -> set[Path]:
    """Return what is installed, but for what Python itself has compiled of the others."""
    (folder,) = programs.parent.rglob("site-packages")
    return {path for path in folder.rglob("*") if path.suffix != ".pyc"}


def test_the_example_plugin_works_once_it_is_installed_and_leaves_no_trace(
    installed: Path, project: Path
) -> None:
    samples = project / "samples"
    names = ["accounts-bad.md", "accounts-good.md", "expenses-bad.md", "expenses-good.md"]
    lint: list[str | Path] = [installed / "disclint", "--lang", "en", *names]
    pip: list[str | Path] = [installed / "python", "-m", "pip"]
    before = modules_of(installed)
    without = call(*lint, cwd=samples).stdout.splitlines()
    assert [line.split()[1] for line in without] == ["DIS003"] * 4
    for editable in ([], ["--editable"]):
        done = call(*pip, "install", "--quiet", "--no-deps", *editable, project, cwd=samples)
        assert done.returncode == 0, done.stderr
        found = call(*lint, cwd=samples)
        assert (found.returncode, found.stderr) == (1, "")
        assert [" ".join(line.split()[:2]) for line in found.stdout.splitlines()] == PLANTED
        versions = call(installed / "disclint", "--version", cwd=samples).stdout
        assert versions.splitlines()[1:] == ["plugin disclint-accounts 0.1.0 SGJ"]
        done = call(*pip, "uninstall", "--quiet", "--yes", "disclint-accounts", cwd=samples)
        assert done.returncode == 0, done.stderr
        assert call(*lint, cwd=samples).stdout.splitlines() == without
        assert modules_of(installed) == before


def test_the_core_needs_six_packages_and_no_more(installed: Path, tmp_path: Path) -> None:
    listing = call(installed / "python", "-m", "pip", "list", "--format=freeze", cwd=tmp_path)
    names = {line.split("==")[0].lower() for line in listing.stdout.splitlines()}
    assert names - {"pip", "setuptools", "wheel"} == {
        "argcomplete",
        "attrs",
        "disclint",
        "lark",
        "pathspec",
        "pluggy",
        "pyyaml",
    }
