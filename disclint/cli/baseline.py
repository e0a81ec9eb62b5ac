"""The baseline that a command line names: read, held against what is found, and written."""

import argparse
import os
from collections.abc import Iterable, Iterator

from attrs import evolve

from disclint.baseline import Baseline, HasLooked, Tally, parse_baseline, write_baseline
from disclint.catalog import Catalog
from disclint.cli.console import complain
from disclint.cli.whole_file import write_text
from disclint.diagnostics import Diagnostic, Suppressed, SuppressedBy
from disclint.examined import Examined
from disclint.settings import read_settings_text
from disclint.settings.filenames import name_within
from disclint.wording import Facts, Wording

_WRITTEN = Wording(
    "{path}：基线已写入，共 {count} 处", "{path}: the baseline is written; findings: {count}"
)
_GONE = Wording(
    "{path}：已不再发现：{entry}（{count} 处）", "{path}: no longer found: {entry} ({count})"
)
_PRUNE = Wording(
    "{path}：基线中有 {count} 处已不再发现，可用 --prune-baseline 删去",
    "{path}: entries no longer found: {count}; --prune-baseline takes them out",
)
_PRUNED = Wording("{path}：已从基线删去 {count} 处", "{path}: taken out of the baseline: {count}")
_REASON = "baseline"


class Baselining:
    """What is found, held against the baseline of a run."""

    def __init__(self, options: argparse.Namespace, catalog: Catalog, examined: Examined) -> None:
        self._path: str = options.write_baseline or options.baseline
        self._is_new = options.write_baseline is not None
        self._prunes: bool = options.prune_baseline
        self._language = options.lang
        self._is_of_the_run = catalog.is_of_the_run
        self._examined = examined
        self._folder = os.path.dirname(self._path)  # noqa: PTH120 - as the path is given
        self._baseline = self._read()
        self._tally = Tally(self._baseline, self._folder)

    def __call__(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield `diagnostics`, those that the baseline has as not to be reported."""
        for diagnostic in diagnostics:
            yield self._held(diagnostic)
        self._close(self._has_looked())

    def _held(self, diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.suppressed or self._is_of_the_run(diagnostic):
            return diagnostic
        is_known = self._tally.takes(diagnostic)
        if not (is_known or self._is_new):
            return diagnostic
        return evolve(diagnostic, suppressed=Suppressed(SuppressedBy.BASELINE, self._path))

    def _read(self) -> Baseline:
        if self._is_new and not os.path.exists(self._path):  # noqa: PTH110
            return {}
        return parse_baseline(read_settings_text(self._path), self._path)

    def _has_looked(self) -> HasLooked:
        """Return what was looked at; a file that is there no more needs no look."""
        paths = {name_within(self._folder, path): path for path in self._examined.paths()}

        def has_looked(file: str, code: str) -> bool:
            if file in paths:
                return self._examined.has(paths[file], code)
            return not os.path.exists(os.path.join(self._folder, file))  # noqa: PTH110, PTH118

        return has_looked

    def _close(self, has_looked: HasLooked) -> None:
        """Write the baseline if that is asked for, and tell of what is gone."""
        if self._is_new:
            self._write(self._tally.renewed(has_looked))
            self._tell(_WRITTEN, self._tally.count)
        elif gone := self._tally.gone(has_looked):
            for entry, count in gone.items():
                self._tell(_GONE, count, str(entry))
            if self._prunes:
                self._write(self._tally.pruned(has_looked))
            self._tell(_PRUNED if self._prunes else _PRUNE, sum(gone.values()))

    def _write(self, baseline: Baseline) -> None:
        write_text(self._path, write_baseline(baseline))

    def _tell(self, words: Wording, count: int, entry: str = "") -> None:
        facts: Facts = {"path": self._path, "count": count, "entry": entry}
        complain(words.filled(facts), self._language)
