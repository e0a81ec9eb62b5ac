"""Reports that a configuration names, and what it says of them."""

import re

from attrs import frozen

from disclint.binding.bound import BodyKind
from disclint.binding.given import Given
from disclint.settings import Settings
from disclint.settings.filenames import name_within, pattern_of
from disclint.spelling import normal

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
        return self.files.fullmatch(name_within(self.folder, path)) is not None


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
    return settings.closed(Listed(pattern_of(file), folder, given))
