"""The program that looks at files, as a digest: Python, what is installed, plugins and packs.

What is installed is told by names and versions; a file that comes out of nobody's package, as in a
tree in which somebody works, by its size and time; an organisation's own pack, which may lie in a
project that is checked out anew each time, by what it holds.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from importlib.resources.abc import Traversable
from types import ModuleType

from disclint import __version__
from disclint.discovery import find_metadata, normal_name
from disclint.plugins.loaded import Loaded

_OWN = ("disclint", "disclint.grammars", "disclint.rules")
_CACHES = "__pycache__"
_FORMS = "forms"
_METADATA = (".dist-info", ".egg-info")
_RECORD = "RECORD"
"""What a package's metadata has with a digest of each of its files."""


class UnknownError(Exception):
    """That it cannot be told what looks at files."""


def digest_program(foreign: Iterable[Loaded], packs: Iterable[Traversable]) -> bytes:
    """Return the digest of what looks at files: disclint with `foreign` plugins, and own `packs`.

    Raises:
        UnknownError: it cannot be told, as if a part of it is no file.

    """
    digest = blake2b()
    for line in _lines(foreign, packs):
        digest.update(line.encode("utf-8", "backslashreplace") + b"\n")
    return digest.digest()


def _lines(foreign: Iterable[Loaded], packs: Iterable[Traversable]) -> Iterator[str]:
    yield f"{sys.version} {sys.platform} disclint {__version__}"
    try:
        yield from _installed()
        yield from _package(_OWN[0], map(import_module, _OWN))
        for one in foreign:
            yield f"plugin {one.plugin}"
            top = sys.modules[one.plugin.module.partition(".")[0]]
            distribution = one.plugin.distribution
            yield from _package(distribution.name if distribution else "", [top])
            for pack in one.packs:
                yield from _contents(pack)
        for pack in packs:
            yield from _contents(pack)
    except (OSError, KeyError) as error:
        raise UnknownError from error


def _installed() -> Iterator[str]:
    """Yield name and version of all that is installed: any of it may be what a reader needs."""
    for folder in sys.path:
        with suppress(OSError):  # a zip file, or nothing at all
            yield from sorted(
                name
                for name in os.listdir(folder or os.curdir)  # noqa: PTH208 - a Path is dear
                if name.endswith(_METADATA)
            )


def _package(distribution: str, modules: Iterable[ModuleType]) -> Iterator[str]:
    """Yield what tells one state of `modules` from another, which may be those of a distribution.

    That is the record of what was installed, where they lie beside it, else each file.
    """
    places = [place for module in modules for place in _places(module)]
    folder = os.path.dirname(places[0])  # noqa: PTH120 - a Path is dear
    metadata, _ = find_metadata(folder).get(normal_name(distribution), (folder, ""))
    try:
        with open(os.path.join(metadata, _RECORD), "rb") as file:  # noqa: PTH118, PTH123 - as above
            yield blake2b(file.read()).hexdigest()
    except OSError:
        for place in places:
            yield from _stamps(place)


def _places(module: ModuleType) -> list[str]:
    """Return the folders of a package, or the file of a module."""
    places = list(getattr(module, "__path__", ())) or [getattr(module, "__file__", None)]
    if not all(places):
        message = f"{module.__name__} is no file"
        raise OSError(message)
    return places


def _stamps(place: str) -> Iterator[str]:
    """Yield name, size and time of a file, or of all in a folder."""
    if not os.path.isdir(place):  # noqa: PTH112 - as above
        about = os.stat(place)  # noqa: PTH116 - as above
        yield f"{place} {about.st_size} {about.st_mtime_ns}"
        return
    with os.scandir(place) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if not entry.is_dir():
            about = entry.stat()
            yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"
        elif entry.name != _CACHES:
            yield from _stamps(entry.path)


def _contents(pack: Traversable) -> Iterator[str]:
    """Yield what the files of a pack hold, those of its forms as well."""
    forms = pack.joinpath(_FORMS)
    for folder in (pack, forms) if forms.is_dir() else (pack,):
        for file in sorted(folder.iterdir(), key=lambda one: one.name):
            if file.name.endswith(".yaml"):
                yield f"{file.name} {blake2b(file.read_bytes()).hexdigest()}"
