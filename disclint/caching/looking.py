"""Files looked at one by one, each anew only if it was not looked at in the same way before."""

from contextlib import suppress
from typing import BinaryIO

from attrs import evolve

from disclint.caching.keys import Keys
from disclint.caching.records import Records, UnusableError
from disclint.caching.store import Store
from disclint.diagnostics import Diagnostic
from disclint.linter import Linter
from disclint.results import Result
from disclint.source import Source


class Looking:
    """What a linter says of files by themselves, kept in `store` if there is one."""

    def __init__(
        self, linter: Linter, store: Store | None = None, *, with_ledger: bool = False
    ) -> None:
        self.linter = linter
        self.store = store
        self.with_ledger = with_ledger
        """Whether each result has its ledger."""
        self._keys = Keys(linter)
        self._records = Records(linter.catalog.genres)

    def open(self, path: str, encoding: str | None = None) -> Result | Diagnostic:
        """Return what comes out for the file at `path`, or why it cannot be read."""
        return self._seen(self.linter.fetch(path), path, encoding)

    def read_stream(
        self, stream: BinaryIO, path: str, encoding: str | None = None
    ) -> Result | Diagnostic:
        """Return what comes out for what `stream` gives and is called `path`, as `open` does."""
        return self._seen(self.linter.fetch_stream(stream, path), path, encoding)

    def look(self, source: Source) -> Result:
        """Return what comes out for a text; nothing is kept of that."""
        verdict = self.linter.examine(source)
        return Result(
            source=evolve(source, page=""),
            genre=verdict.genre,
            diagnostics=tuple(verdict.diagnostics),
            failed=verdict.failed,
            stretches=tuple(map(verdict.stretch, source.comments)),
            filed=self.linter.file(source, verdict.reports),
            entries=tuple(self.linter.ledger_within(verdict)) if self.with_ledger else (),
        )

    def _seen(
        self, data: bytes | Diagnostic, path: str, encoding: str | None
    ) -> Result | Diagnostic:
        """Return what comes out for a file that holds `data`, or the diagnostic that is there."""
        if isinstance(data, Diagnostic):
            return data
        key = None
        if self.store:
            key = self._keys.key(data, path, encoding, with_ledger=self.with_ledger)
        if kept := self._kept(key, path):
            return kept
        source = self.linter.read(data, path, encoding)
        if isinstance(source, Diagnostic):
            return source
        result = self.look(source)
        self._keep(key, result)
        return result

    def _kept(self, key: str | None, path: str) -> Result | None:
        """Return the result that is kept under `key`, if there is one that can be used."""
        kept = self.store.get(key) if self.store and key else None
        with suppress(UnusableError):
            if kept is not None:
                return self._records.read(kept, path)
        return None

    def _keep(self, key: str | None, result: Result) -> None:
        """Keep a result, unless it may come out otherwise another time."""
        if self.store and key and result.is_final:
            with suppress(UnusableError):
                self.store.put(key, self._records.write(result))
