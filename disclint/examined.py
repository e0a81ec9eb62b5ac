"""Which rules have looked at which files: what they have not found is not there."""

import os

from attrs import define, field

from disclint.ledger import ACROSS
from disclint.linter import Comparison, Linter
from disclint.results import Looked


@define
class Examined:
    """The rules, by code, that have looked at each file of a run, by its path."""

    _linter: Linter
    _codes: dict[str, set[str]] = field(init=False, factory=dict)
    _names: dict[str, list[str]] = field(init=False, factory=dict)
    """How each file was called, by where it is."""

    def enter(self, looked: Looked) -> None:
        """Take down the rules that have looked at a file by itself."""
        path = looked.source.path
        asked = self._linter.engine_for(path, looked.genre).asked_for()
        codes = {rule.code for kind, rule in asked if kind not in ACROSS}
        self._add(path, codes - looked.failed)

    def enter_comparison(self, comparison: Comparison) -> None:
        """Take down the rules that have set its reports against others."""
        inspection = comparison.inspection
        self._add(comparison.source.path, inspection.applied - inspection.failed)

    def has(self, path: str, code: str) -> bool:
        """Whether the rule `code` has looked at the file at `path`, to the end."""
        return code in self._codes.get(path, ())

    def paths(self) -> list[str]:
        """Return the files that any rule has looked at."""
        return list(self._codes)

    def paths_of(self, file: str) -> list[str]:
        """Return how the one at the absolute path `file` was called, if it was looked at."""
        return self._names.get(file, [])

    def _add(self, path: str, codes: set[str]) -> None:
        if path not in self._codes:
            self._names.setdefault(os.path.abspath(path), []).append(path)  # noqa: PTH100
        self._codes.setdefault(path, set()).update(codes)
