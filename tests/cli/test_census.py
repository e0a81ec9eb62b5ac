"""A census as its users make it: the program run on folders of made-up reports."""

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from disclint.census.sole import sole_use
from disclint.linter import Linter
from tests.census.made import TABLES, files_in, read_tables, rows_of, write_reports
from tests.cli.running import Run, run
from tests.plugging import install

COUNT = 300


@pytest.fixture(scope="module")
def reports(linter: Linter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 300 made-up reports, which no test changes."""
    folder = tmp_path_factory.mktemp("many") / "reports"
    write_reports(linter, folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def whole(reports: Path) -> Path:
    """Return the census of them that one run has made, in parts of 50."""
    folder = reports.parent / "whole"
    done = census(reports, folder)
    assert done.status == 0, done.err
    return folder


@pytest.fixture
def few(linter: Linter, tmp_path: Path) -> Path:
    """Return a folder of seven reports, which a test may change."""
    write_reports(linter, tmp_path / "few", 7)
    return tmp_path / "few"


def census(reports: Path | str, folder: Path, *options: str, part_size: int = 50) -> Run:
    """Make the census of `reports` in `folder`, the reports being called as below their parent."""
    return run(
        *("census", Path(reports).name, "-o", folder, "--part-size", str(part_size)),
        *options,
        cwd=Path(reports).parent,
    )


def stamps(folder: Path) -> dict[str, int]:
    """Return when each file of the parts was written."""
    return {str(one): one.stat().st_mtime_ns for one in folder.glob("part-*/*")}


def test_each_report_has_its_rows(whole: Path) -> None:
    assert len(files_in(whole)) == len(set(files_in(whole))) == COUNT
    assert len(list(whole.glob("part-*"))) == COUNT / 50
    figures = rows_of(whole, "figures")
    assert {row["year"] for row in figures} == {2021, 2022, 2023}
    assert {row["region"] for row in figures} >= {"青禾县第000镇"}
    assert {row["code"] for row in rows_of(whole, "findings")} == {"DIS406"}


def test_a_run_that_has_nothing_new_does_nothing(reports: Path, whole: Path) -> None:
    before = stamps(whole)
    done = census(reports, whole)
    assert "files looked at: 0, unchanged: 300" in done.err
    assert stamps(whole) == before


def test_a_changed_file_is_done_again_and_no_other(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "census"
    census(few, folder, part_size=3)
    changed = next(few.rglob("0001.txt"))
    changed.write_text(changed.read_text().replace("| 0 |", "| 7 |", 1), encoding="utf-8")
    done = census(few, folder, part_size=3)
    assert "files looked at: 1, unchanged: 6" in done.err
    census(few, tmp_path / "anew", part_size=3)
    assert read_tables(folder) == read_tables(tmp_path / "anew")


def test_a_file_that_was_only_touched_is_not(few: Path, tmp_path: Path) -> None:
    census(few, tmp_path / "census")
    os.utime(next(few.rglob("0001.txt")))
    assert "files looked at: 0" in census(few, tmp_path / "census").err


def test_another_configuration_does_all_again(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "census"
    census(few, folder)
    done = census(few, folder, "--select", "DIS1")
    assert "files looked at: 7, unchanged: 0" in done.err
    assert rows_of(folder, "findings") == []
    assert len(files_in(folder)) == 7


def test_a_file_that_is_gone_stays_until_it_is_pruned(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "census"
    census(few, folder)
    next(few.rglob("0001.txt")).unlink()
    census(few, folder)
    assert len(files_in(folder)) == 7
    done = census(few, folder, "--prune")
    assert "not met this time and taken out: 1" in done.err
    assert len(files_in(folder)) == 6


def test_a_run_killed_half_way_and_taken_up_again_comes_to_the_same(
    reports: Path, whole: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "census"
    with start(reports, folder) as running:
        wait_until(lambda: len(list(folder.glob("part-*"))) >= 2)
        running.send_signal(signal.SIGKILL)
    kept = files_in(folder)
    assert 0 < len(kept) < COUNT
    assert len(kept) == len(set(kept))
    done = census(reports, folder)
    assert f"unchanged: {len(kept)}" in done.err
    assert read_tables(folder) == read_tables(whole)
    assert not list(folder.glob(".beside-*"))


def start(reports: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a census of small parts and let it run."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "disclint", "census", reports.name),
            *("-o", folder, "--part-size", "10"),
        ],
        cwd=reports.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


def test_a_folder_takes_one_run_at_a_time(few: Path, tmp_path: Path) -> None:
    with sole_use(tmp_path / "census"):
        done = census(few, tmp_path / "census")
    assert done.status == 2
    (line,) = done.err.splitlines()
    assert "another census is being made there" in line
    assert census(few, tmp_path / "census").status == 0


def test_rules_of_plugins_and_packs_take_part(few: Path, tmp_path: Path) -> None:
    install(tmp_path / "installed", "SGJ")
    folder = tmp_path / "census"
    for _ in range(2):
        done = run("census", few, "-o", folder, PYTHONPATH=str(tmp_path / "installed"))
        assert done.status == 0
    assert "files looked at: 0" in done.err
    assert {row["code"] for row in rows_of(folder, "findings")} == {"DIS406", "SGJ101"}
    assert "SGJ1" in done.out
    run("census", few, "-o", folder, "--no-plugins", PYTHONPATH=str(tmp_path / "installed"))
    assert {row["code"] for row in rows_of(folder, "findings")} == {"DIS406"}


def test_who_lints_waits_for_nothing_of_a_census() -> None:
    script = "import sys; from disclint.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    sample = Path(__file__).parents[2] / "docs" / "samples" / "lanshui-2023.txt"
    done = subprocess.run(
        [sys.executable, "-c", script, sample], capture_output=True, text=True, check=True
    )
    tops = {"pyarrow", "jinja2", "distributed", "dask", "fsspec"}
    modules = done.stdout.split()
    assert "disclint.linter" in modules
    assert not [one for one in modules if "census" in one or one.partition(".")[0] in tops]


def test_the_sheets_say_what_the_parts_say(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "census"
    census(few, folder, "--format", "csv", part_size=3)
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as sheet:
            lines = list(csv.DictReader(sheet))
        rows = rows_of(folder, name)
        assert lines == [
            {column: as_in_sheet(value) for column, value in row.items()} for row in rows
        ]
        assert lines or name == "findings"


def as_in_sheet(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)


def test_reports_may_stand_in_the_rows_of_a_table(few: Path, tmp_path: Path) -> None:
    paths = sorted(few.rglob("*.txt"))
    columns = {
        "name": [path.relative_to(few.parent).as_posix() for path in paths],
        "body": [path.read_bytes() for path in paths],
    }
    table = few.parent / "reports.parquet"
    pq.write_table(pa.table(columns), table, row_group_size=4)
    by_row, by_path = tmp_path / "rows", tmp_path / "paths"
    options = ("--path-column", "name", "--content-column", "body")
    done = census(table, by_row, *options, part_size=3)
    assert done.status == 0, done.err
    census(few, by_path, part_size=3)
    assert read_tables(by_row) == read_tables(by_path)
    assert "files looked at: 0, unchanged: 7" in census(table, by_row, *options).err


def test_addresses_are_read_as_files_are(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "census"
    done = run("census", few.as_uri(), "-o", folder)
    assert done.status == 0, done.err
    assert len(files_in(folder)) == 7
    assert all(file.startswith("file://") for file in files_in(folder))


def test_the_summary_and_the_page_speak_the_language_that_is_asked_for(
    few: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    done = census(few, tmp_path / "census", "--lang", "zh", "--html", str(page))
    assert "文件 7 份" in done.out
    assert "新检查 7 份文件，未变 0 份" in done.err
    assert '<html lang="zh-CN">' in page.read_text(encoding="utf-8")


def test_the_page_of_an_earlier_run_is_no_report(few: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = census(few, tmp_path / "census", "--html", str(few / "page.html"))
    assert "files: 7; with a report: 7" in done.out


def test_what_cannot_be_read_ends_with_two_each_time(few: Path, tmp_path: Path) -> None:
    (few / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    for looked in (8, 0):
        done = census(few, tmp_path / "census")
        assert done.status == 2
        assert "unreadable: 1" in done.out
        assert f"files looked at: {looked}" in done.err
    (few / "broken.docx").unlink()
    assert census(few, tmp_path / "census", "--prune").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-"], "a census is of files, and not of standard input"),
        ([], "the following arguments are required: PATH"),
        (["few", "--part-size", "0"], "not a whole number from 1 to 100000"),
        (["few", "--select", "wrong-figur"], "did you mean"),
        (["few", "-o", "few/2021/0000.txt"], "few/2021/0000.txt: "),
        (["none.parquet"], "none.parquet: cannot be read as Parquet"),
        (["other.parquet"], "other.parquet: has no column `path`; --path-column"),
        (["nowhere://there"], "nowhere://there: "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    few: Path, arguments: list[str], said: str
) -> None:
    pq.write_table(pa.table({"a": ["b"]}), few.parent / "other.parquet")
    done = run("census", *arguments, cwd=few.parent)
    assert done.status == 2
    assert said in done.err
    assert len([line for line in done.err.splitlines() if line.startswith("disclint")]) == 1


@pytest.mark.parametrize(
    ("library", "options", "extra"),
    [
        ("pyarrow", [], "disclint[census]"),
        ("jinja2", ["--html", "page.html"], "disclint[census]"),
        ("distributed", ["--scheduler", "tcp://127.0.0.1:1"], "disclint[dask]"),
    ],
)
def test_a_library_that_is_not_there_is_named_with_what_brings_it(
    few: Path, tmp_path: Path, library: str, options: list[str], extra: str
) -> None:
    (tmp_path / "without" / library).mkdir(parents=True)
    (tmp_path / "without" / library / "__init__.py").write_text(
        f"raise ImportError(name={library!r})\n", encoding="utf-8"
    )
    done = run("census", few, *options, cwd=tmp_path, PYTHONPATH=str(tmp_path / "without"))
    assert done.status == 2
    assert done.err.splitlines() == [done.err.rstrip("\n")]
    assert f"pip install '{extra}'" in done.err
    assert library in done.err
