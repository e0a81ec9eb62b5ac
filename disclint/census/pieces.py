"""Many reports cut into pieces, each of which becomes one part of a census."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from disclint.census.addresses import is_address, open_address
from disclint.census.batch import Taken, have
from disclint.errors import UsageError
from disclint.linter import Linter


class Piece(Protocol):
    """Some reports, told in few words, so that they are read where they are linted."""

    @property
    def files(self) -> tuple[str, ...]:
        """What they are called."""
        ...

    def take(self, linter: Linter) -> Iterator[Taken]:
        """Yield what each holds."""
        ...


@frozen
class Paths:
    """Files by path or address."""

    files: tuple[str, ...]
    folder: str = ""
    """The folder that relative paths are in."""

    def take(self, linter: Linter) -> Iterator[Taken]:
        """Yield what each holds."""
        for path in self.files:
            yield have(path, linter, self.folder)


@frozen
class Rows:
    """Rows of a Parquet file that has a report in each."""

    files: tuple[str, ...]
    table: str
    group: int
    """The group of rows that they stand in, from 0."""
    start: int
    """The first of them in the group, from 0."""
    content: str
    """The column that holds the reports, as bytes or text."""

    def take(self, linter: Linter) -> Iterator[Taken]:
        """Yield what each holds."""
        del linter  # what is in the table has been taken already
        with _opened(self.table) as table:
            rows = table.read_row_group(self.group, columns=[self.content])
        values = rows[self.content].slice(self.start, len(self.files))
        for name, value in zip(self.files, values, strict=True):
            held = value.as_py()
            yield name, held.encode() if isinstance(held, str) else held or b""


def cut_paths(paths: Iterable[str], size: int, folder: str = "") -> Iterator[Paths]:
    """Yield pieces of `size` files, each file once however often it is named."""
    for files in _cut(_unseen(paths), size):
        yield Paths(files, folder)


def cut_table(path: str, size: int, name: str, content: str) -> Iterator[Rows]:
    """Yield pieces of `size` rows of the Parquet file at `path`.

    `name` is the column that says what each report is called, `content` the one that holds it.

    Raises:
        UsageError: it is no such file, or has no such columns.

    """
    seen: set[str] = set()
    with _opened(path) as table:
        _refuse_others(path, table.schema_arrow, name, content)
        for group in range(table.num_row_groups):
            names = table.read_row_group(group, columns=[name])[name].to_pylist()
            if None in names or not seen.isdisjoint(names) or len(set(names)) < len(names):
                message = f"{path}: column `{name}` must name each report, and each once"
                raise UsageError(message)
            seen.update(names)
            for start in range(0, len(names), size):
                yield Rows(tuple(names[start : start + size]), path, group, start, content)


def _refuse_others(path: str, schema: Any, name: str, content: str) -> None:  # noqa: ANN401 - no types
    for column, kinds in ((name, ("string",)), (content, ("string", "binary"))):
        found = [one for one in schema if one.name == column]
        if not found:
            message = (
                f"{path}: has no column `{column}`; --path-column and --content-column name those "
                f"that count, and there are {', '.join(schema.names)}"
            )
            raise UsageError(message)
        if str(found[0].type).removeprefix("large_") not in kinds:
            message = f"{path}: column `{column}` is {found[0].type} and must be {kinds[-1]}"
            raise UsageError(message)


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    try:
        if is_address(path):
            with open_address(path) as stream:
                yield pq.ParquetFile(stream)
        else:
            with pq.ParquetFile(path) as table:
                yield table
    except (OSError, pa.ArrowInvalid) as error:
        message = f"{path}: cannot be read as Parquet: {' '.join(str(error).split())}"
        raise UsageError(message) from error


def _unseen(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name


def _cut(names: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    rest = iter(names)
    while piece := tuple(islice(rest, size)):
        yield piece
