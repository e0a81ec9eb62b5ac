"""What is suppressed, in formats that can say so, by the program run as its users run it."""

import json
from pathlib import Path

import pytest

from tests.cli.reports import HEAD, IGNORE, TABLE, lay_out
from tests.cli.running import run

SUPPRESSION = '[[suppressions]]\nfile = "b.txt"\ncode = "DIS303"\nreason = "已核对"\n'
ARGUMENTS = "--select", "DIS303", "--output-format"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports, each with two findings that are suppressed in its own way."""
    lay_out(tmp_path, a_txt=HEAD + IGNORE + TABLE, b_txt=HEAD + TABLE)
    (tmp_path / "disclint-suppressions.toml").write_text(SUPPRESSION, encoding="utf-8")
    return tmp_path


def test_json_and_sarif_say_by_whom_and_why(folder: Path) -> None:
    done = run(".", *ARGUMENTS, "json", "--show-suppressed", cwd=folder)
    document = json.loads(done.out)
    assert done.status == 0
    assert [one["suppressed"] for one in document["diagnostics"]] == [
        {"by": "comment", "reason": "原件如此"},
        {"by": "comment", "reason": "原件如此"},
        {"by": "configuration", "reason": "已核对"},
        {"by": "configuration", "reason": "已核对"},
    ]
    log = json.loads(run(".", *ARGUMENTS, "sarif", "--show-suppressed", cwd=folder).out)
    kinds = [one["suppressions"][0]["kind"] for one in log["runs"][0]["results"]]
    assert kinds == ["inSource", "inSource", "external", "external"]


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit"])
def test_nothing_is_there_unless_it_is_asked_for_or_can_be_marked(form: str, folder: Path) -> None:
    plain = run(".", *ARGUMENTS, form, cwd=folder)
    shown = run(".", *ARGUMENTS, form, "--show-suppressed", cwd=folder)
    assert (plain.status, shown.status) == (0, 0)
    assert "DIS303" not in plain.out
    assert ("DIS303" in shown.out) == (form in {"json", "sarif"})
