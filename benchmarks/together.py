"""Thousands of reports put together: how long it takes, and how much is kept of each.

`python -m benchmarks.together [COUNT]` prints what docs/architecture.md says of it.
"""

import random
import sys
import time
import tracemalloc
from collections.abc import Iterator

from disclint.comparison import Filed
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source
from tests.together import put_prose, report_of

_COUNT = 5000
_SAMPLE = 100
_YEARS = range(2019, 2024)
_SECTION = "五、存在的主要问题及改进情况"
_SENTENCES = 12
_WORDS = (
    "栏目",
    "更新",
    "解读",
    "培训",
    "申请",
    "答复",
    "公开",
    "指南",
    "平台",
    "股室",
    "乡镇",
    "群众",
)


def main() -> None:
    """Print what is kept, and the time for texts of their own and for one that all share."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT
    linter = Linter(Plugins.load())
    print(f"kept of each report: {_kept(linter) / 1000:.0f} kB")
    for name, is_shared in (("texts of their own", False), ("one text for all", True)):
        files = list(_files(linter, count, is_shared=is_shared))
        start = time.perf_counter()
        found = sum(len(one.diagnostics) for one in linter.compare(files))
        seconds = time.perf_counter() - start
        print(f"{count} reports, {name}: compared in {seconds:.1f} s, {found} findings")


def _kept(linter: Linter) -> float:
    """Return how many bytes are kept of a report."""
    list(_files(linter, 1, is_shared=False))  # what is worked out once
    tracemalloc.start()
    files = list(_files(linter, _SAMPLE, is_shared=False))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / len(files)


def _files(linter: Linter, count: int, *, is_shared: bool) -> Iterator[Filed]:
    """Yield what is kept of made-up reports of `count / 5` bodies on five years."""
    chance = random.Random(0)
    shared = _prose(chance)
    for number in range(count):
        year = _YEARS[number % len(_YEARS)]
        body = f"青禾县第{number // len(_YEARS)}中心"
        text = put_prose(
            report_of(linter, year, body=body), _SECTION, shared if is_shared else _prose(chance)
        )
        source = Source(f"{body}{year}.txt", text)
        yield linter.file(source, linter.bind(source))


def _prose(chance: random.Random) -> str:
    sentences = ("".join(chance.choices(_WORDS, k=16)) for _ in range(_SENTENCES))
    return "。".join(sentences) + "。"


if __name__ == "__main__":
    main()
