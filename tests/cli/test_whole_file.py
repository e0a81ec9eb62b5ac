"""Files written whole, or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from disclint.cli.whole_file import ChangedError, UnwrittenError, rewrite, whole_file, write_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    return path


def write_half(path: Path) -> None:
    with whole_file(str(path)) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_whatever_happens_it_is_as_it_was_and_nothing_is_left_beside_it(path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half(path)
    assert path.read_bytes() == b"before"
    assert list(path.parent.iterdir()) == [path]


def test_nobody_sees_a_part_of_it(path: Path) -> None:
    with whole_file(str(path)) as file:
        file.write(b"after")
        file.flush()
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_has_changed_since_it_was_read_is_not_written_over(path: Path) -> None:
    with pytest.raises(ChangedError):
        rewrite(str(path), b"something else", b"after")
    assert path.read_bytes() == b"before"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_gone_does_not_come_back(path: Path) -> None:
    path.unlink()
    with pytest.raises(UnwrittenError):
        rewrite(str(path), b"before", b"after")
    assert not list(path.parent.iterdir())


def test_a_disk_that_is_full_is_told_with_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnwrittenError) as caught:
        write_text(str(path), "after")
    assert str(caught.value) == f"cannot write to {path}: No space left on device"
    assert path.read_bytes() == b"before"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_permissions_stay_and_the_umask_counts_for_a_new_file(path: Path) -> None:
    path.chmod(0o604)
    before = os.umask(0o027)
    try:
        write_text(str(path), "after")
        write_text(str(path.with_name("new.txt")), "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert stat.S_IMODE(path.with_name("new.txt").stat().st_mode) == 0o640


@posix
def test_the_owner_stays_where_that_can_be(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the administrator can give files away")
    os.chown(path, 65534, 65534)
    write_text(str(path), "after")
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


@posix
def test_a_link_stays_one_and_so_does_one_to_what_is_not_there_yet(path: Path) -> None:
    for name in (path.name, "new.txt"):
        link = path.with_name(f"link-{name}")
        link.symlink_to(name)
        write_text(str(link), "after")
        assert link.is_symlink()
        assert path.with_name(name).read_text(encoding="utf-8") == "after"


@posix
def test_what_is_being_written_is_no_more_open_to_others_than_what_it_replaces(path: Path) -> None:
    path.chmod(0o600)
    with whole_file(str(path)):
        (beside,) = set(path.parent.iterdir()) - {path}
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
