"""Files by name, and those in folders."""

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen


@frozen
class Unopened:
    """A folder that cannot be looked into."""

    path: str
    error: OSError


@frozen
class Empty:
    """A folder in which there is nothing to read."""

    path: str


def find_files(path: str, suffixes: frozenset[str]) -> Iterator[str | Unopened | Empty]:
    """Yield the file at `path`, or of a folder, by name, all that end in one of `suffixes`.

    Hidden files and folders are passed over unless they are named.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - a Path would cut the `./` that was given
        yield path
        return
    count = 0
    for found in _walk(path, suffixes):
        count += 1
        yield found
    if not count:
        yield Empty(path)


def _walk(folder: str, suffixes: frozenset[str]) -> Iterator[str | Unopened]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Unopened(folder, error)
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, suffixes)
        elif Path(entry.name).suffix.lower() in suffixes and _may_be_file(entry):
            yield entry.path


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    """Whether a name is no folder, pipe or device; a link to nowhere or in a circle may be one."""
    try:
        return entry.is_file() or not os.path.exists(entry.path)  # noqa: PTH110 - as above
    except OSError:
        return True
