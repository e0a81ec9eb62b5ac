"""In which form findings are written, and where."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from disclint import __version__
from disclint.cli.configuring import STANDARD_INPUT
from disclint.cli.console import prints_all, use_utf8, write_err, write_out
from disclint.cli.whole_file import Write, whole_text
from disclint.linter import Linter
from disclint.reporting import ColumnUnit, Context

_UNSET = ("", "0")
"""What a variable may hold that says nothing."""
_UTF_8 = frozenset({"github"})
"""Forms whose reader takes UTF-8 alone, and knows no escapes for what another encoding lacks."""


def add_output(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say in which form to write what is found, and where."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        default="text",
        metavar="NAME",
        help="text, full, grouped, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, "
        "or that of a plugin",
    )
    group.add_argument("-o", "--output", metavar="FILE", help="write what is found to FILE")
    group.add_argument(
        "--column-unit",
        choices=[unit.value for unit in ColumnUnit],
        default=ColumnUnit.CHAR.value,
        help="what columns count in text, full and grouped (default: characters)",
    )
    group.add_argument(
        "--color",
        choices=["auto", "always", "never"],
        default="auto",
        help="colours in text, full and grouped (default: on a terminal, unless NO_COLOR is set)",
    )


def context_of(options: argparse.Namespace, linter: Linter) -> Context:
    """Return what a reporter is told of the run."""
    return Context(
        language=options.lang,
        rules={rule.code: rule for rule in linter.catalog.rules},
        version=__version__,
        rule_pages=linter.config.rule_pages or "",
        column_unit=ColumnUnit(options.column_unit),
        is_colored=_is_colored(options),
        ascii_only=options.output is None and not prints_all(),
    )


def _is_colored(options: argparse.Namespace) -> bool:
    """Whether to colour: the option decides, then NO_COLOR, FORCE_COLOR, and last the terminal."""
    if options.color != "auto":
        return bool(options.color == "always")
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in _UNSET:
        return True
    return not options.output and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def opened_output(options: argparse.Namespace) -> Iterator[Write]:
    """Give what writes pieces to standard output, or to the file that is named.

    Where the mended report goes to standard output, they go to standard error.

    Raises:
        UsageError: it cannot be written.

    """
    if options.output_format in _UTF_8:
        use_utf8()
    if options.output is None:
        yield write_err if options.fix and STANDARD_INPUT in options.paths else write_out
    else:
        with whole_text(options.output, options.paths) as write:
            yield write
