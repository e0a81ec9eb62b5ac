"""What is found now, written into the file of suppressions."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator

from attrs import evolve

from disclint.catalog import Catalog
from disclint.cli.console import complain
from disclint.cli.whole_file import write_text
from disclint.diagnostics import Diagnostic, SubjectKind, Suppressed, SuppressedBy
from disclint.filenames import name_within
from disclint.settings import parse_settings, read_settings_text
from disclint.suppressions import KEYS
from disclint.wording import Facts, Wording

_ADDED = Wording("{path}：已加入 {count} 条忽略", "{path}: suppressions added: {count}")


class Adding:
    """What is found and not suppressed yet, suppressed from now on."""

    def __init__(self, options: argparse.Namespace, catalog: Catalog, path: str) -> None:
        self._path = path
        self._folder = os.path.dirname(path)  # noqa: PTH120 - as the path is given
        self._reason: str = options.add_suppressions.strip()
        self._language = options.lang
        self._of_the_run = catalog.of_the_run
        self._tables: dict[str, None] = {}

    def __call__(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield `diagnostics`, none of them to be reported that may be suppressed."""
        for diagnostic in diagnostics:
            is_left = diagnostic.stops or diagnostic.code in self._of_the_run
            if diagnostic.suppressed or is_left:
                yield diagnostic
            else:
                self._tables[self._table(diagnostic)] = None
                why = Suppressed(SuppressedBy.CONFIGURATION, self._reason)
                yield evolve(diagnostic, suppressed=why)
        self._write()

    def _table(self, diagnostic: Diagnostic) -> str:
        """Return the table that suppresses `diagnostic`, by the smallest part that it is about."""
        values = {"file": name_within(self._folder, diagnostic.path), "code": diagnostic.code}
        subject = diagnostic.subject
        if subject and (subject.kind is not SubjectKind.SECTION or not diagnostic.text):
            values[KEYS[subject.kind]] = subject.id
        elif diagnostic.text:
            values["text"] = diagnostic.text
        values["reason"] = self._reason
        lines = (f"{key} = {_written(value)}\n" for key, value in values.items())
        return "[[suppressions]]\n" + "".join(lines)

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


def _written(text: str) -> str:
    """Return `text` as TOML writes it, which is as JSON does but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
