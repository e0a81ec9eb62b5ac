"""Names of files and patterns of them, as a configuration writes them."""

import os
import re

_WILD = re.compile(r"(\*\*/|\*\*|\*|\?)")
_WILD_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def pattern_of(text: str) -> re.Pattern[str]:
    """Return the expression of a pattern: `*` stands for a part of a name, `**` for folders."""
    pieces = _WILD.split(os.path.normpath(text).replace(os.sep, "/"))
    return re.compile("".join(_WILD_PATTERNS.get(piece) or re.escape(piece) for piece in pieces))


def name_within(folder: str, path: str) -> str:
    """Return the name of the file at `path`, as it is called from `folder`."""
    try:
        return os.path.relpath(path, folder or ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return path
