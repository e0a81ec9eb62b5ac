"""`disclint FILE...`: say what is wrong with reports."""

import argparse
from collections.abc import Sequence

from disclint import __version__
from disclint.cli.console import Status, add_language, complain, write_out
from disclint.cli.inputs import add_inputs, limits_of, nothing_in, open_inputs
from disclint.cli.ledger import LedgerReport
from disclint.diagnostics import Diagnostic, Severity
from disclint.files import Empty
from disclint.linter import Linter
from disclint.plugins import Plugins


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="disclint",
        description="Lint Chinese government-information disclosure reports.",
        epilog="Other commands: `disclint extract` gives out the figures, `disclint rule` explains "
        "the rules. Exit status: 0 nothing found, 1 found, 2 the job could not be done.",
    )
    add_inputs(parser)
    add_language(parser)
    parser.add_argument(
        "--ledger",
        action="store_true",
        help="tell on standard error what was checked, what was not, and why",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the ledger to FILE instead")
    parser.add_argument("--version", action="version", version=f"disclint {__version__}")
    return parser


def lint(arguments: Sequence[str]) -> int:
    """Lint what `arguments` name; return the exit status."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.output and not options.ledger:
        parser.error("-o goes with --ledger")
    plugins = Plugins.load()
    linter = Linter(plugins, limits_of(options))
    reporter = plugins.reporters["text"]
    ledger = LedgerReport(options.lang, options.output)
    status = Status.CLEAN
    for opened in open_inputs(linter, options):
        if isinstance(opened, Empty):
            complain(nothing_in(opened, linter), options.lang)
            status = Status.FAILED
            continue
        if isinstance(opened, Diagnostic):
            found = [opened]
        else:
            verdict = linter.examine(opened)
            found = verdict.diagnostics
            if options.ledger:
                ledger.enter(opened, linter.ledger(verdict))
        write_out(reporter.report(found, options.lang))
        status = max(status, _status(found))
    if options.ledger:
        ledger.close()
    return status


def _status(diagnostics: Sequence[Diagnostic]) -> Status:
    if any(diagnostic.stops for diagnostic in diagnostics):
        return Status.FAILED
    if any(diagnostic.severity is not Severity.INFO for diagnostic in diagnostics):
        return Status.FOUND
    return Status.CLEAN
