"""`disclint FILE...`: say what is wrong with reports."""

import argparse
from collections.abc import Sequence

from disclint import __version__
from disclint.cli.console import Status, add_language, complain, write_out
from disclint.cli.inputs import add_inputs, nothing_in, open_inputs
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
    parser.add_argument("--version", action="version", version=f"disclint {__version__}")
    return parser


def lint(arguments: Sequence[str]) -> int:
    """Lint what `arguments` name; return the exit status."""
    options = make_parser().parse_args(arguments)
    plugins = Plugins.load()
    linter = Linter(plugins)
    reporter = plugins.reporters["text"]
    status = Status.CLEAN
    for opened in open_inputs(linter, options):
        if isinstance(opened, Empty):
            complain(nothing_in(opened, linter), options.lang)
            status = Status.FAILED
            continue
        found = [opened] if isinstance(opened, Diagnostic) else linter.lint(opened)
        write_out(reporter.report(found, options.lang))
        status = max(status, _status(found))
    return status


def _status(diagnostics: Sequence[Diagnostic]) -> Status:
    if any(diagnostic.stops for diagnostic in diagnostics):
        return Status.FAILED
    if any(diagnostic.severity is not Severity.INFO for diagnostic in diagnostics):
        return Status.FOUND
    return Status.CLEAN
