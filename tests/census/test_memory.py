"""How much memory a census takes: as much for many reports as for few."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from disclint.linter import Linter
from tests.census.made import write_reports

SCRIPT = """
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from disclint.census import Brief
from disclint.census.pieces import cut_paths
from disclint.census.store import Store
from disclint.census.work import Survey, do_here

def work(tasks):
    for receipt in do_here(tasks):
        yield receipt
        print(getrusage(RUSAGE_SELF).ru_maxrss)

reports = map(str, sorted(Path(sys.argv[1]).rglob("*.txt")))
Survey(Store.open(Path(sys.argv[2])), Brief()).go_through(cut_paths(reports, 25), work)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such measure on Windows")
def test_three_hundred_reports_take_no_more_memory_than_fifty(
    linter: Linter, tmp_path: Path
) -> None:
    write_reports(linter, tmp_path / "reports", 300)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path / "reports", tmp_path / "census"],
        capture_output=True,
        text=True,
        check=True,
    )
    peaks = [int(line) for line in done.stdout.split()]
    assert len(peaks) == 12
    assert all(before <= after for before, after in pairwise(peaks))
    assert peaks[-1] < peaks[1] * 1.1
