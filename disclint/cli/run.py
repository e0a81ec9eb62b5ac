"""A run: the files of one command line, looked at one after the other and then together."""

import argparse
from collections import deque
from collections.abc import Iterator
from itertools import chain

from disclint.caching import Looking
from disclint.cli.caching import store_of, tell_of_fault
from disclint.cli.console import Status, complain
from disclint.cli.ending import Ending
from disclint.cli.inputs import nothing_in, open_by
from disclint.cli.ledger import LedgerReport
from disclint.cli.previous import read_previous, refuse_stranger
from disclint.cli.suppressing import Suppressions
from disclint.comparison import Filed
from disclint.diagnostics import Diagnostic
from disclint.files import Empty
from disclint.linter import Linter
from disclint.reporting import Context, Reporter
from disclint.results import Result
from disclint.source import Source


class Run:
    """The files of one command line, looked at one after the other and then together."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        self.ending = Ending(options)
        self._linter = linter
        self._options = options
        self._looking = Looking(linter, store_of(options), with_ledger=options.ledger)
        self._files: list[Filed] = []
        self._suppressions = Suppressions(linter, options)
        self._ledger = LedgerReport(options.lang, options.ledger_file) if options.ledger else None
        self._previous = None
        if options.previous is not None:
            self._previous = read_previous(linter, options.previous, options.encoding)

    def reported(self, reporter: Reporter, context: Context) -> Iterator[str]:
        """Yield what `reporter` makes of all that is found.

        Raises:
            PluginError: it has raised.

        """
        own: list[Exception] = []
        found = self.ending.shown(self._watched(own))
        try:
            yield from reporter.report(found, context)
            deque(found, maxlen=0)  # what it has left unread counts as well
            self.ending.tell()
            tell_of_fault(self._looking.store, self._options)
        except (Exception, SystemExit) as error:
            if error in own:
                raise
            raise self._linter.plugins.failed(reporter, "reporting", error) from error

    def _watched(self, own: list[Exception]) -> Iterator[Diagnostic]:
        """Yield all that is found, and take down what is raised here and not by the reporter."""
        try:
            yield from self._suppressions.left(chain(self._lint_each(), self._compare()))
        except Exception as error:
            own.append(error)
            raise

    def _looked(self) -> Iterator[Result | Diagnostic | Empty]:
        """Yield what comes out for each report, once it has been fixed if that is asked for."""
        if not self._options.fix:
            yield from open_by(self._looking, self._linter, self._options)
            return
        from disclint.cli.fix import fix_inputs  # noqa: PLC0415 - as above

        opened, status = fix_inputs(self._linter, self._options)
        self.ending.status = max(self.ending.status, status)
        yield from (self._looking.look(one) if isinstance(one, Source) else one for one in opened)

    def _lint_each(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with each file as soon as it has been looked at."""
        for looked in self._looked():
            if isinstance(looked, Empty):
                complain(nothing_in(looked, self._linter), self._options.lang)
                self.ending.status = Status.FAILED
            elif isinstance(looked, Diagnostic):
                yield looked
            else:
                if looked.source.origins:
                    self.ending.leave_untouched(looked.source.path)
                yield from self._suppressions.source.entered(looked)
                self._files.append(looked.filed)
                if self._ledger:
                    self._ledger.enter(looked.source, looked.entries)

    def _compare(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the reports taken together, and close the ledger."""
        if self._previous:
            refuse_stranger(self._previous, self._files)
        for comparison in self._linter.compare(self._files, self._previous):
            yield from self._suppressions.source.compared(comparison)
            if self._ledger:
                self._ledger.enter(comparison.source, self._linter.ledger_across(comparison))
        if self._ledger:
            self._ledger.close()
