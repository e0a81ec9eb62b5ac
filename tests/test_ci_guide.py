"""The examples of docs/ci.md: files that parse, and commands that do what the page says."""

import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import yaml

from tests.cli.running import run
from tests.guides import files_of
from tests.installing import ROOT, call

FILES = files_of((ROOT / "docs/ci.md").read_text(encoding="utf-8"))
BAD, GOOD = (ROOT / f"docs/samples/qinghe-{year}.txt" for year in (2020, 2021))
SLIPS = 7


def scripts_in(node: Any) -> Iterator[str]:  # noqa: ANN401 - YAML
    """Yield the commands that a server runs, wherever they stand."""
    if isinstance(node, dict):
        for key, value in node.items():
            given = value if isinstance(value, list) else [value]
            yield from given if key in ("run", "script") else scripts_in(value)
    elif isinstance(node, list):
        for item in node:
            yield from scripts_in(item)


def commands_of(name: str) -> list[str]:
    """Return the commands in a file of the page, a line each."""
    if name == "Jenkinsfile":
        return re.findall(r"^ *sh '(.*)'$", FILES[name], re.MULTILINE)
    return [
        line for script in scripts_in(yaml.safe_load(FILES[name])) for line in script.split("\n")
    ]


SERVERS = [name for name in FILES if name != ".pre-commit-config.yaml"]


def findings_in(written: str) -> int:
    """Return how many findings there are in SARIF, GitLab's report, rdjson or checkstyle."""
    if written.startswith("<"):
        return len(fromstring(written).findall(".//error"))  # noqa: S314 - our own
    read = json.loads(written)
    if isinstance(read, list):
        return len(read)
    return len(read["runs"][0]["results"] if "runs" in read else read["diagnostics"])


@pytest.mark.parametrize("name", SERVERS)
@pytest.mark.parametrize(("report", "found"), [(BAD, SLIPS), (GOOD, 0)], ids=["bad", "good"])
def test_the_command_ends_and_writes_as_the_page_says(
    name: str, report: Path, found: int, tmp_path: Path
) -> None:
    (tmp_path / "reports").mkdir()
    shutil.copy(report, tmp_path / "reports" / "年报 𠮷.txt")
    (command,) = [shlex.split(one) for one in commands_of(name) if one.startswith("disclint ")]
    done = run(*command[1:], cwd=tmp_path)
    assert done.status == (1 if found and "--exit-zero" not in command else 0)
    if "-o" in command:
        written = command[command.index("-o") + 1]
        assert FILES[name].count(written) >= 2
        assert findings_in((tmp_path / written).read_text(encoding="utf-8")) == found
        assert not done.out
    else:
        assert len(re.findall(r"^reports/年报 𠮷\.txt:", done.out, re.MULTILINE)) == found


@pytest.mark.parametrize("name", SERVERS)
def test_a_run_that_could_not_do_its_job_fails_whatever_the_server_is_to_judge(
    name: str, tmp_path: Path
) -> None:
    (command,) = [shlex.split(one) for one in commands_of(name) if one.startswith("disclint ")]
    assert run(*command[1:], cwd=tmp_path).status == 2


@pytest.mark.parametrize("name", [name for name in SERVERS if name.endswith(".yml")])
def test_the_file_is_valid_by_the_published_schema_of_its_server(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.yml"
    file.write_text(FILES[name], encoding="utf-8")
    gitlab = ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    schema = gitlab if name == ".gitlab-ci.yml" else ["vendor.github-workflows"]
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema]
    done = call(*check, file, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_no_command_is_left_untried_but_those_of_others() -> None:
    others = {
        line.split()[0]
        for name in SERVERS
        for line in commands_of(name)
        if not line.startswith("disclint ")
    }
    assert others == {"pip", "reviewdog"}
