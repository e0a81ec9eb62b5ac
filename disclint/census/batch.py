"""Some reports linted at once, in whatever process: files in, plain rows out.

Nothing is printed or written, and what comes out depends on nothing but the files and the job. So
batches may run anywhere, in any order and twice.
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from attrs import evolve, frozen

from disclint.census.addresses import is_address, open_address
from disclint.census.bench import Bench, bench_for
from disclint.census.brief import Brief
from disclint.census.filling import Stamp, figure_rows, file_row, finding_rows
from disclint.census.rows import Tables
from disclint.diagnostics import Diagnostic
from disclint.linter import Linter, Verdict
from disclint.reading.opening import read_file, read_stream
from disclint.sayings import CRASHED

Item = str | tuple[str, bytes]
"""A file: its path, or what it is called and what it holds."""

Taken = tuple[str, bytes | Diagnostic]
"""What a file is called, and what it holds, or why that cannot be had."""

_STANDARD = Brief()
_DIGEST = 16


@frozen
class Looked:
    """What has come out for one file."""

    path: str
    data: bytes | None
    """What it holds; nothing if that cannot be had."""
    verdict: Verdict | None
    """Nothing if it cannot be read."""
    diagnostics: list[Diagnostic]
    """All that is said of it by itself, and of the comments in it."""


def lint_batch(items: Iterable[Item], brief: Brief = _STANDARD) -> Tables:
    """Return the figures, the findings and the files of `items`, each looked at by itself.

    The linter is built at the first call for a job in a process. What needs several reports, as
    the chain from one year to the next, is not looked at.

    Raises:
        DisclintError: the job cannot be done: a pack, a plugin or a rule that it names is wrong.

    """
    bench = bench_for(brief)
    return tables_of((have(item, bench.linter) for item in items), bench)


def tables_of(taken: Iterable[Taken], bench: Bench) -> Tables:
    """Return the tables of files that have been taken already."""
    tables = Tables()
    for looked in look_at(taken, bench):
        _enter(looked, bench, tables)
    return tables


def look_at(taken: Iterable[Taken], bench: Bench) -> Iterator[Looked]:
    """Yield what comes out for each file, in order."""
    suppressing = bench.suppressing()
    for path, data in taken:
        if isinstance(data, Diagnostic):
            yield Looked(path, None, None, [data])
            continue
        source = bench.linter.read(data, path, bench.brief.encoding)
        if isinstance(source, Diagnostic):
            yield Looked(path, data, None, [source])
            continue
        verdict = bench.linter.examine(source)
        said = suppressing.entered(verdict)
        found = [evolve(one, suppressed=suppressing.why(one)) for one in said]
        yield Looked(path, data, verdict, found)


def _enter(looked: Looked, bench: Bench, tables: Tables) -> None:
    """Put the rows of a file into `tables`."""
    verdict = looked.verdict
    figures = list(figure_rows(verdict, bench.editions)) if verdict else []
    ledger = bench.linter.ledger_within(verdict) if verdict else []
    data = looked.data
    is_final = all(one.name != CRASHED for one in looked.diagnostics)
    digest = digest_of(data) if data is not None and is_final else ""
    stamp = Stamp(looked.path, digest, len(data or b""), bench.made_with)
    valued = sum(one.value is not None for one in figures)
    tables.figures += figures
    tables.findings += finding_rows(looked.diagnostics)
    tables.files.append(file_row(stamp, verdict, looked.diagnostics, ledger, valued))


def digest_of(data: bytes) -> str:
    """Return the digest by which a file is known to be unchanged."""
    return blake2b(data, digest_size=_DIGEST).hexdigest()


def have(item: Item, linter: Linter, folder: str = "") -> Taken:
    """Return what a file is called and what it holds, or why that cannot be had.

    A relative path is taken from `folder`, an address, `s3://...`, by fsspec.
    """
    if not isinstance(item, str):
        return item
    return item, linter.take(lambda most: _read(item, most, folder), item)


def _read(path: str, most: int, folder: str) -> bytes:
    if is_address(path):
        with open_address(path) as stream:
            return read_stream(stream, most)
    return read_file(os.path.join(folder, path), most)  # noqa: PTH118 - a name as it is given
