"""Where a suppression holds: in a stretch of a file, or in files and parts of them by name."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from disclint.diagnostics import Diagnostic
from disclint.settings.filenames import name_within
from disclint.source import Place
from disclint.spelling import normal

_LONGEST_TEXT = 80
_WILD = re.compile(r"[*?]")


def standing_text(text: str) -> str:
    """Return what stands at the place of a diagnostic as it is compared with what stood there.

    It is in one spelling and without spaces, so that it is the same in another layout, and cut, as
    the text of a diagnostic is where it is long.
    """
    return normal(text)[:_LONGEST_TEXT]


class Where(Protocol):
    """Where a suppression holds."""

    @property
    def only(self) -> str:
        """The one file that it may hold in, as an absolute path; nothing where it is a pattern."""
        ...

    def is_in(self, path: str) -> bool:
        """Whether it may hold in the file at `path`."""
        ...

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether it holds at the place of what is found in such a file."""
        ...

    def files(self) -> Iterator[str]:
        """Yield the files that it may hold in, as far as they are there."""
        ...


@frozen
class Stretch:
    """A file from one place up to another; all of it, or to its end, where one is not given."""

    path: str
    start: Place | None = None
    end: Place | None = None

    @property
    def only(self) -> str:
        """The file."""
        return os.path.abspath(self.path)  # noqa: PTH100 - the way, whatever it leads to

    def is_in(self, path: str) -> bool:
        """Whether it is that file."""
        return path == self.path

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether what is found begins in the stretch."""
        begins = self.start is None or self.start <= diagnostic.start
        return begins and (self.end is None or diagnostic.start < self.end)

    def files(self) -> Iterator[str]:
        """Yield the file."""
        yield self.path


@frozen(kw_only=True)
class Listed:
    """Files by name or pattern; in them a part by its ids, or what says a certain text, or all."""

    folder: str
    pattern: str
    names: re.Pattern[str]
    """The expression of the pattern."""
    ids: frozenset[str] | None = None
    """The figures, rows, tables and sections, with all that is in them; nothing where all are."""
    text: str = field(default="", converter=standing_text)

    @property
    def only(self) -> str:
        """The one file, where no pattern is given."""
        is_pattern = _WILD.search(self.pattern)
        return "" if is_pattern else os.path.abspath(Path(self.folder, self.pattern))  # noqa: PTH100

    def is_in(self, path: str) -> bool:
        """Whether the file is called so."""
        return self.names.fullmatch(name_within(self.folder, path)) is not None

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether what is found is about that part, and stands at that text."""
        if self.text and standing_text(diagnostic.text) != self.text:
            return False
        if self.ids is None:
            return True
        id_ = diagnostic.subject.id if diagnostic.subject else ""
        parts = id_.split(".")
        return any(".".join(parts[:end]) in self.ids for end in range(1, len(parts) + 1))

    def files(self) -> Iterator[str]:
        """Yield the files that are there and are called so."""
        folder = Path(self.folder or ".")
        if not _WILD.search(self.pattern):
            yield str(folder / self.pattern)
        elif not Path(self.pattern).is_absolute():
            for path in folder.glob(self.pattern):
                if self.is_in(str(path)) and path.is_file():
                    yield str(path)
