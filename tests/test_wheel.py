"""The wheel, built and installed as a user does it."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.plugging import install, put

PROJECT = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "disclint-sgj"
version = "2.3"

[project.entry-points.disclint]
SGJ = "disclint_sgj"

[tool.setuptools]
packages = ["disclint_sgj"]

[tool.setuptools.package-data]
disclint_sgj = ["pack/*.yaml"]
"""
ROOT = Path(__file__).parent.parent


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a fresh environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # without the build folder, of which setuptools takes old files
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "*.egg-info"))
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        folder,
        source,
    ]
    built = call(*command, cwd=folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("disclint-*.whl")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    done = call(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return programs


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
    """Return the folder of a plugin's project, as its author has it."""
    folder = tmp_path / "project"
    install(folder)
    shutil.rmtree(folder / "disclint_sgj-1.0.dist-info")
    put(folder, {"pyproject.toml": PROJECT})
    return folder


def modules_of(programs: Path) -> set[Path]:
    """Return what is installed, but for what Python itself has compiled of the others."""
    (folder,) = (programs.parent).rglob("site-packages")
    return {path for path in folder.rglob("*") if path.suffix != ".pyc"}


def test_a_plugin_works_from_its_installation_on_and_leaves_no_trace(
    installed: Path, project: Path, tmp_path: Path
) -> None:
    sample = ROOT / "docs" / "samples" / "lanshui-2023.txt"
    lint: list[str | Path] = [installed / "disclint", "--lang", "en", sample]
    pip: list[str | Path] = [installed / "python", "-m", "pip"]
    clean = call(*lint, cwd=tmp_path)
    assert (clean.returncode, clean.stdout) == (0, "")
    before = modules_of(installed)
    for editable in ([], ["--editable"]):
        done = call(*pip, "install", "--quiet", "--no-deps", *editable, project, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        found = call(*lint, cwd=tmp_path)
        assert (found.returncode, found.stderr) == (1, "")
        assert found.stdout == f"{sample}:1:1: SGJ101 SGJ101 has seen it\n"
        versions = call(installed / "disclint", "--version", cwd=tmp_path).stdout
        assert versions.splitlines()[1:] == ["plugin disclint-sgj 2.3 SGJ"]
        done = call(*pip, "uninstall", "--quiet", "--yes", "disclint-sgj", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        gone = call(*lint, cwd=tmp_path)
        assert (gone.returncode, gone.stdout, gone.stderr) == (0, "", "")
        assert modules_of(installed) == before


def test_the_core_needs_four_packages_and_no_more(installed: Path, tmp_path: Path) -> None:
    listing = call(installed / "python", "-m", "pip", "list", "--format=freeze", cwd=tmp_path)
    names = {line.split("==")[0].lower() for line in listing.stdout.splitlines()}
    assert names - {"pip", "setuptools", "wheel"} == {
        "attrs",
        "disclint",
        "lark",
        "pluggy",
        "pyyaml",
    }
