"""Files by name, and those in folders."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from disclint.files import Empty, Met, Unopened, find_files

SUFFIXES = frozenset({".txt"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into a new folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str) -> None:
    for name in paths:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def found(path: str) -> list[Met]:
    return list(find_files(path, SUFFIXES))


@pytest.mark.usefixtures("folder")
class TestNamed:
    @pytest.mark.parametrize("path", ["report.txt", "./report.txt", "report.log", ".report.txt"])
    def test_a_file_that_is_named_is_found_whatever_its_name(self, path: str) -> None:
        write(path)
        assert found(path) == [path]

    def test_a_file_that_is_not_there_is_left_to_its_reader(self) -> None:
        assert found("青禾县.txt") == ["青禾县.txt"]

    def test_a_hidden_folder_that_is_named_is_looked_into(self) -> None:
        write(".drafts/report.txt")
        assert found(".drafts") == [".drafts/report.txt"]


@pytest.mark.usefixtures("folder")
class TestFolders:
    def test_files_and_folders_come_by_name(self) -> None:
        write("town/c.txt", "town/b/z.txt", "town/b/a.txt", "town/a.txt", "town/青禾县.txt")
        assert found("town") == [
            "town/a.txt",
            "town/b/a.txt",
            "town/b/z.txt",
            "town/c.txt",
            "town/青禾县.txt",
        ]

    def test_only_files_with_a_known_ending_are_found(self) -> None:
        write("town/a.txt", "town/b.log", "town/c", "town/txt", "town/d.txt.bak")
        assert found("town") == ["town/a.txt"]

    def test_an_ending_in_capitals_is_known(self) -> None:
        write("town/A.TXT")
        assert found("town") == ["town/A.TXT"]

    def test_hidden_files_and_folders_are_passed_over(self) -> None:
        write("town/.draft.txt", "town/.drafts/a.txt", "town/a.txt")
        assert found("town") == ["town/a.txt"]

    def test_a_folder_that_is_called_like_a_file_is_looked_into(self) -> None:
        write("town/all.txt/a.txt")
        assert found("town") == ["town/all.txt/a.txt"]

    @pytest.mark.parametrize("path", ["town", "town/", "./town"])
    def test_a_folder_without_reports_is_said_to_be_empty(self, path: str) -> None:
        write("town/notes.log", "town/.draft.txt", "town/b/c.log")
        assert found(path) == [Empty(path)]

    def test_a_folder_is_not_empty_for_a_folder_without_reports_in_it(self) -> None:
        write("town/a.txt", "town/b/c.log")
        assert found("town") == ["town/a.txt"]

    @pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
    def test_a_pipe_or_device_is_passed_over(self) -> None:
        write("town/a.txt")
        os.mkfifo("town/pipe.txt")
        Path("town/zero.txt").symlink_to("/dev/zero")
        assert found("town") == ["town/a.txt"]

    def test_a_link_to_nowhere_is_found_and_left_to_its_reader(self) -> None:
        write("town/a.txt")
        Path("town/link.txt").symlink_to("nowhere")
        assert found("town") == ["town/a.txt", "town/link.txt"]


@pytest.mark.usefixtures("folder")
class TestLinks:
    def test_a_link_to_a_file_is_found(self) -> None:
        write("elsewhere.txt", "town/notes.log")
        Path("town/link.txt").symlink_to("../elsewhere.txt")
        assert found("town") == ["town/link.txt"]

    def test_a_link_back_to_its_own_folder_is_not_followed(self) -> None:
        write("town/a.txt")
        Path("town/loop").symlink_to(Path("town").resolve())
        assert found("town") == ["town/a.txt"]

    def test_a_folder_that_is_named_by_a_link_is_looked_into(self) -> None:
        write("town/a.txt")
        Path("link").symlink_to("town")
        assert found("link") == ["link/a.txt"]


@pytest.mark.usefixtures("folder")
class TestUnopened:
    @pytest.fixture(autouse=True)
    def _lock(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Refuse to look into folders called `locked`; a permission would not stop root."""
        scandir = os.scandir

        def refuse(path: str | Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
            if Path(path).name == "locked":
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)

    def test_a_folder_that_cannot_be_opened_is_named_with_the_reason(self) -> None:
        write("locked/a.txt")
        (unopened,) = found("locked")
        assert isinstance(unopened, Unopened)
        assert unopened.path == "locked"
        assert isinstance(unopened.error, PermissionError)

    def test_the_rest_of_its_parent_is_found_all_the_same(self) -> None:
        write("town/a.txt", "town/locked/b.txt", "town/z.txt")
        first, unopened, last = found("town")
        assert (first, last) == ("town/a.txt", "town/z.txt")
        assert isinstance(unopened, Unopened)
        assert unopened.path == "town/locked"

    def test_a_folder_that_holds_one_is_not_said_to_be_empty(self) -> None:
        write("town/locked/b.txt")
        assert [type(each) for each in found("town")] == [Unopened]
