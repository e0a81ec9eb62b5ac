"""What is installed that names an entry for disclint, told without importing any of it.

`importlib.metadata` would tell the same, and takes as long to import as Python takes to start. So
the folders of the path are looked through for `entry_points.txt`; a folder that cannot be read, a
zipped egg and broken metadata bring nothing and do no harm.
"""

import os
import sys
from collections.abc import Iterable, Iterator

from attrs import frozen

PLUGINS = "disclint"
"""The group of the plugins: prefix of their codes, and module."""
READERS = "disclint.readers"
"""The group of the file types that plugins read: ending without the dot, and module."""
REPORTERS = "disclint.reporters"
"""The group of the formats that plugins give out: name, and module."""

_GROUPS = frozenset({PLUGINS, READERS, REPORTERS})
_MARK = b"[disclint"
_KINDS = (".dist-info", ".egg-info")
_MOST_BYTES = 2**20
"""More than any list of entries has; what is larger is none."""


@frozen
class Entry:
    """A line under one of disclint's groups; without `=`, it has no value."""

    group: str
    name: str
    value: str


@frozen
class Distribution:
    """A distribution that names entries for disclint."""

    name: str
    """In the form in which names are compared."""
    version: str
    """As its metadata has it, or nothing where that does not tell."""
    entries: tuple[Entry, ...]

    def __str__(self) -> str:
        """Return name and version."""
        return f"{self.name} {self.version}".rstrip()


def normal_name(name: str) -> str:
    """Return the name of a distribution as packaging compares it."""
    kept = (piece for piece in name.replace("_", "-").replace(".", "-").split("-") if piece)
    return "-".join(kept).lower()


def find_distributions(path: Iterable[str] | None = None) -> list[Distribution]:
    """Return the distributions on `path`, or on that of this Python, that are for disclint.

    Of one that is there twice, the first counts, as it does when it is imported.
    """
    seen: set[str] = set()
    found: list[Distribution] = []
    for folder in dict.fromkeys(sys.path if path is None else path):
        here = find_metadata(folder)
        for name, (metadata, version) in here.items():
            if name not in seen and (entries := _entries(metadata)):
                found.append(Distribution(name, version or _stated_version(metadata), entries))
        seen |= here.keys()
    return found


def find_metadata(folder: str) -> dict[str, tuple[str, str]]:
    """Return the distributions of `folder` by name: folder of metadata, version as its name says.

    Where an update has left the older one behind, the last by name counts.
    """
    try:
        with os.scandir(folder or os.curdir) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(_KINDS))
    except (OSError, ValueError):
        return {}
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        stem, _, rest = os.path.splitext(name)[0].partition("-")  # noqa: PTH122 - a Path is dear
        if stem[:1].isalnum():  # what pip could not remove, it has renamed to `~name`
            metadata = os.path.join(folder, name)  # noqa: PTH118 - as above
            found[normal_name(stem)] = metadata, rest.partition("-")[0]
    return found


def _entries(metadata: str) -> tuple[Entry, ...]:
    """Return the entries for disclint that a folder of metadata names."""
    data = _read(os.path.join(metadata, "entry_points.txt"))  # noqa: PTH118 - as above
    if _MARK not in data:
        return ()
    try:
        return tuple(dict.fromkeys(_parse(data.decode("utf-8"))))
    except UnicodeDecodeError:
        return ()


def _parse(text: str) -> Iterator[Entry]:
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif group in _GROUPS and line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield Entry(group, name.strip(), value.strip())


def _stated_version(metadata: str) -> str:
    """Return the version that the metadata of a distribution in development states."""
    for line in _read(os.path.join(metadata, "PKG-INFO")).splitlines():  # noqa: PTH118 - as above
        if line.lower().startswith(b"version:"):
            return line.partition(b":")[2].strip().decode("ascii", "replace")
    return ""


def _read(path: str) -> bytes:
    """Return what the file at `path` holds, nothing if it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= _MOST_BYTES else b""
