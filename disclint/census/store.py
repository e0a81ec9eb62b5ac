"""The folder of a census: parts that hold the three tables of some files each, as Parquet.

A part is a folder. It is written under a hidden name beside its place and put there by one rename,
so that whoever reads `part-*` meets whole parts only; a file stands in one part and no other. Many
may write parts, one puts them in place.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from sys import intern
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from attrs import define, field, frozen

from disclint.census.arrow import SCHEMAS

_PART = re.compile(r"part-(\d+)")
_BESIDE = ".beside-"
_FILES = "files"
_KEY = ("file", "digest", "made_with")


@frozen
class Known:
    """A file that stands in a census."""

    part: int
    digest: str
    made_with: str


@define
class Store:
    """The parts in a folder, and which file stands in which."""

    folder: Path
    known: dict[str, Known] = field(factory=dict, init=False)
    _last: int = field(default=0, init=False)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Return the census in `folder`, which is made if it is not there.

        What a run has left behind that did not end is taken away.

        Raises:
            OSError: it cannot be read or written.

        """
        store = cls(folder)
        store.folder.mkdir(parents=True, exist_ok=True)
        store.tidy()
        for part in store.parts():
            store._learn(part)
        return store

    def parts(self) -> list[Path]:
        """Return the folders of the parts, by number."""
        found = [one for one in self.folder.iterdir() if _PART.fullmatch(one.name)]
        return sorted(found, key=_number)

    def tables(self, name: str, columns: Iterable[str] | None = None) -> Iterator[pa.Table]:
        """Yield one of the tables, part by part."""
        wanted = None if columns is None else list(columns)
        for part in self.parts():
            yield pq.read_table(_file(part, name), columns=wanted)

    def put(self, beside: str, again: Iterable[str] = ()) -> None:
        """Put the part that was written as `beside` in its place, and take out the files `again`.

        These come first: if it ends between the two, they are in no part, and will be done again.
        """
        self.leave_out(again)
        self._last += 1
        part = self.folder / f"part-{self._last:06}"
        (self.folder / beside).rename(part)
        self._learn(part)

    def leave_out(self, files: Iterable[str]) -> None:
        """Take the rows of `files` out of the parts that they stand in."""
        by_part: dict[int, list[str]] = {}
        for file in files:
            if known := self.known.pop(file, None):
                by_part.setdefault(known.part, []).append(file)
        for number, gone in by_part.items():
            self._rewrite(self.folder / f"part-{number:06}", gone)

    def tidy(self) -> None:
        """Take away what was written beside and never put in place."""
        for one in self.folder.glob(f"{_BESIDE}*"):
            shutil.rmtree(one, ignore_errors=True)

    def _learn(self, part: Path) -> None:
        number = _number(part)
        self._last = max(self._last, number)
        columns = pq.read_table(_file(part, _FILES), columns=list(_KEY)).to_pydict()
        for file, digest, made_with in zip(*(columns[name] for name in _KEY), strict=True):
            self.known[file] = Known(number, digest, intern(made_with))

    def _rewrite(self, part: Path, gone: list[str]) -> None:
        """Write a part anew without some of its files."""
        values = pa.array(gone, pa.string())
        left = {}
        for name in SCHEMAS:
            table = pq.read_table(_file(part, name))
            left[name] = table.filter(pc.invert(pc.is_in(table["file"], value_set=values)))
        is_left = left[_FILES].num_rows > 0
        beside = write_beside(self.folder, left) if is_left else None
        away = self.folder / f"{_BESIDE}{uuid4().hex}"
        part.rename(away)
        if beside:
            (self.folder / beside).rename(part)
        shutil.rmtree(away, ignore_errors=True)


def write_beside(folder: Path, tables: Mapping[str, pa.Table]) -> str:
    """Write a part beside its place in `folder`, and return the name that it has there."""
    name = f"{_BESIDE}{uuid4().hex}"
    beside = folder / name
    beside.mkdir()
    try:
        for table, rows in tables.items():
            pq.write_table(rows, _file(beside, table), compression="zstd")
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return name


def _file(part: Path, table: str) -> str:
    return os.fspath(part / f"{table}.parquet")


def _number(part: Path) -> int:
    found = _PART.fullmatch(part.name)
    return int(found.group(1)) if found else 0
