"""`disclint FILE...`: say what is wrong with reports."""

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain

from disclint.cli.console import Status, add_language, complain, write_out
from disclint.cli.inputs import add_inputs, config_of, limits_of, nothing_in, open_inputs
from disclint.cli.ledger import LedgerReport
from disclint.cli.plugging import ShowVersion, add_plugins, add_selection, plugins_of
from disclint.cli.previous import read_previous, refuse_stranger
from disclint.cli.suppressing import Suppressions, add_suppressing, refuse_mismatch
from disclint.comparison import Filed
from disclint.diagnostics import Diagnostic, Severity
from disclint.files import Empty
from disclint.linter import Linter
from disclint.reporting import Reporter
from disclint.selection import Selection


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="disclint",
        description="Lint Chinese government-information disclosure reports.",
        epilog="Other commands: `disclint extract` gives out the figures, `disclint rule` explains "
        "the rules, `disclint check-pack` checks rules of your own, `disclint new-plugin` begins a "
        "plugin. "
        "Exit status: 0 nothing found, 1 found, 2 the job could not be done.",
    )
    add_inputs(parser)
    add_language(parser)
    add_selection(parser)
    add_plugins(parser)
    parser.add_argument(
        "--output-format", default="text", metavar="NAME", help="in which form to say it"
    )
    parser.add_argument(
        "--previous",
        metavar="FILE",
        help="the report on the year before, to be compared with and not linted itself",
    )
    add_suppressing(parser)
    parser.add_argument(
        "--ledger",
        action="store_true",
        help="tell on standard error what was checked, what was not, and why",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the ledger to FILE instead")
    parser.add_argument(
        "--version",
        action=ShowVersion,
        nargs=0,
        help="tell the version, and those of the plugins that are installed",
    )
    return parser


def lint(arguments: Sequence[str]) -> int:
    """Lint what `arguments` name; return the exit status."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.output and not options.ledger:
        parser.error("-o goes with --ledger")
    refuse_mismatch(parser, options)
    config, selection = config_of(options), Selection.parse(options.select)
    plugins = plugins_of(options, selection, config)
    linter = Linter(plugins, limits_of(options), config, selection)
    linter.make_ready()
    run = _Run(linter, options)
    write_out(run.reported(plugins.reporter(options.output_format)))
    return run.status


class _Run:
    """The files of one command line, looked at one after the other and then together."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        self.status = Status.CLEAN
        self._linter = linter
        self._options = options
        self._files: list[Filed] = []
        self._suppressions = Suppressions(linter, options)
        self._ledger = LedgerReport(options.lang, options.output) if options.ledger else None
        self._previous = None
        if options.previous is not None:
            self._previous = read_previous(linter, options.previous, options.encoding)

    def reported(self, reporter: Reporter) -> Iterator[str]:
        """Yield what `reporter` makes of all that is found.

        Raises:
            PluginError: it has raised.

        """
        own: list[Exception] = []
        found = self._watched(own)
        try:
            yield from reporter.report(found, self._options.lang)
            deque(found, maxlen=0)  # what it has left unread counts as well
        except (Exception, SystemExit) as error:
            if error in own:
                raise
            raise self._linter.plugins.failed(reporter, "reporting", error) from error

    def _watched(self, own: list[Exception]) -> Iterator[Diagnostic]:
        """Yield all that is found, and take down what is raised here and not by the reporter."""
        try:
            for diagnostic in self._suppressions.left(chain(self._lint_each(), self._compare())):
                self.status = max(self.status, _status(diagnostic))
                yield diagnostic
        except Exception as error:
            own.append(error)
            raise

    def _lint_each(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with each file as soon as it has been looked at."""
        for opened in open_inputs(self._linter, self._options):
            if isinstance(opened, Empty):
                complain(nothing_in(opened, self._linter), self._options.lang)
                self.status = Status.FAILED
            elif isinstance(opened, Diagnostic):
                yield opened
            else:
                verdict = self._linter.examine(opened)
                yield from self._suppressions.source.entered(verdict)
                self._files.append(self._linter.file(opened, verdict.reports))
                if self._ledger:
                    self._ledger.enter(opened, self._linter.ledger_within(verdict))

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


def _status(diagnostic: Diagnostic) -> Status:
    if diagnostic.suppressed:
        return Status.CLEAN
    if diagnostic.stops:
        return Status.FAILED
    return Status.CLEAN if diagnostic.severity is Severity.INFO else Status.FOUND
