"""Which rules run, on which files, and how much each weighs."""

from pathlib import Path

import pytest

from tests.cli.folders import codes, fill
from tests.cli.running import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one report."""
    fill(tmp_path, {"a.txt": ""})
    return tmp_path


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "DIS303"], {"DIS303"}),
        (["--select", "dis3"], {"DIS303"}),
        (["--select", "DIS303,DIS206"], {"DIS206", "DIS303"}),
        (["--select", "DIS303", "--select", "DIS206"], {"DIS206", "DIS303"}),
        (["--select", "DIS303", "--extend-select", "DIS206"], {"DIS206", "DIS303"}),
        (["--select", "DIS303,DIS206", "--ignore", "DIS2"], {"DIS206", "DIS303"}),
        (["--select", "DIS2,DIS303", "--ignore", "DIS206"], {"DIS303"}),
        (["--select", "DIS2,DIS303", "--extend-ignore", "DIS206"], {"DIS303"}),
        (["--select", "ALL", "--ignore", "DIS0,DIS1,DIS2"], {"DIS006", "DIS303"}),
        (["--select", "DIS303,DIS206", "--per-file-ignores", "*.txt:DIS206"], {"DIS303"}),
        (["--select", "DIS303", "--per-file-ignores", "*.docx:DIS303"], {"DIS303"}),
    ],
)
def test_the_options_of_selection_do_what_they_do_elsewhere(
    options: list[str], found: set[str], folder: Path
) -> None:
    assert codes(run("a.txt", *options, cwd=folder)) - {"DIS006"} == found - {"DIS006"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--select", "DIS3O3"], "--select: no such rule: DIS3O3; did you mean DIS303?"),
        (["--ignore", "row-totl"], "--ignore: no such rule: row-totl; did you mean row-total?"),
        (["--severity", "DIS303"], "--severity takes CODE=SEVERITY, and has DIS303"),
        (["--per-file-ignores", "DIS3"], "--per-file-ignores takes PATTERN:CODE, and has DIS3"),
        (["--select", "DIS3,,"], "--select takes a list with commas between, and one part of it"),
    ],
)
def test_an_option_that_cannot_be_used_ends_with_2(
    options: list[str], said: str, folder: Path
) -> None:
    found = run("a.txt", *options, cwd=folder)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith(f"disclint: {said}")
    assert found.err.count("\n") == 1


def test_files_are_named_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "2023/a.txt": "",
            "x/2023/a.txt": "",
            "disclint.toml": 'select = ["DIS303"]\n[per-file-ignores]\n"/2023/" = ["DIS3"]\n',
        },
    )
    assert run("2023/a.txt", cwd=tmp_path).out == ""
    assert run("a.txt", cwd=tmp_path / "2023").out == ""
    assert codes(run("x/2023/a.txt", cwd=tmp_path)) == {"DIS303"}
