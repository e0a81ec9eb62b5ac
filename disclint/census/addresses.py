"""Files that are not on this machine, by their addresses: `s3://...`, `hdfs://...`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from disclint.errors import UsageError

_MARK = "://"


def is_address(path: str) -> bool:
    """Whether `path` is the address of something, rather than a file here."""
    return _MARK in path


@contextmanager
def open_address(address: str) -> Iterator[BinaryIO]:
    """Open the file at `address` for reading.

    Raises:
        OSError: it cannot be opened.
        UsageError: nothing is installed that can reach it.

    """
    files, path = _reach(address)
    with files.open(path, "rb") as stream:
        yield stream


def find_addresses(address: str, suffixes: frozenset[str]) -> Iterator[str]:
    """Yield the file at `address`, or of a folder, by name, all that end in one of `suffixes`.

    Raises:
        UsageError: it cannot be listed, or nothing is installed that can reach it.

    """
    files, root = _reach(address)
    try:
        found = sorted(files.find(root)) if files.isdir(root) else None
    except OSError as error:
        message = f"{address}: cannot be listed: {error}"
        raise UsageError(message) from error
    if found is None:
        yield address
        return
    for path in found:
        is_hidden = "/." in path.removeprefix(root)
        if PurePosixPath(path).suffix.lower() in suffixes and not is_hidden:
            yield files.unstrip_protocol(path)


def _reach(address: str) -> Any:  # noqa: ANN401 - a file system of a library without types
    """Return the file system of an address, and the path in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - only for addresses

        return url_to_fs(address)
    except ImportError as error:
        needed = "disclint[dask]" if (error.name or "fsspec") == "fsspec" else str(error)
        message = f"{address} cannot be reached; install {needed}"
        raise UsageError(message) from error
    except ValueError as error:  # a protocol that nobody knows
        message = f"{address}: {error}"
        raise UsageError(message) from error
