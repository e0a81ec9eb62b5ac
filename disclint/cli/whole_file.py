"""Files that are written whole, or not at all."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from disclint.errors import UsageError

Write = Callable[[Iterable[str]], None]
"""What writes pieces of text."""

_NEW = 0o666
"""The permissions of a new file, of which the umask takes its part."""
_PRIVATE = 0o600
"""Those of one that takes the place of another, until it has them from there."""


class UnwrittenError(UsageError):
    """A file that cannot be written."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"cannot write to {path}: {why}")
        self.why = why


class ChangedError(Exception):
    """A file that is no longer as it was read."""


@contextmanager
def whole_file(path: str) -> Iterator[BinaryIO]:
    """Give a file that takes the place of the one at `path` when all has been written.

    That stays as it was, and nothing is left beside it, if anything goes wrong. A link to it stays
    one; its permissions stay, and its owner if that can be. What is no regular file, such as a
    terminal, is written itself.

    Raises:
        UnwrittenError: it cannot be written.

    """
    target = Path(os.path.realpath(path))
    with _blaming(path):
        is_put = target.is_file() or not target.exists()
        beside = target.with_name(f".disclint-{os.urandom(8).hex()}") if is_put else target
        file = _open_beside(target, beside) if is_put else target.open("wb")
    try:
        yield file
        with _blaming(path):
            _close(file, synced=is_put)
            if is_put:
                _put(beside, target)
    finally:
        with suppress(OSError):
            file.close()
        if is_put:
            with suppress(OSError):
                beside.unlink()


@contextmanager
def whole_text(path: str, reports: Iterable[str]) -> Iterator[Write]:
    """Give what writes text to the file at `path`, which may be none of `reports`, as a whole.

    Raises:
        UnwrittenError: it cannot be written.

    """
    if any(os.path.realpath(report) == os.path.realpath(path) for report in reports):
        raise UnwrittenError(path, "it is a report to be checked; name another file")
    if Path(path).is_dir():
        raise UnwrittenError(path, "it is a folder; name a file")
    with whole_file(path) as file:
        text = TextIOWrapper(file, "utf-8", errors="backslashreplace", newline="\n")
        yield partial(_write, path, text)
        with _blaming(path):
            text.flush()
        text.detach()


def write_text(path: str, text: str) -> None:
    """Write `text` to the file at `path` as a whole.

    Raises:
        UnwrittenError: it cannot be written.

    """
    with whole_file(path) as file, _blaming(path):
        file.write(text.encode())


def rewrite(path: str, old: bytes, new: bytes) -> None:
    """Write `new` into the file at `path`, which still holds `old`, as a whole.

    Raises:
        ChangedError: it holds something else.
        UnwrittenError: it cannot be written.

    """
    with whole_file(path) as file, _blaming(path):
        file.write(new)
        if Path(path).read_bytes() != old:
            raise ChangedError


def _write(path: str, text: TextIOWrapper, pieces: Iterable[str]) -> None:
    for piece in pieces:
        with _blaming(path):
            text.write(piece)


@contextmanager
def _blaming(path: str) -> Iterator[None]:
    """Say that it is this file that cannot be written."""
    try:
        yield
    except OSError as error:
        raise UnwrittenError(path, error.strerror or str(error)) from error


def _open_beside(target: Path, beside: Path) -> BinaryIO:
    """Open what is to take the place of `target`, where that may be written."""
    is_there = target.exists()
    if is_there:
        target.open("r+b").close()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(beside, flags, _PRIVATE if is_there else _NEW), "wb")


def _close(file: BinaryIO, *, synced: bool) -> None:
    """Close a file, and have it on the disk first."""
    file.flush()
    if synced:
        os.fsync(file.fileno())
    file.close()


def _put(beside: Path, target: Path) -> None:
    """Put the one file in the place of the other, whose permissions it takes over."""
    if target.exists():
        known = target.stat()
        if sys.platform != "win32":
            with suppress(OSError):
                os.chown(beside, known.st_uid, known.st_gid)
        beside.chmod(known.st_mode & 0o7777)
    beside.replace(target)
