"""`disclint lsp`: the language server, which an editor starts and talks to."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import BinaryIO

from attrs import evolve

from disclint.cli.configuring import add_configuration
from disclint.cli.console import Status, add_language
from disclint.cli.packs import add_packs, packs_of
from disclint.cli.parser import Parser
from disclint.cli.plugging import add_plugins, linter_of, may_be_absent
from disclint.config import Config, load_config
from disclint.errors import UsageError
from disclint.linter import Linter

_DELAY = 200


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint lsp",
        description="Serve an editor over standard input and output, by the Language Server "
        "Protocol. Each document has the configuration that is nearest to it.",
    )
    add_configuration(parser)
    add_packs(parser)
    add_language(parser)
    add_plugins(parser)
    parser.add_argument(
        "--delay",
        type=_milliseconds,
        default=_DELAY,
        metavar="MS",
        help=f"how long to wait for the next key before a report is linted (default: {_DELAY})",
    )
    parser.add_argument(
        "--stdio", action="store_true", help="does nothing; some editors add it of themselves"
    )
    return parser


def serve(arguments: Sequence[str]) -> int:
    """Serve until the editor has done; return the exit status."""
    options = make_parser().parse_args(arguments)
    try:
        from disclint.lsp.features import make_server  # noqa: PLC0415 - so that it may be missing
        from disclint.lsp.projects import Demands, Projects  # noqa: PLC0415 - as above
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        message = "lsp needs a library: pip install 'disclint[lsp]'"
        raise UsageError(message) from error
    demands = Demands(
        make=lambda path: _make(path, options),
        language=options.lang,
        file=options.config,
        isolated=options.isolated,
        may_be=lambda rule, linter: may_be_absent(rule, linter, options),
    )
    server = make_server(Projects(demands), options.delay / 1000)
    with _taken(0, os.O_RDONLY) as stdin, _taken(1, os.O_WRONLY) as stdout:
        server.start_io(stdin, stdout)
    return Status.CLEAN


def _taken(stream: int, flags: int) -> BinaryIO:
    """Return what `stream` was, for the protocol alone: nobody else may read or write there.

    What is printed all the same, by a plugin or a program, goes to standard error.
    """
    own = os.dup(stream)
    if flags == os.O_RDONLY:
        os.dup2(os.open(os.devnull, flags), stream)
        return os.fdopen(own, "rb")
    sys.stdout.flush()
    os.dup2(2, stream)
    return os.fdopen(own, "wb")


def _make(path: str | None, options: argparse.Namespace) -> Linter:
    """Return the linter for the configuration at `path`, and for what is asked for besides."""
    config = load_config(path) if path else Config()
    config = evolve(config, packs=packs_of(options, config.packs))
    linter = linter_of(options, config)
    linter.make_ready()
    return linter


def _milliseconds(text: str) -> int:
    if not text.isdecimal():
        message = f"not a whole number: {text!r}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
