"""The files that diagnostics are about, as other programs name them."""

import os
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from disclint.diagnostics import Diagnostic


def relative(path: str) -> str:
    """Return `path` with slashes, from the folder of the run if it is below that."""
    try:
        found = os.path.relpath(path)
    except ValueError:  # another drive
        found = path
    is_outside = found == os.pardir or found.startswith(os.pardir + os.sep)
    return (path if is_outside else found).replace(os.sep, "/")


def is_within(path: str) -> bool:
    """Whether a path that `relative` has returned is below the folder of the run."""
    return not PurePath(path).is_absolute() and not path.startswith(f"{os.pardir}/")


def uri(path: str) -> str:
    """Return the address of such a path, every byte of its name escaped that must be."""
    if is_within(path):
        return quote(os.fsencode(path))
    whole = os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - resolves no links
    return "file://" + quote(os.fsencode(whole if whole.startswith("/") else f"/{whole}"))


def by_file(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return the diagnostics of each file; files come in the order in which they are met."""
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        files.setdefault(diagnostic.path, []).append(diagnostic)
    return files
