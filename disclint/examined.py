"""Which rules have looked at which files: what they have not found is not there."""

import os

from attrs import define, field

from disclint.ledger import ACROSS
from disclint.linter import Comparison, Linter, Verdict


@define
class Examined:
    """The rules, by code, that have looked at each file of a run, by its path."""

    _linter: Linter
    _codes: dict[str, set[str]] = field(init=False, factory=dict)
    _names: dict[str, list[str]] = field(init=False, factory=dict)
    """How each file was called, by where it is."""

    def enter(self, verdict: Verdict) -> None:
        """Take down the rules that have looked at a file by itself."""
        asked = self._linter.engine_for(verdict.source.path, verdict.genre).asked_for()
        codes = {rule.code for kind, rule in asked if kind not in ACROSS}
        self._add(verdict, codes)

    def enter_comparison(self, comparison: Comparison) -> None:
        """Take down the rules that have set its reports against others."""
        self._add(comparison, comparison.inspection.applied)

    def has(self, path: str, code: str) -> bool:
        """Whether the rule `code` has looked at the file at `path`, to the end."""
        return code in self._codes.get(path, ())

    def paths(self) -> list[str]:
        """Return the files that any rule has looked at."""
        return list(self._codes)

    def paths_of(self, file: str) -> list[str]:
        """Return how the one at the absolute path `file` was called, if it was looked at."""
        return self._names.get(file, [])

    def _add(self, outcome: Verdict | Comparison, codes: set[str]) -> None:
        crashed = {crash.rule.code for crash in outcome.inspection.crashes}
        path = outcome.source.path
        if path not in self._codes:
            self._names.setdefault(os.path.abspath(path), []).append(path)  # noqa: PTH100
        self._codes.setdefault(path, set()).update(codes - crashed)
