"""What is passed over while folders are walked."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from disclint.settings.patterns import Patterns

_GITIGNORE = ".gitignore"
_REPOSITORY = ".git"


@frozen(kw_only=True)
class Exclusion:
    """The patterns of a configuration, and those that git has."""

    patterns: tuple[Patterns, ...] = ()
    """Of these and of the lines of each, the last that fits decides."""
    ignored: tuple[Patterns, ...] = ()
    """Those of each `.gitignore` that holds, the deepest last."""
    respects_gitignore: bool = True
    is_forced: bool = False
    """Whether it holds of what is named as well."""

    def refuses(self, path: str) -> bool:
        """Whether a file or folder is passed over though it is named."""
        return self.is_forced and _last_word(self.patterns, path, is_folder=os.path.isdir(path))  # noqa: PTH112 - as the user wrote it

    def of_named(self, folder: str) -> "Exclusion":
        """Return what holds in a folder that is named, whatever is said of that folder itself."""
        ignored = tuple(_above(folder)) if self.respects_gitignore else ()
        return evolve(
            self,
            patterns=tuple(one.within(folder) for one in self.patterns),
            ignored=tuple(one.within(folder) for one in ignored),
        )

    def entering(self, folder: str, names: Sequence[str]) -> "Exclusion":
        """Return what holds in `folder`, in which there are `names`."""
        if not self.respects_gitignore or _GITIGNORE not in names:
            return self
        own = Patterns.in_file(os.path.join(folder, _GITIGNORE))  # noqa: PTH118 - as above
        return evolve(self, ignored=(*self.ignored, own))

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a file or folder that has been met is passed over."""
        return _last_word(self.patterns, path, is_folder=is_folder) or _last_word(
            self.ignored, path, is_folder=is_folder
        )


NOTHING_EXCLUDED = Exclusion(respects_gitignore=False)


def _last_word(patterns: Sequence[Patterns], path: str, *, is_folder: bool) -> bool:
    for one in reversed(patterns):
        decided = one.decide(path, is_folder=is_folder)
        if decided is not None:
            return decided
    return False


def _above(folder: str) -> Iterator[Patterns]:
    """Yield those of the folders above, the highest first, up to that of the repository."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - links are not followed
    chain = [here, *here.parents]
    found = (index for index, one in enumerate(chain) if _is_there(one / _REPOSITORY))
    for one in reversed(chain[1 : next(found, 0) + 1]):
        if _is_there(one / _GITIGNORE):
            yield Patterns.in_file(str(one / _GITIGNORE))


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - a Path raises where it may not look
