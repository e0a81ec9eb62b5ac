"""A cold start with twenty plugins installed, against one with none.

`python -m benchmarks.plugins [ROUNDS]` prints the table of docs/performance.md. The starts take
turns, each a process of its own, and of each kind the shortest counts: what else the machine does
only ever makes one longer.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from tests.plugging import install

_ROUNDS = 40
_COUNT = 20
_SAMPLE = Path(__file__).parent.parent / "docs" / "samples" / "lanshui-2023.txt"
_LINT = ("-m", "disclint", "--no-cache", str(_SAMPLE))
_BEFORE = "import attrs"  # as every start of disclint does
_SCAN = f"{_BEFORE}; from disclint.discovery import find_distributions as find; find()"
_METADATA = (
    f"{_BEFORE}; from importlib.metadata import entry_points as find; find(group='disclint')"
)

NONE = "no plugins"
UNSELECTED = "20 plugins, none of them selected"
_SELECTED = "20 plugins, one of them selected"
_ACTIVE = "20 plugins, all of them active"
KINDS = (NONE, UNSELECTED, _SELECTED, _ACTIVE)


def main() -> None:
    """Print how long each kind of start takes, and how that is to the first."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    print("| a cold start that lints one report | ms | ratio |\n|---|---:|---:|")
    _print(measure(rounds))
    print("\n| a start of Python that looks for 20 plugins | ms | ratio |\n|---|---:|---:|")
    _print(measure_scans(rounds))


def measure(rounds: int, kinds: Collection[str] = KINDS) -> dict[str, float]:
    """Return the shortest time of each of `kinds` of start in seconds."""
    with tempfile.TemporaryDirectory() as none, tempfile.TemporaryDirectory() as twenty:
        _install(Path(twenty))
        select = ("--select", "DIS")
        starts = {
            NONE: (none, (*_LINT, *select)),
            UNSELECTED: (twenty, (*_LINT, *select)),
            _SELECTED: (twenty, (*_LINT, *select, "--select", "PB")),
            _ACTIVE: (twenty, _LINT),
        }
        return _shortest(rounds, {kind: starts[kind] for kind in kinds})


def measure_scans(rounds: int) -> dict[str, float]:
    """Return the shortest time of finding the plugins in seconds, ours and that of Python."""
    with tempfile.TemporaryDirectory() as twenty:
        _install(Path(twenty))
        return _shortest(
            rounds,
            {
                "`import attrs`, as disclint does": (twenty, ("-c", _BEFORE)),
                "and `disclint.discovery`": (twenty, ("-c", _SCAN)),
                "and `importlib.metadata`": (twenty, ("-c", _METADATA)),
            },
        )


def _install(folder: Path) -> None:
    for number in range(_COUNT):
        install(folder, f"P{chr(ord('A') + number)}")


def _shortest(rounds: int, kinds: Mapping[str, tuple[str, tuple[str, ...]]]) -> dict[str, float]:
    shortest = dict.fromkeys(kinds, float("inf"))
    for number in range(rounds + 1):
        for kind, (folder, arguments) in kinds.items():
            taken = _start(folder, arguments)
            if number:  # the first compiles what is imported
                shortest[kind] = min(shortest[kind], taken)
    return shortest


def _start(folder: str, arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(  # noqa: S603 - this Python itself
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": folder},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - start


def _print(times: Mapping[str, float]) -> None:
    first = next(iter(times.values()))
    for kind, taken in times.items():
        print(f"| {kind} | {taken * 1000:.0f} | {taken / first:.2f} |")


if __name__ == "__main__":
    main()
