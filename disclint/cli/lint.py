"""`disclint FILE...`: say what is wrong with reports."""

import argparse
from collections.abc import Sequence

from disclint.cli.asked import asked_place
from disclint.cli.caching import add_caching
from disclint.cli.configuring import add_configuration, add_exclusion, configured
from disclint.cli.console import Status, add_language, write_out
from disclint.cli.ending import add_ending
from disclint.cli.fix_options import add_fixing, refuse_fixing
from disclint.cli.inputs import add_inputs
from disclint.cli.output import add_output, context_of, opened_output
from disclint.cli.packs import add_packs
from disclint.cli.parser import Parser
from disclint.cli.plugging import ShowVersion, add_plugins, linter_of
from disclint.cli.run import Run
from disclint.cli.selecting import add_selection
from disclint.cli.statistics import statistics_in
from disclint.cli.suppressing import add_suppressing, refuse_mismatch
from disclint.config import Config


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint",
        usage="disclint [OPTION ...] PATH ...",
        description="Lint Chinese government-information disclosure reports.",
        epilog="Other commands: `disclint extract` gives out the figures, `disclint census` makes "
        "tables of many reports and sums them up, `disclint rule` explains the rules, `disclint "
        "check-pack` checks rules of your own, `disclint new-plugin` begins a plugin, `disclint "
        "completion` completes in your shell. "
        "Exit status: 0 nothing found, 1 found, 2 the job could not be done.",
    )
    add_inputs(parser)
    add_language(parser)
    parser.add_argument(
        "--previous",
        metavar="FILE",
        help="the report on the year before, to be compared with and not linted itself",
    )
    parser.add_argument(
        "--watch", action="store_true", help="do it again whenever one of the files has changed"
    )
    parser.add_argument(
        "--version",
        action=ShowVersion,
        nargs=0,
        help="tell the version, and those of the plugins that are installed",
    )
    add_configuration(parser)
    add_selection(parser)
    add_exclusion(parser)
    add_suppressing(parser)
    add_output(parser)
    _add_views(parser)
    add_fixing(parser)
    add_ending(parser)
    add_caching(parser)
    add_packs(parser)
    add_plugins(parser)
    return parser


def _add_views(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that ask for something else than findings, or for more."""
    group = parser.add_argument_group("other views")
    group.add_argument(
        "--statistics",
        action="store_true",
        help="tell how often each rule has spoken and in how many files, the most frequent first, "
        "and nothing else; with --output-format text or json",
    )
    group.add_argument(
        "--ledger",
        action="store_true",
        help="tell on standard error what was checked, what was not, and why",
    )
    group.add_argument("--ledger-file", metavar="FILE", help="write the ledger to FILE instead")
    group.add_argument(
        "--explain",
        type=asked_place,
        metavar="FILE:LINE",
        help="tell what is known of a line, or of a figure by its id: what it is read as, which "
        "rules looked at it, what they found and which setting decided; lint nothing",
    )
    group.add_argument(
        "--show-settings",
        action="store_true",
        help="tell each setting and where it comes from, and lint nothing",
    )


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
    linter = linter_of(options, config)
    linter.make_ready()
    if options.show_settings:
        from disclint.cli.show_settings import shown_settings  # noqa: PLC0415 - if it is asked for

        write_out(shown_settings(linter, options))
        return Status.CLEAN
    if options.explain:
        from disclint.cli.explain import explained  # noqa: PLC0415 - only where it is asked for

        write_out(explained(linter, options))
        return Status.CLEAN
    if options.diff:
        from disclint.cli.fix import show_diff  # noqa: PLC0415 - as above

        return show_diff(linter, options)
    run = Run(linter, options)
    form = options.output_format
    reporter = statistics_in(form) if options.statistics else linter.plugins.reporter(form)
    with opened_output(options) as write:
        write(run.reported(reporter, context_of(options, linter)))
    return run.ending.status
