"""Patterns of files and folders, as in a `.gitignore`."""

import os
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from attrs import define, evolve

from disclint.errors import ConfigError


@define(slots=False, eq=False, kw_only=True)
class Patterns:
    """Patterns that are relative to a folder, of which the last that fits decides."""

    folder: str
    lines: tuple[str, ...]
    origin: str
    """Where they stand, for those who wrote them."""
    is_lenient: bool = False
    """Whether a line that is no pattern is passed over, as git does."""

    @classmethod
    def in_file(cls, path: str) -> "Patterns":
        """Return those of a `.gitignore`, which hold below its own folder; none if unreadable."""
        try:
            with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - one a folder
                lines = tuple(file.read().splitlines())
        except OSError:
            lines = ()
        return cls(folder=os.path.dirname(path), lines=lines, origin=path, is_lenient=True)  # noqa: PTH120

    def refuse_others(self) -> None:
        """Refuse a line that is no pattern.

        Raises:
            ConfigError: there is one.

        """
        if self.lines:
            _ = self._spec

    def decide(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Return whether a file or folder is meant, or nothing if no pattern fits it."""
        if not self.lines or (name := relative(path, self.folder)) is None:
            return None
        decided: bool | None = self._spec.check_file(f"{name}/" if is_folder else name).include
        return decided

    def within(self, folder: str) -> "Patterns":
        """Return what they say of that which is in `folder`, whatever they say of it itself."""
        if self.decide(folder, is_folder=True) is not True:
            return self
        lines = tuple(line for line in self.lines if not self._fits(line, folder))
        return evolve(self, lines=lines)

    def _fits(self, line: str, folder: str) -> bool:
        return evolve(self, lines=(line,)).decide(folder, is_folder=True) is True

    @cached_property
    def _spec(self) -> Any:  # noqa: ANN401 - a specification of the library
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only who has patterns waits for it

        return GitIgnoreSpec(self._compiled())

    def _compiled(self) -> Iterable[Any]:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - as above

        for line in self.lines:
            try:
                (found,) = GitIgnoreSpec.from_lines([line]).patterns or (None,)
            except ValueError:
                found = None
            if found is not None and found.include is not None:
                yield found
            elif not self.is_lenient:
                message = f"{self.origin}: must be patterns as in a .gitignore, and has `{line}`"
                raise ConfigError(message)


def relative(path: str, folder: str) -> str | None:
    """Return the way from `folder` to what is in it, with slashes; nothing if it is elsewhere."""
    try:
        name = os.path.relpath(path, folder or ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return None
    return None if name == "." or name.split("/", 1)[0] == ".." else name
