"""How a run ends, and how much it shows."""

from pathlib import Path

import pytest

from tests.cli.folders import fill
from tests.cli.running import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a report in which a warning and an error are found."""
    fill(tmp_path, {"a.txt": ""})
    return tmp_path


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--select", "DIS303"], 1),
        (["--select", "DIS303", "--severity", "DIS303=info"], 0),
        (["--select", "DIS303", "--severity", "DIS303=info", "--fail-level", "info"], 1),
        (["--select", "DIS303", "--severity", "DIS303=warning", "--fail-level", "error"], 0),
        (["--select", "DIS303", "--severity", "DIS303=error", "--fail-level", "error"], 1),
        (["--select", "DIS303", "--severity", "DIS3=error,DIS303=info"], 0),
        (["--exit-zero"], 0),
    ],
)
def test_what_is_found_ends_the_run_by_its_severity(
    options: list[str], status: int, folder: Path
) -> None:
    found = run("a.txt", *options, cwd=folder)
    assert found.status == status
    assert "DIS303" in found.out


def test_severity_and_fail_level_stand_in_a_configuration(folder: Path) -> None:
    text = 'select = ["DIS303"]\nfail-level = "error"\n[severity]\nDIS303 = "warning"\n'
    fill(folder, {"disclint.toml": text})
    assert run("a.txt", cwd=folder).status == 0
    assert run("a.txt", "--fail-level", "warning", cwd=folder).status == 1


def test_exit_zero_is_no_excuse_for_a_job_not_done(folder: Path) -> None:
    assert run("a.txt", "none.txt", "--exit-zero", cwd=folder).status == 2


def test_so_much_is_shown_and_all_counts(folder: Path) -> None:
    every = len(run("a.txt", cwd=folder).out.splitlines())
    found = run("a.txt", "--max-findings", "1", cwd=folder)
    assert (found.status, len(found.out.splitlines())) == (1, 1)
    assert found.err == f"disclint: {every - 1} more found and not shown (--max-findings 1)\n"
    none = run("a.txt", "--max-findings", "0", "--quiet", cwd=folder)
    assert (none.status, none.out, none.err) == (1, "", "")


def test_quiet_does_not_silence_mistakes(folder: Path) -> None:
    found = run("--quiet", "--select", "NO1", "a.txt", cwd=folder)
    assert found.status == 2
    assert "no such rule: NO1" in found.err
