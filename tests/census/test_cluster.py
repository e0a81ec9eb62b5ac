"""A census on a real cluster of Dask, of which a worker dies half-way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from attrs import frozen

from disclint.linter import Linter
from tests.census.made import files_in, read_tables, write_reports
from tests.cli.running import run
from tests.cli.test_census import wait_until
from tests.plugging import install

COUNT = 120
SCRIPT = Path(__file__).with_name("cluster.py")
ENVIRONMENT = {**os.environ, "PYTHONWARNINGS": "ignore"}


@frozen
class Cluster:
    """Where its scheduler is, and the processes of its workers."""

    address: str
    workers: tuple[int, ...]


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a plugin lies that ends the process in which it looks at a report."""
    folder = tmp_path_factory.mktemp("plugins")
    install(folder, "SGJ", body="\nimport os\nSee.look = lambda *_: os._exit(1)\n")
    return folder


@pytest.fixture(scope="module")
def cluster(plugins: Path) -> Iterator[Cluster]:
    """Start a cluster of two workers that know the plugin, and end it."""
    with subprocess.Popen(
        [sys.executable, SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**ENVIRONMENT, "PYTHONPATH": str(plugins)},
    ) as running:
        assert running.stdout
        address, *workers = running.stdout.readline().split()
        yield Cluster(address, tuple(map(int, workers)))
        running.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX has it")
def test_a_worker_that_dies_half_way_loses_nothing_and_doubles_nothing(
    linter: Linter, cluster: Cluster, tmp_path: Path
) -> None:
    reports, folder = tmp_path / "reports", tmp_path / "census"
    write_reports(linter, reports, COUNT)
    command = ("census", reports.name, "--no-plugins", "--part-size", "5", "-o")
    with subprocess.Popen(
        [sys.executable, "-m", "disclint", *command, folder, "--scheduler", cluster.address],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**ENVIRONMENT, "LC_ALL": "C.UTF-8"},
    ) as running:
        wait_until(lambda: len(list(folder.glob("part-*"))) >= COUNT // 5 // 3)
        os.kill(cluster.workers[0], signal.SIGKILL)
        assert len(list(folder.glob("part-*"))) < COUNT // 5
        _, said = running.communicate(timeout=120)
    assert running.returncode == 0, said
    assert f"files looked at: {COUNT}, unchanged: 0" in said
    assert len(files_in(folder)) == len(set(files_in(folder))) == COUNT
    assert not list(folder.glob(".beside-*"))
    run(*command, tmp_path / "alone", cwd=tmp_path)
    assert read_tables(folder) == read_tables(tmp_path / "alone")


def test_workers_read_addresses_and_tables(
    linter: Linter, cluster: Cluster, tmp_path: Path
) -> None:
    paths = write_reports(linter, tmp_path / "reports", 6)
    columns = {"path": list(map(str, paths)), "content": [one.read_text() for one in paths]}
    pq.write_table(pa.table(columns), tmp_path / "reports.parquet")
    on_cluster = ("--scheduler", cluster.address, "--no-plugins", "-o", tmp_path / "census")
    for named, files in (
        ((tmp_path / "reports").as_uri(), {one.as_uri() for one in paths}),
        (tmp_path / "reports.parquet", set(map(str, paths))),
    ):
        done = run("census", named, "--prune", *on_cluster, PYTHONWARNINGS="ignore")
        assert done.status == 0, done.err
        assert set(files_in(tmp_path / "census")) == files


def test_what_ends_every_worker_ends_the_run_and_is_said(
    linter: Linter, cluster: Cluster, plugins: Path, tmp_path: Path
) -> None:
    write_reports(linter, tmp_path / "reports", 1)
    done = run(
        *("census", "reports", "--scheduler", cluster.address),
        cwd=tmp_path,
        PYTHONWARNINGS="ignore",
        PYTHONPATH=str(plugins),
    )
    assert done.status == 2
    (line,) = (one for one in done.err.splitlines() if one.startswith("disclint"))
    assert "one part has ended 4 workers; give them more memory" in line
    assert not list((tmp_path / "disclint-census").glob("part-*"))


def test_a_scheduler_that_does_not_answer_is_said_in_one_line(
    linter: Linter, tmp_path: Path
) -> None:
    write_reports(linter, tmp_path / "reports", 1)
    done = run("census", "reports", "--scheduler", "tcp://127.0.0.1:1", cwd=tmp_path)
    assert done.status == 2
    (line,) = done.err.splitlines()
    assert line.startswith("disclint: --scheduler tcp://127.0.0.1:1: no Dask scheduler answers")
