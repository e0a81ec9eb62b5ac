"""A run that knows its files, against one that looks at them for the first time or has no cache.

`python -m benchmarks.cache [ROUNDS]` prints the table of docs/cache.md. The runs take turns, each a
process of its own, and of each kind the least time on the processor counts: what else the machine
does only ever makes one longer.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from disclint.linter import Linter
from disclint.plugins import Plugins
from tests.filling import row_of
from tests.together import report_of

_ROUNDS = 10
_YEARS = range(2019, 2024)
_COUNTS = (1, 20, 100)
NONE, NEW, KNOWN = "no cache", "first run", "next run"


def main() -> None:
    """Print how long each kind of run takes, and how that is to a run without a cache."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    print("| reports | no cache, ms | first run | next run |\n|---:|---:|---:|---:|")
    for count in _COUNTS:
        times = measure(count, rounds)
        ratios = (f"{times[kind] / times[NONE]:.2f}" for kind in (NEW, KNOWN))
        print(f"| {count} | {times[NONE] * 1000:.0f} | {' | '.join(ratios)} |")


def measure(count: int, rounds: int) -> dict[str, float]:
    """Return the least time of each kind of run over so many reports in seconds."""
    least = dict.fromkeys((NONE, NEW, KNOWN), float("inf"))
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        _write(reports, count)
        for number in range(rounds + 1):
            cache = str(Path(folder, f"cache-{number}"))
            for kind, options in {
                NONE: ["--no-cache"],
                NEW: ["--cache-dir", cache],
                KNOWN: ["--cache-dir", cache],
            }.items():
                taken = _run(reports, options)
                if number:  # the first compiles what is imported
                    least[kind] = min(least[kind], taken)
    return least


def _write(folder: Path, count: int) -> None:
    """Write reports of bodies on five years each, so that every one is set against others."""
    folder.mkdir()
    linter = Linter(Plugins.load())
    for number in range(count):
        body, year = f"青禾县第{number // len(_YEARS)}中心", _YEARS[number % len(_YEARS)]
        text = report_of(linter, year, row_of("carried-in", number % 9), body=body)
        (folder / f"{body}{year}.txt").write_text(text, encoding="utf-8")


def _run(reports: Path, options: list[str]) -> float:
    before = os.times()
    subprocess.run(  # noqa: S603 - this Python itself
        [sys.executable, "-m", "disclint", str(reports), *options],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


if __name__ == "__main__":
    main()
