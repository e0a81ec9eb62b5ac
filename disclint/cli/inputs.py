"""The reports that a command line names."""

import argparse
import sys
from collections.abc import Iterator
from typing import BinaryIO

from attrs import evolve, fields

from disclint.cli.packs import add_packs, packs_of
from disclint.config import Config, load_config
from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.files import Empty, Unopened, find_files
from disclint.linter import Linter
from disclint.reading import Limits
from disclint.source import Source
from disclint.wording import Wording

STANDARD_INPUT = "-"
_LIMITS = {field.name.replace("_", "-"): field.name for field in fields(Limits)}
_MOST = 10**15
_MOST_SECONDS = 10**6
"""More than anybody has, and as much as the system can be told."""


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the arguments that name reports and say how to read them."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a report, a folder of reports, or - for standard input",
    )
    parser.add_argument(
        "--stdin-filename",
        default="<stdin>",
        metavar="NAME",
        help="what to call the report on standard input",
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        help="encoding of the files (default: byte-order mark, else UTF-8, else GB18030)",
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        type=_limit,
        metavar="NAME=NUMBER",
        help=f"how much one file may cost: {', '.join(_LIMITS)}",
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="TOML that says who reports on which year, which bodies a government has, and more",
    )
    add_packs(parser)


def limits_of(options: argparse.Namespace) -> Limits:
    """Return the limits for each file, as far as the command line does not leave them."""
    return evolve(Limits(), **dict(options.limit))


def config_of(options: argparse.Namespace) -> Config:
    """Return the configuration that the command line names, with the packs that it adds."""
    config = Config() if options.config is None else load_config(options.config)
    return evolve(config, packs=packs_of(options, config.packs))


def open_inputs(
    linter: Linter, options: argparse.Namespace, stdin: BinaryIO | None = None
) -> Iterator[Source | Diagnostic | Empty]:
    """Yield the text of each report named, or what is said in its stead.

    `stdin` is what standard input gives, where somebody has read it already.
    """
    for path in options.paths:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                message = "there is no standard input"
                raise UsageError(message)
            stream = stdin or sys.stdin.buffer
            yield linter.read_stream(stream, options.stdin_filename, options.encoding)
            continue
        for found in find_files(path, linter.suffixes):
            if isinstance(found, Empty):
                yield found
            elif isinstance(found, Unopened):
                yield linter.unopened(found.path, found.error)
            else:
                yield linter.open(found, options.encoding)


def nothing_in(folder: Empty, linter: Linter) -> Wording:
    """Return what to say of a folder without reports."""
    suffixes = " ".join(sorted(linter.suffixes))
    return Wording(
        f"{folder.path}：文件夹中没有可以检查的文件（{suffixes}）",
        f"{folder.path}: nothing to check in this folder ({suffixes})",
    )


def _encoding(name: str) -> str:
    try:
        " ".encode(name)
    except LookupError:
        message = f"no such encoding: {name}"
        raise argparse.ArgumentTypeError(message) from None
    return name


def _limit(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if name not in _LIMITS:
        message = f"no such limit: {name}; there are {', '.join(_LIMITS)}"
        raise argparse.ArgumentTypeError(message)
    if not number.isdecimal():
        message = f"not a whole number: {number!r}"
        raise argparse.ArgumentTypeError(message)
    most = _MOST_SECONDS if name.endswith("seconds") else _MOST
    if int(number) > most:
        message = f"too large: {number}; {most} at most"
        raise argparse.ArgumentTypeError(message)
    return _LIMITS[name], int(number)
