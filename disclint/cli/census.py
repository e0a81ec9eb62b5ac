"""`disclint census PATH...`: figures, findings and files of many reports as tables, summed up."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from disclint.cli.configuring import STANDARD_INPUT, add_configuration, add_exclusion, configured
from disclint.cli.console import add_language
from disclint.cli.inputs import add_inputs
from disclint.cli.packs import add_packs
from disclint.cli.parser import Parser
from disclint.cli.plugging import add_plugins
from disclint.cli.selecting import add_selection
from disclint.errors import UsageError

_FORMATS = ("parquet", "csv")
_FOLDER = "disclint-census"
_PART_SIZE = 200
_MOST = 100_000


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint census",
        usage="disclint census [OPTION ...] PATH ...",
        description="Make tables of all figures, findings and files of many reports, as Parquet "
        "in a folder, and sum up what is in it. A file that stands there already is not looked at "
        "again until it, disclint or the configuration changes. Each report is looked at by "
        "itself.",
        epilog="A PATH may be a table, FILE.parquet with a report in each row, or an address such "
        "as s3://... (both: docs/census.md). Exit status: 0 the census is made, whatever was "
        "found, 2 a file could not be read or the job could not be done.",
    )
    add_inputs(parser)
    add_language(parser)
    _add_census(parser)
    add_configuration(parser)
    add_selection(parser)
    add_exclusion(parser)
    parser.add_argument(
        "--suppressions", metavar="FILE", help="TOML that says what is not to be counted, and why"
    )
    add_packs(parser)
    add_plugins(parser)
    parser.set_defaults(add_suppressions=None)
    return parser


def _add_census(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options about the tables."""
    group = parser.add_argument_group("tables")
    add = group.add_argument
    add(
        "-o",
        "--output",
        metavar="FOLDER",
        default=_FOLDER,
        help=f"the folder of the tables (default: {_FOLDER})",
    )
    add(
        "--format",
        choices=_FORMATS,
        default=_FORMATS[0],
        help="csv: write each table into one file of CSV besides",
    )
    add("--html", metavar="FILE", help="write the summary, with plots, to FILE as one page")
    add(
        "--part-size",
        type=_size,
        default=_PART_SIZE,
        metavar="NUMBER",
        help=f"how many files one part holds: what is lost if the run is killed ({_PART_SIZE})",
    )
    add("--prune", action="store_true", help="take out the files that this run has not met")
    add("--scheduler", metavar="ADDRESS", help="lint on the Dask cluster whose scheduler is there")
    add("--path-column", default="path", metavar="NAME", help="what each report is called (path)")
    add("--content-column", default="content", metavar="NAME", help="what it holds (content)")


def census(arguments: Sequence[str]) -> int:
    """Make the tables of what `arguments` name; return the exit status.

    Raises:
        UsageError: a library that this takes is not installed.

    """
    parser = make_parser()
    options, config = configured(parser, arguments)
    if STANDARD_INPUT in options.paths:
        parser.error("a census is of files, and not of standard input")
    _require("a census", "pyarrow", "census")
    if options.html:
        _require("--html", "jinja2", "census")
    if options.scheduler:
        _require("--scheduler", "distributed", "dask")
    from disclint.cli.surveying import survey  # noqa: PLC0415 - it takes Arrow, which is large

    return survey(options, config)


def _require(what: str, library: str, extra: str) -> None:
    try:
        import_module(library)
    except ImportError as error:
        message = f"{what} needs a library, {library}: pip install 'disclint[{extra}]'"
        raise UsageError(message) from error


def _size(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST:
        message = f"not a whole number from 1 to {_MOST}: {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
