"""What is found now, written into the file of suppressions."""

import argparse
import os
from collections.abc import Iterable, Iterator

from attrs import evolve

from disclint.catalog import Catalog
from disclint.cli.console import complain
from disclint.cli.whole_file import write_text
from disclint.diagnostics import Diagnostic, Suppressed, SuppressedBy
from disclint.settings import parse_settings, read_settings_text
from disclint.suppressions import write_table
from disclint.wording import Facts, Wording

_ADDED = Wording("{path}：已加入 {count} 条忽略", "{path}: suppressions added: {count}")


class Adding:
    """What is found and not suppressed yet, suppressed from now on."""

    def __init__(self, options: argparse.Namespace, catalog: Catalog, path: str) -> None:
        self._path = path
        self._folder = os.path.dirname(path)  # noqa: PTH120 - as the path is given
        self._reason: str = options.add_suppressions.strip()
        self._language = options.lang
        self._is_of_the_run = catalog.is_of_the_run
        self._tables: dict[str, None] = {}

    def __call__(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield `diagnostics`, none of them to be reported that may be suppressed."""
        for diagnostic in diagnostics:
            if diagnostic.suppressed or self._is_of_the_run(diagnostic):
                yield diagnostic
            else:
                self._tables[write_table(diagnostic, self._folder, self._reason)] = None
                why = Suppressed(SuppressedBy.CONFIGURATION, self._reason)
                yield evolve(diagnostic, suppressed=why)
        self._write()

    def _write(self) -> None:
        """Put the tables after what the file holds already."""
        if self._tables:
            is_there = os.path.exists(self._path)  # noqa: PTH110
            before = read_settings_text(self._path) if is_there else ""
            before += "" if before.endswith("\n") or not before else "\n"
            pieces = [before, *self._tables] if before else list(self._tables)
            text = "\n".join(pieces)
            parse_settings(text, self._path)  # tables can only follow on tables
            write_text(self._path, text)
        facts: Facts = {"path": self._path, "count": len(self._tables)}
        complain(_ADDED.filled(facts), self._language)
