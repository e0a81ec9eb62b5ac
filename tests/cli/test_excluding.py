"""What is passed over."""

from pathlib import Path

import pytest

from tests.cli.folders import fill, paths
from tests.cli.running import run


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder of reports, three of them in folders of years."""
    fill(tmp_path, {"a.txt": "", "2022/b.txt": "", "2023/c.txt": "", "2023/drafts/d.txt": ""})
    return tmp_path


def test_what_is_excluded_is_passed_over_while_folders_are_walked(tree: Path) -> None:
    assert paths(run(".", "--exclude", "drafts/,2022", cwd=tree)) == {"./a.txt", "./2023/c.txt"}
    fill(tree, {"disclint.toml": 'exclude = ["/2023/"]\n'})
    assert paths(run(".", cwd=tree)) == {"./a.txt", "./2022/b.txt"}
    assert paths(run(".", "--extend-exclude", "2022", cwd=tree)) == {"./a.txt"}
    assert paths(run(".", "--exclude", "2022", cwd=tree)) == {
        *("./a.txt", "./2023/c.txt", "./2023/drafts/d.txt"),
    }


def test_patterns_are_relative_to_the_folder_of_their_configuration(tree: Path) -> None:
    fill(tree, {"disclint.toml": 'exclude = ["/2023/c.txt"]\n'})
    assert paths(run(".", cwd=tree / "2023")) == {"./drafts/d.txt"}


def test_a_file_that_is_named_is_left_out_by_force_exclude_alone(tree: Path) -> None:
    fill(tree, {"disclint.toml": 'exclude = ["2022"]\n'})
    assert paths(run("2022/b.txt", cwd=tree)) == {"2022/b.txt"}
    forced = run("2022/b.txt", "--force-exclude", cwd=tree)
    assert (forced.status, forced.out) == (0, "")
    assert forced.err == "disclint: nothing to check: all that is named is left out by `exclude`\n"
    quiet = run("2022/b.txt", "--force-exclude", "--quiet", cwd=tree)
    assert (quiet.status, quiet.out, quiet.err) == (0, "", "")
    assert paths(run("2022/b.txt", "a.txt", "--force-exclude", cwd=tree)) == {"a.txt"}


def test_force_exclude_holds_of_standard_input_by_its_name(tree: Path) -> None:
    text = (tree / "a.txt").read_bytes()
    options = ("--exclude", "2022", "--force-exclude", "--stdin-filename", "2022/b.txt")
    assert run("-", *options, cwd=tree, stdin=text).status == 0


def test_what_git_ignores_is_passed_over_to_the_deepest_folder(tree: Path) -> None:
    fill(tree, {".gitignore": "*.txt\n!a.txt\n", "2023/.gitignore": "!c.txt\n"})
    assert paths(run(".", cwd=tree)) == {"./a.txt", "./2023/c.txt"}
    assert paths(run("2022/b.txt", cwd=tree)) == {"2022/b.txt"}
    every = {"./a.txt", "./2022/b.txt", "./2023/c.txt", "./2023/drafts/d.txt"}
    assert paths(run(".", "--no-respect-gitignore", cwd=tree)) == every
    fill(tree, {"disclint.toml": "respect-gitignore = false\n"})
    assert paths(run(".", cwd=tree)) == every
    assert paths(run(".", "--respect-gitignore", cwd=tree)) == {"./a.txt", "./2023/c.txt"}


def test_what_is_ignored_above_holds_below_within_the_repository(tree: Path) -> None:
    fill(tree, {".gitignore": "d.txt\n"})
    assert paths(run(".", cwd=tree / "2023")) == {"./c.txt", "./drafts/d.txt"}
    (tree / ".git").mkdir()
    assert paths(run(".", cwd=tree / "2023")) == {"./c.txt"}


def test_a_folder_in_which_all_is_excluded_is_told(tree: Path) -> None:
    found = run("2022", "--exclude", "b.txt", cwd=tree)
    assert found.status == 2
    assert "`exclude` or a .gitignore leaves out 1 of what it holds" in found.err
