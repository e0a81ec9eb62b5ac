"""The folder of what is kept."""

import os
import time
from pathlib import Path

import pytest

from disclint.caching import Store, store

KEY = "ab" * 20
OTHER = "ab" + "cd" * 19


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """Return a store that has one thing."""
    kept = Store(str(tmp_path / "cache"))
    kept.put(KEY, b"body")
    return kept


def entry(kept: Store) -> Path:
    return Path(kept._path(KEY))


def test_what_is_kept_is_given_back_to_whoever_shares_the_folder(kept: Store) -> None:
    assert Store(kept.folder).get(KEY) == b"body"
    assert kept.get(OTHER) is None


@pytest.mark.parametrize("at", range(0, len(store._HEAD) + 16 + 4, 3))
def test_what_is_damaged_or_cut_is_not_there(at: int, kept: Store) -> None:
    data = entry(kept).read_bytes()
    entry(kept).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert kept.get(KEY) is None
    entry(kept).write_bytes(data[:at])
    assert kept.get(KEY) is None
    kept.put(KEY, b"body")
    assert kept.get(KEY) == b"body"


def test_what_is_put_under_the_name_of_another_is_not_there(kept: Store) -> None:
    entry(kept).replace(kept._path(OTHER))
    assert kept.get(OTHER) is None


def test_what_another_version_has_kept_is_not_there(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_HEAD", b"disclint 2\n")
    assert kept.get(KEY) is None


def test_what_is_no_file_is_not_there(kept: Store) -> None:
    entry(kept).unlink()
    entry(kept).mkdir()
    assert kept.get(KEY) is None
    entry(kept).rmdir()
    entry(kept).symlink_to(entry(kept))
    assert kept.get(KEY) is None
    entry(kept).unlink()
    os.mkfifo(entry(kept))
    assert kept.get(KEY) is None


def test_what_is_far_too_large_is_neither_kept_nor_read(kept: Store) -> None:
    kept.put(OTHER, bytes(store._LARGEST))
    assert kept.get(OTHER) is None
    assert not kept.fault
    with entry(kept).open("ab") as file:
        file.truncate(1 << 40)
    assert kept.get(KEY) is None


def test_the_folder_is_for_its_owner_and_says_what_it_is(kept: Store) -> None:
    own = Path(kept.folder) / "results-1"
    assert (own / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f0688")
    assert (own / ".gitignore").read_text().endswith("*\n")
    assert own.stat().st_mode & 0o777 == 0o700
    assert entry(kept).stat().st_mode & 0o777 == 0o600


def test_nothing_is_put_beside_what_is_in_a_folder_already(tmp_path: Path) -> None:
    Store(str(tmp_path)).put(KEY, b"body")
    assert [path.name for path in tmp_path.iterdir()] == ["results-1"]


def test_a_full_shelf_loses_what_was_not_used_for_longest(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = entry(kept).stat().st_size
    monkeypatch.setattr(store, "_MOST_BYTES", 3 * size)
    names = [f"ab{number:038}" for number in range(5)]
    now = time.time()
    for age, name in enumerate(names):
        kept.put(name, b"body")
        os.utime(kept._path(name), (now - 1000 + age, now - 1000 + age))
    assert [name for name in names if kept.get(name)] == names[-2:]
    assert kept.get(KEY)


def test_what_is_used_again_is_marked_as_used(kept: Store) -> None:
    os.utime(entry(kept), (0, 0))
    assert kept.get(KEY)
    assert entry(kept).stat().st_mtime > time.time() - 60


def test_what_a_run_has_left_behind_is_removed_in_time(kept: Store) -> None:
    left, fresh = (entry(kept).with_name(f"{name}.tmp") for name in ("left", "fresh"))
    left.write_bytes(b"")
    fresh.write_bytes(b"")
    os.utime(left, (0, 0))
    kept.put(OTHER, b"body")
    assert (left.exists(), fresh.exists()) == (False, True)


@pytest.mark.parametrize("folder", ["file/cache", "file", "/proc/none", "\0", "a" * 300])
def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_raised(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    kept = Store(folder)
    kept.put(KEY, b"body")
    assert kept.get(KEY) is None
    assert kept.fault
