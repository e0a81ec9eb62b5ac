"""The cache as its users meet it: nothing but time tells whether there is one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from attrs import evolve

from disclint.caching import Store
from disclint.caching.records import Records
from disclint.linter import Linter
from tests.cli.running import run
from tests.filling import row_of
from tests.together import report_of

COMMENT = "<!-- disclint: ignore-file[DIS402] -- 原件如此 -->\n"
FORMATS = (
    *("text", "full", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit"),
    *("checkstyle", "rdjson"),
)
UNABLE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""What makes root one who may not write where that is forbidden."""
ULIMIT = ("sh", "-c", 'ulimit -f 0; exec "$@"', "sh")


@pytest.fixture
def reports(tmp_path: Path, linter: Linter) -> Path:
    """Return a folder with reports on two years, in which much is wrong."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for year, figures in ((2022, row_of("carried-out", 3)), (2023, row_of("carried-in", 2))):
        text = report_of(linter, year, {**figures, "carried-in.person": "１2"})
        (folder / f"{year}年度.txt").write_text(COMMENT * (year == 2022) + text, encoding="utf-8")
    (folder / "disclint-suppressions.toml").write_text(
        '[[suppressions]]\nfile = "2023*"\ncode = "DIS4"\nreason = "原件如此"\n', encoding="utf-8"
    )
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def entries(cache: Path) -> dict[str, bytes]:
    """Return what is kept, by key."""
    found = cache.glob("results-*/??/*")
    return {path.parent.name + path.name: path.read_bytes() for path in found}


def silence(cache: Path, linter: Linter) -> None:
    """Let what is kept say that nothing at all is wrong."""
    store, records = Store(str(cache)), Records(linter.catalog.genres)
    for key in entries(cache):
        kept = store.get(key)
        assert kept
        store.put(key, records.write(evolve(records.read(kept, "a.txt"), diagnostics=())))


def test_every_format_is_the_same_byte_for_byte(reports: Path, cache: Path) -> None:
    for form in FORMATS:
        options = (".", "--output-format", form, "--ledger", "--show-suppressed")
        without = run(*options, "--no-cache", cwd=reports)
        assert without.out
        assert run(*options, "--cache-dir", cache, cwd=reports) == without
    assert len(entries(cache)) == 2


@pytest.mark.parametrize(
    "options",
    [
        ("2023年度.txt", "--previous", "2022年度.txt", "--ledger"),
        (".", "--select", "DIS2", "--statistics"),
        (".", "--max-findings", "1", "--lang", "zh"),
        (".", "--write-baseline", "baseline.json"),
        ("--diff", "2023年度.txt"),
        ("-", "--stdin-filename", "2023年度.txt"),
        (".", "--isolated"),
    ],
    ids=" ".join,
)
def test_every_way_to_run_is_the_same(options: tuple[str, ...], reports: Path, cache: Path) -> None:
    stdin = (reports / "2023年度.txt").read_bytes()
    without = run(*options, "--no-cache", cwd=reports, stdin=stdin)
    for _ in ("new", "known"):
        assert run(*options, "--cache-dir", cache, cwd=reports, stdin=stdin) == without


def test_what_is_kept_is_what_is_told_unless_it_is_not_asked_for(
    reports: Path, cache: Path, linter: Linter
) -> None:
    options = ("2023年度.txt", "--isolated", "--cache-dir", cache)
    fresh = run(*options, cwd=reports)
    silence(cache, linter)
    assert fresh.status == 1
    assert run(*options, cwd=reports).status == 0
    assert run(*options, "--no-cache", cwd=reports) == fresh


def test_to_fix_a_file_nothing_is_taken_from_the_cache(
    reports: Path, cache: Path, linter: Linter
) -> None:
    path = reports / "2023年度.txt"
    before = path.read_bytes()
    run(path.name, "--cache-dir", cache, cwd=reports)
    silence(cache, linter)
    fixed, texts = [], []
    for cached in (["--cache-dir", cache], ["--no-cache"]):
        path.write_bytes(before)
        fixed.append(run(path.name, "--fix", *cached, cwd=reports))
        texts.append(path.read_bytes())
    assert fixed[0] == fixed[1]
    assert texts[0] == texts[1] != before
    after = run(path.name, "--cache-dir", cache, cwd=reports)
    assert after == run(path.name, "--no-cache", cwd=reports)


def test_a_file_that_has_changed_is_looked_at_again(reports: Path, cache: Path) -> None:
    path = reports / "2023年度.txt"
    about = path.stat()
    first = run(path.name, "--cache-dir", cache, cwd=reports)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("１2", "12"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    second = run(path.name, "--cache-dir", cache, cwd=reports)
    assert first != second == run(path.name, "--no-cache", cwd=reports)


def test_runs_at_the_same_time_share_a_folder(reports: Path, cache: Path, linter: Linter) -> None:
    for number in range(12):
        text = report_of(linter, 2012 + number, row_of("carried-in", number))
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "disclint", ".", "--cache-dir", str(cache), "--lang", "en"]
    runs = [
        subprocess.Popen(command, cwd=reports, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    done = {(*one.communicate(timeout=60), one.returncode) for one in runs}
    without = run(".", "--no-cache", "--lang", "en", cwd=reports)
    assert done == {(without.out.encode(), without.err.encode(), without.status)}
    assert len(entries(cache)) == 14
    assert run(".", "--cache-dir", cache, cwd=reports) == without
    assert not list(cache.glob("**/*.tmp"))


def damages(data: bytes) -> Iterator[bytes]:
    yield b""
    yield data[:40]
    yield data[:-1]
    yield data + b"\n"
    yield data[:-9] + b"\0" + data[-8:]
    yield data.replace(b"disclint 1", b"disclint 2", 1)
    yield os.urandom(len(data))
    yield b"cos\nsystem\n(S'touch executed'\ntR."


def test_an_entry_that_is_damaged_foreign_or_hostile_is_made_anew(
    reports: Path, cache: Path
) -> None:
    options = ("2023年度.txt", "--cache-dir", cache)
    fresh = run(*options, cwd=reports)
    (path,) = cache.glob("results-*/??/*")
    whole = path.read_bytes()
    for damaged in damages(whole):
        path.write_bytes(damaged)
        assert run(*options, cwd=reports) == fresh
        assert path.read_bytes() == whole
    assert not (reports / "executed").exists()


def test_where_nothing_can_be_kept_one_remark_is_all(reports: Path, tmp_path: Path) -> None:
    without = run(".", "--no-cache", cwd=reports)
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "cache", Path("/proc/none")):
        done = run(".", "--cache-dir", folder, cwd=reports)
        assert (done.status, done.out) == (without.status, without.out)
        (said,) = set(done.err.splitlines()) - set(without.err.splitlines())
        assert said.startswith(f"disclint: {folder}: results cannot be cached: ")
        assert run(".", "--cache-dir", folder, "--quiet", cwd=reports).err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits to be set on Windows")
def test_a_full_disk_does_no_harm_and_leaves_nothing_behind(reports: Path, cache: Path) -> None:
    without = run(".", "--no-cache", cwd=reports)
    done = run(".", "--cache-dir", cache, cwd=reports, under=ULIMIT)
    assert (done.status, done.out) == (without.status, without.out)
    assert done.err.count("results cannot be cached") == 1
    assert not [path for path in cache.glob("**/*") if path.is_file()]
    quiet = run(".", cwd=reports, under=ULIMIT, XDG_CACHE_HOME=str(cache), DISCLINT_CACHE_DIR="")
    assert quiet == without


@pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and which("setpriv") is None),
    reason="for root no folder is read-only, unless setpriv makes it so",
)
def test_what_is_kept_in_a_folder_that_may_only_be_read_is_used(
    reports: Path, cache: Path, linter: Linter
) -> None:
    under = UNABLE if os.geteuid() == 0 else ()
    options = ("--isolated", "--cache-dir", cache)
    run("2023年度.txt", *options, cwd=reports)
    silence(cache, linter)
    folders = [path for path in (cache, *cache.glob("**/*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    try:
        assert run("2023年度.txt", *options, cwd=reports, under=under).status == 0
        new = run("2022年度.txt", *options, cwd=reports, under=under)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert "results cannot be cached" in new.err
    assert new.out == run("2022年度.txt", "--isolated", "--no-cache", cwd=reports).out
    assert len(entries(cache)) == 1


def test_the_folder_is_that_of_the_option_then_the_variable_then_the_configuration(
    reports: Path, tmp_path: Path
) -> None:
    toml = 'cache-dir = "../by-file"\n'
    (reports / "disclint.toml").write_text(toml, encoding="utf-8")
    own, variable, option = (tmp_path / name for name in ("home", "by-variable", "by-option"))
    settings: dict[str, Any] = {"XDG_CACHE_HOME": str(own), "DISCLINT_CACHE_DIR": ""}
    run("2022年度.txt", "--isolated", cwd=reports, **settings)
    assert len(entries(own / "disclint")) == 1
    run("2022年度.txt", cwd=reports, **settings)
    assert len(entries(tmp_path / "by-file")) == 1
    settings["DISCLINT_CACHE_DIR"] = str(variable)
    run("2022年度.txt", cwd=reports, **settings)
    assert len(entries(variable)) == 1
    run("2022年度.txt", "--cache-dir", option, cwd=reports, **settings)
    assert len(entries(option)) == 1
    assert len(entries(variable)) == len(entries(tmp_path / "by-file")) == 1
    assert not list(reports.glob("*cache*"))


@pytest.mark.parametrize("home", ["", "relative"])
def test_without_a_folder_of_the_users_own_nothing_is_kept(home: str, reports: Path) -> None:
    settings: dict[str, Any] = {"XDG_CACHE_HOME": home, "HOME": home, "DISCLINT_CACHE_DIR": ""}
    before = sorted(reports.iterdir())
    done = run("2022年度.txt", cwd=reports, **settings)
    assert done == run("2022年度.txt", "--no-cache", cwd=reports)
    assert sorted(reports.iterdir()) == before


def test_the_configuration_may_do_without_and_the_command_line_have_it_again(
    reports: Path, cache: Path
) -> None:
    (reports / "disclint.toml").write_text("cache = false\n", encoding="utf-8")
    run(".", "--cache-dir", cache, cwd=reports)
    assert not cache.exists()
    run(".", "--cache-dir", cache, "--cache", cwd=reports)
    assert len(entries(cache)) == 2


def test_the_settings_tell_of_the_cache_and_where_that_is_said(reports: Path) -> None:
    done = run("--show-settings", cwd=reports, DISCLINT_CACHE_DIR="/tmp/none")  # noqa: S108 - it is not there
    assert 'cache-dir = "/tmp/none"  # DISCLINT_CACHE_DIR\n' in done.out
    assert "cache = true  # default\n" in done.out
    done = run("--show-settings", "--no-cache", "--cache-dir", "x", cwd=reports)
    assert 'cache-dir = "x"  # --cache-dir\n' in done.out
    assert "cache = false  # --cache\n" in done.out


@pytest.mark.parametrize("line", ['cache = "no"', "cache-dir = 3", 'cache-dir = ""'])
def test_what_cannot_be_used_of_the_settings_is_told(line: str, reports: Path) -> None:
    (reports / "disclint.toml").write_text(f"{line}\n", encoding="utf-8")
    done = run(".", cwd=reports)
    assert done.status == 2
    assert done.err.startswith(f"disclint: disclint.toml:1: `{line.partition(' ')[0]}` must be ")
