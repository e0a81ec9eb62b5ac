"""Files by name, and those in folders."""

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import define, frozen

from disclint.config.exclusion import NOTHING_EXCLUDED, Exclusion
from disclint.settings.nearest import configuration_in


@frozen
class Unopened:
    """A folder that cannot be looked into."""

    path: str
    error: OSError


@frozen
class Empty:
    """A folder in which there is nothing to read."""

    path: str
    excluded: int = 0
    """How many files and folders in it are passed over by an exclusion."""


@frozen
class Stray:
    """A configuration in a folder that has been walked into, for which it is too late."""

    path: str


Met = str | Unopened | Empty | Stray


def find_files(
    path: str, suffixes: frozenset[str], exclusion: Exclusion = NOTHING_EXCLUDED
) -> Iterator[Met]:
    """Yield the file at `path`, or of a folder, by name, all that end in one of `suffixes`.

    Hidden files and folders are passed over unless they are named, and so is what is excluded,
    unless that holds of what is named as well.
    """
    if exclusion.refuses(path):
        return
    if not os.path.isdir(path):  # noqa: PTH112 - a Path would cut the `./` that was given
        yield path
        return
    walk = _Walk(suffixes)
    yield from walk.enter(path, exclusion.of_named(path))
    if not walk.count:
        yield Empty(path, walk.excluded)


@define
class _Walk:
    """A walk through a folder that has been named."""

    suffixes: frozenset[str]
    count: int = 0
    """How much has been found."""
    excluded: int = 0

    def enter(self, folder: str, exclusion: Exclusion) -> Iterator[Met]:
        """Yield what is met in `folder` and below."""
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.count += 1
            yield Unopened(folder, error)
            return
        exclusion = exclusion.entering(folder, [entry.name for entry in found])
        for entry in found:
            if not entry.name.startswith("."):
                yield from self._meet(entry, exclusion)

    def _meet(self, entry: os.DirEntry[str], exclusion: Exclusion) -> Iterator[Met]:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not self._reads(entry):
            return
        if exclusion.excludes(entry.path, is_folder=is_folder):
            self.excluded += 1
        elif is_folder:
            if stray := configuration_in(entry.path):
                yield Stray(stray)
            yield from self.enter(entry.path, exclusion)
        else:
            self.count += 1
            yield entry.path

    def _reads(self, entry: os.DirEntry[str]) -> bool:
        return Path(entry.name).suffix.lower() in self.suffixes and _may_be_file(entry)


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    """Whether a name is no folder, pipe or device; a link to nowhere or in a circle may be one."""
    try:
        return entry.is_file() or not os.path.exists(entry.path)  # noqa: PTH110 - as above
    except OSError:
        return True
