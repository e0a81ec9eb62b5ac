"""The configurations that documents are under, each made ready once and again when it changes."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from attrs import define, evolve, field, frozen

from disclint.linter import Linter
from disclint.settings.nearest import NAMES, nearest
from disclint.suppressions import FILE_NAME, Suppression, load_suppressions
from disclint.wording import Language

_Stamp = tuple[int, int] | None


@frozen(kw_only=True)
class Demands:
    """What the command line asks for, whatever the configuration."""

    make: Callable[[str | None], Linter]
    """Makes the linter for the configuration in a file, or for none."""
    language: Language
    """That of the messages where the configuration names none."""
    file: str | None = None
    """The configuration of all documents, where it is not looked for."""
    isolated: bool = False
    """Whether there is none."""
    may_be: Callable[[str, Linter], bool]
    """Whether a rule that nobody knows may be one of a plugin that is not there."""


@frozen(eq=False)
class Project:
    """A configuration made ready, with what is not to be reported under it."""

    linter: Linter
    suppressions: tuple[Suppression, ...]
    suppressions_path: str
    """The file of suppressions, or where it would be."""
    language: Language
    may_be: Callable[[str], bool]
    stamps: Mapping[str, _Stamp] = field(repr=False)
    """The state of each file that it was made from, or would be if there were one."""

    def is_stale(self) -> bool:
        """Whether one of its files has changed."""
        return any(_stamp(path) != stamp for path, stamp in self.stamps.items())

    def refuses(self, path: str) -> bool:
        """Whether the file at `path` is excluded: an editor does not ask for it by name."""
        return evolve(self.linter.config.exclusion, is_forced=True).refuses(path)


@define
class Projects:
    """All that have been asked for, by configuration and folder."""

    demands: Demands
    _known: dict[tuple[str | None, str], Project] = field(init=False, factory=dict)

    def of(self, path: str, root: str) -> Project:
        """Return the project of the file at `path`; without a configuration it is that of `root`.

        Raises:
            DisclintError: its configuration, or what that asks for, cannot be used.

        """
        key = self._file(path), root
        project = self._known.get(key)
        if project is None or project.is_stale():
            project = self._known[key] = self._make(*key)
        return project

    def forget(self) -> None:
        """Make each ready anew when it is asked for: something may have changed."""
        self._known.clear()

    def forget_stale(self) -> bool:
        """Forget all if a file has changed that one was made from; return whether one has."""
        is_any = any(project.is_stale() for project in list(self._known.values()))
        if is_any:
            self.forget()
        return is_any

    def _file(self, path: str) -> str | None:
        if self.demands.file or self.demands.isolated:
            return self.demands.file
        return nearest(str(Path(path).parent))

    def _make(self, file: str | None, root: str) -> Project:
        # Taken before they are read: what changes meanwhile is then read once more.
        stamps = _stamps([file] if file else (str(Path(root, name)) for name in NAMES))
        linter = self.demands.make(file)
        beside = str(Path(linter.config.folder or root, FILE_NAME))
        origins = (said.origin for said in linter.config.said)
        stamps = {**_stamps([beside, *origins]), **stamps}
        is_there = not self.demands.isolated and os.path.exists(beside)  # noqa: PTH110 - never raises
        return Project(
            linter=linter,
            suppressions=load_suppressions(beside) if is_there else (),
            suppressions_path=beside,
            language=linter.config.lang or self.demands.language,
            may_be=lambda rule: self.demands.may_be(rule, linter),
            stamps=stamps,
        )


def _stamps(paths: Iterable[str]) -> dict[str, _Stamp]:
    return {path: _stamp(path) for path in dict.fromkeys(paths)}


def _stamp(path: str) -> _Stamp:
    """Return what tells one state of a file from the next, nothing where there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116 - as often as somebody types
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
