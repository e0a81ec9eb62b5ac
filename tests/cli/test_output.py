"""The file that findings go to, by the program run as its users run it."""

import stat
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.wide import NAME, TEXT


def test_findings_may_go_to_a_file(folder: Path) -> None:
    printed = run(NAME, "--output-format", "sarif", cwd=folder)
    done = run(NAME, "--output-format", "sarif", "-o", "found.sarif", cwd=folder)
    assert (done.status, done.out, done.err) == (1, "", "")
    assert (folder / "found.sarif").read_bytes() == printed.out.encode()
    assert sorted(path.name for path in folder.iterdir()) == sorted([NAME, "found.sarif"])


def test_a_file_is_utf_8_with_line_feeds_whatever_the_console(folder: Path) -> None:
    run(NAME, "-o", "found.txt", cwd=folder, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    data = (folder / "found.txt").read_bytes()
    assert data.startswith(NAME.encode())
    assert b"\r" not in data


def test_a_file_is_there_whole_or_as_it_was(folder: Path) -> None:
    (folder / "found.txt").write_text("before", encoding="utf-8")
    broken = "def disclint_reporters(): return {'broken': Broken()}"
    (folder / "breaks.py").write_text(
        "from disclint.hooks import hookimpl\nDISCLINT_API = 1\n"
        "class Broken:\n"
        "    def report(self, diagnostics, context):\n"
        "        yield 'half'\n"
        "        raise OSError('no luck')\n"
        f"@hookimpl\n{broken}\n",
        encoding="utf-8",
    )
    arguments = ["--plugin", "breaks", "--output-format", "broken", "-o", "found.txt"]
    done = run(NAME, *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert "no luck" in done.err
    assert (folder / "found.txt").read_text(encoding="utf-8") == "before"
    assert not list(folder.glob("*.tmp")) + list(folder.glob(".*.tmp"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none/found.txt", "No such file or directory"),
        (".", "it is a folder; name a file"),
        (NAME, "it is a report to be checked; name another file"),
        (f"./{NAME}", "it is a report to be checked; name another file"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(
    name: str, why: str, folder: Path
) -> None:
    done = run(NAME, "-o", name, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"disclint: cannot write to {name}: {why}\n"
    assert (folder / NAME).read_text(encoding="utf-8") == TEXT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_with_the_file() -> None:
    sample = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
    done = run(sample, "-o", "/dev/full")
    assert done.status == 2
    assert done.err.endswith("disclint: cannot write to /dev/full: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_a_disk_that_is_full_in_the_midst_leaves_the_file_as_it_was(folder: Path) -> None:
    (folder / "found.sarif").write_text("before", encoding="utf-8")
    limited = ["/bin/sh", "-c", 'ulimit -f 1 && exec "$@"', "sh"]
    arguments = [NAME, "--output-format", "sarif", "-o", "found.sarif"]
    done = run(*arguments, cwd=folder, under=limited)
    assert (done.status, done.out) == (2, "")
    assert done.err == "disclint: cannot write to found.sarif: File too large\n"
    assert (folder / "found.sarif").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == sorted([NAME, "found.sarif"])


@pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind")
def test_a_file_keeps_its_permissions_and_a_link_stays_one(folder: Path) -> None:
    (folder / "real.txt").touch()
    (folder / "real.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("real.txt")
    assert run(NAME, "-o", "link.txt", cwd=folder).status == 1
    assert (folder / "link.txt").is_symlink()
    assert stat.S_IMODE((folder / "real.txt").stat().st_mode) == 0o640
    assert (folder / "real.txt").stat().st_size > 0


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
def test_a_device_is_written_to_and_stays_one(folder: Path) -> None:
    assert run(NAME, "-o", "/dev/null", cwd=folder).status == 1
    assert not Path("/dev/null").is_file()
