"""`disclint FILE...`: say what is wrong with reports."""

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain

from disclint.cli.configuring import configured
from disclint.cli.console import Status, add_language, complain, write_out
from disclint.cli.ending import Ending, add_ending
from disclint.cli.fix_options import add_fixing, refuse_fixing
from disclint.cli.inputs import add_inputs, nothing_in, open_inputs
from disclint.cli.ledger import LedgerReport
from disclint.cli.output import add_output, context_of, opened_output
from disclint.cli.plugging import ShowVersion, add_plugins, plugins_of
from disclint.cli.previous import read_previous, refuse_stranger
from disclint.cli.selecting import add_selection
from disclint.cli.show_settings import shown_settings
from disclint.cli.suppressing import Suppressions, add_suppressing, refuse_mismatch
from disclint.comparison import Filed
from disclint.config import Config
from disclint.diagnostics import Diagnostic
from disclint.files import Empty
from disclint.linter import Linter
from disclint.reporting import Context, Reporter
from disclint.source import Source


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
    add_ending(parser)
    add_plugins(parser)
    add_output(parser)
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
    add_fixing(parser)
    parser.add_argument("--ledger-file", metavar="FILE", help="write the ledger to FILE instead")
    parser.add_argument(
        "--watch", action="store_true", help="do it again whenever one of the files has changed"
    )
    parser.add_argument(
        "--show-settings",
        action="store_true",
        help="tell each setting and where it comes from, and lint nothing",
    )
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
    options, config = configured(parser, arguments)
    if options.ledger_file and not options.ledger:
        parser.error("--ledger-file goes with --ledger")
    refuse_mismatch(parser, options)
    refuse_fixing(parser, options)
    if options.watch:
        from disclint.cli.watching import watch  # noqa: PLC0415 - only who watches waits for it

        return watch(lambda: _lint(*configured(parser, arguments)), options.paths, options.lang)
    return _lint(options, config)


def _lint(options: argparse.Namespace, config: Config) -> int:
    """Lint once what `options` ask for; return the exit status."""
    plugins = plugins_of(options, config.selection, config)
    linter = Linter(plugins, config.limits, config, config.selection)
    linter.make_ready()
    if options.show_settings:
        write_out(shown_settings(linter, options))
        return Status.CLEAN
    if options.diff:
        from disclint.cli.fix import show_diff  # noqa: PLC0415 - only where it is asked for

        return show_diff(linter, options)
    run = _Run(linter, options)
    reporter = plugins.reporter(options.output_format)
    with opened_output(options) as write:
        write(run.reported(reporter, context_of(options, linter)))
    return run.ending.status


class _Run:
    """The files of one command line, looked at one after the other and then together."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        self.ending = Ending(options)
        self._linter = linter
        self._options = options
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

    def _open(self) -> Iterator[Source | Diagnostic | Empty]:
        """Yield the text of each report, as it is once it has been fixed if that is asked for."""
        if not self._options.fix:
            yield from open_inputs(self._linter, self._options)
            return
        from disclint.cli.fix import fix_inputs  # noqa: PLC0415 - as above

        opened, status = fix_inputs(self._linter, self._options)
        self.ending.status = max(self.ending.status, status)
        yield from opened

    def _lint_each(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with each file as soon as it has been looked at."""
        for opened in self._open():
            if isinstance(opened, Empty):
                complain(nothing_in(opened, self._linter), self._options.lang)
                self.ending.status = Status.FAILED
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
