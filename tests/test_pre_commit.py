"""The hook of this project, installed and run by the real pre-commit on a scratch repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen

from tests.guides import files_of
from tests.installing import ROOT
from tests.office import sheet, xlsx

PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
BAD, GOOD = (ROOT / f"docs/samples/qinghe-{year}.txt" for year in (2020, 2021))
NAME = "报告/青禾县 2020年（𠮷）.txt"
NOBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "nobody"), ("EMAIL", "nobody@example.org"))
}


@frozen
class Scratch:
    """A repository with the configuration of docs/ci.md, and hooks in a store of their own."""

    folder: Path
    environment: dict[str, str]

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def must(self, *command: str) -> str:
        """Run a command that must end well; return what it printed."""
        done = self.call(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stage(self, name: str, content: bytes) -> None:
        """Write a file and stage it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.must("git", "add", name)

    def run_hooks(self) -> tuple[int, str]:
        """Run the hooks on what is staged; return the exit status and what they said."""
        done = self.call(*PRE_COMMIT, "run")
        assert not done.stderr
        return done.returncode, done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """Return this project as somebody has it who has cloned it, with a store of hooks beside it."""
    if not shutil.which("git"):
        pytest.skip("git is not installed (apt-get install git)")
    folder = tmp_path_factory.mktemp("project")
    for name in _git_lists(ROOT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    store = {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("store")), "LC_ALL": "C.UTF-8"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    found = Scratch(folder, {**kept, **NOBODY, **settings, **store})
    found.must("git", "init", "--quiet")
    found.must("git", "add", "--all", "--force")
    found.must("git", "commit", "--quiet", "--message", "all")
    _need_index(found)
    return found


def _git_lists(folder: Path) -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (folder / name).is_file()]


def _need_index(project: Scratch) -> None:
    """Skip where pip has no index, from which pre-commit installs what the hook needs."""
    into = project.environment["PRE_COMMIT_HOME"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", into]
    done = project.call(*pip, "setuptools>=77")
    if done.returncode:
        pytest.skip(f"pip has no index to install hooks from: {done.stderr.splitlines()[-1]}")


def configuration(project: Scratch) -> Any:  # noqa: ANN401 - YAML
    """Return the configuration of docs/ci.md, with this project in the place of its address."""
    guide = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    read = yaml.safe_load(files_of(guide)[".pre-commit-config.yaml"])
    (repo,) = read["repos"]
    repo["repo"] = str(project.folder)
    repo["rev"] = project.must("git", "rev-parse", "HEAD").strip()
    return read


@pytest.fixture
def scratch(project: Scratch, tmp_path: Path) -> Scratch:
    found = Scratch(tmp_path, project.environment)
    found.must("git", "init", "--quiet")
    text = yaml.safe_dump(configuration(project), allow_unicode=True)
    found.stage(".pre-commit-config.yaml", text.encode())
    return found


def test_the_manifest_and_the_example_are_valid(project: Scratch, scratch: Scratch) -> None:
    project.must(*PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml")
    scratch.must(*PRE_COMMIT, "validate-config", ".pre-commit-config.yaml")


def test_a_commit_of_a_bad_report_is_refused_and_one_of_a_good_report_is_made(
    scratch: Scratch,
) -> None:
    scratch.must(*PRE_COMMIT, "install")
    scratch.stage(NAME, BAD.read_bytes())
    refused = scratch.call("git", "commit", "--message", "report")
    assert refused.returncode == 1
    assert f"\n{NAME}:38:2: DIS208 " in refused.stderr
    scratch.stage(NAME, GOOD.read_bytes())
    scratch.must("git", "commit", "--message", "report")


def test_reports_of_one_commit_are_compared_with_each_other(scratch: Scratch) -> None:
    text = GOOD.read_text(encoding="utf-8")
    for year in range(2010, 2018):
        scratch.stage(f"报告/{year}.txt", text.replace("2021", str(year)).encode())
    assert scratch.run_hooks()[1].count("the year before is at 报告/") == 7


def test_what_the_configuration_excludes_is_passed_over_though_it_is_named(
    scratch: Scratch,
) -> None:
    scratch.stage(NAME, BAD.read_bytes())
    assert scratch.run_hooks()[0] == 1
    scratch.stage("disclint.toml", 'exclude = ["报告"]\n'.encode())
    assert scratch.run_hooks()[0] == 0


@pytest.mark.parametrize(
    ("name", "is_looked_at"),
    [
        ("README.md", False),
        ("requirements.txt", False),
        ("reports/a.py", False),
        ("reports/2020.txt", True),
        ("report/2020.html", True),
        ("a/年报/2020.md", True),
        ("青禾县2020年政府信息公开工作年度报告.txt", True),
        ("年报2020.htm", True),
        ("myreports.txt", False),
    ],
)
def test_only_what_is_called_a_report_is_looked_at(
    name: str,
    is_looked_at: bool,  # noqa: FBT001 - a parameter of the test
    scratch: Scratch,
) -> None:
    scratch.stage(name, b"nothing of the kind\n")
    status, said = scratch.run_hooks()
    assert status == int(is_looked_at)
    assert (" DIS003 " in said) == is_looked_at


def test_the_second_hook_of_the_example_reads_workbooks(scratch: Scratch) -> None:
    title = "青禾县2020年政府信息公开工作年度报告"
    scratch.stage("reports/年报.xlsx", xlsx({"表": sheet([[title]])}))
    assert " DIS003 " in scratch.run_hooks()[1]
