"""Reports that a configuration names, and what it says of them."""

import os
import re

from attrs import frozen

from disclint.binding.bound import BodyKind
from disclint.binding.given import Given
from disclint.settings import Settings
from disclint.spelling import normal

_WILD = re.compile(r"(\*\*/|\*\*|\*|\?)")
_WILD_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_YEARS = range(2008, 2100)
"""Since the first regulation there have been reports."""


@frozen
class Listed:
    """Files of a name or pattern, and what is said of them."""

    files: re.Pattern[str]
    folder: str
    """The folder that their names are relative to."""
    given: Given

    def means(self, path: str) -> bool:
        """Whether the file at `path` is one of them."""
        return self.files.fullmatch(_relative(path, self.folder)) is not None


def read_listed(settings: Settings, folder: str) -> Listed:
    """Return one table of `[[reports]]`, in which names of files are relative to `folder`."""
    key = "file"
    file = settings.text(key)
    if file is None:
        raise settings.wrong(key, "given: the name of a file, or a pattern like `2023/*.docx`")
    given = Given(
        body=normal(settings.text("body") or ""),
        year=settings.whole("year", _YEARS),
        kind=settings.choice("kind", BodyKind),
    )
    return settings.closed(Listed(_files(file), folder, given))


def _files(pattern: str) -> re.Pattern[str]:
    """Return the expression of a pattern: `*` stands for a part of a name, `**` for folders."""
    pieces = _WILD.split(os.path.normpath(pattern).replace(os.sep, "/"))
    return re.compile("".join(_WILD_PATTERNS.get(piece) or re.escape(piece) for piece in pieces))


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder or ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return path
