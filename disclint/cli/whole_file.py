"""A file that is written whole, or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TextIO

from attrs import frozen

from disclint.errors import UsageError

Write = Callable[[Iterable[str]], None]
"""What writes pieces of text."""


@contextmanager
def whole_file(name: str, reports: Iterable[str]) -> Iterator[Write]:
    """Give what writes to the file of that name, which may be none of `reports`.

    It is there when all has been written, and as it was if anything goes wrong.

    Raises:
        UsageError: it cannot be written.

    """
    file = _File.named(name)
    file.refuse_report(reports)
    stream = file.open()
    try:
        yield partial(file.write, stream)
        with file.blamed():
            stream.close()
            file.put()
    except BaseException:
        with suppress(OSError):
            stream.close()
        file.give_up()
        raise


@frozen
class _File:
    """A file that is written beside the place where it is to be, and put there when it is whole."""

    name: str
    """As the command line has it."""
    target: Path
    written: Path
    """What is written: the target itself if that is no regular file, such as a terminal."""

    @classmethod
    def named(cls, name: str) -> "_File":
        """Return the file of that name."""
        given = Path(name)
        if given.exists() and not given.is_file() and not given.is_dir():
            return cls(name, given, given)
        target = given.resolve()
        return cls(name, target, target.with_name(f".{target.name}.{os.getpid()}.tmp"))

    def refuse_report(self, reports: Iterable[str]) -> None:
        """Refuse to write over one of `reports`, which are to be read."""
        if any(Path(report).resolve() == self.target for report in reports):
            why = "it is a report to be checked; name another file"
            raise self._wrong(why)

    def open(self) -> TextIO:
        """Open what is written."""
        if self.target.is_dir():
            why = "it is a folder; name a file"
            raise self._wrong(why)
        if self.target.exists() and not os.access(self.target, os.W_OK):
            why = "no permission to write it"
            raise self._wrong(why)
        with self.blamed():
            return self.written.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, stream: TextIO, pieces: Iterable[str]) -> None:
        """Write `pieces` to `stream`."""
        for piece in pieces:
            with self.blamed():
                stream.write(piece)

    def put(self) -> None:
        """Put what was written in its place, with the permissions of what was there."""
        if self.written != self.target:
            if self.target.exists():
                self.written.chmod(self.target.stat().st_mode & 0o7777)
            self.written.replace(self.target)

    def give_up(self) -> None:
        """Leave nothing behind."""
        if self.written != self.target:
            with suppress(OSError):
                self.written.unlink()

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """Say that it is this file that cannot be written."""
        try:
            yield
        except OSError as error:
            raise self._wrong(error.strerror or str(error)) from error

    def _wrong(self, why: str) -> UsageError:
        return UsageError(f"cannot write to {self.name}: {why}")
