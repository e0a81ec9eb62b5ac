"""`disclint check-pack DIR`: whether a pack can be used, and what it lacks."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from disclint.catalog.pack import read_pack
from disclint.catalog.schemas import FILES, make_schema
from disclint.cli.console import Status, write_out
from disclint.cli.parser import Parser
from disclint.cli.plugging import add_plugins, plugins_of
from disclint.config.selection import Selection
from disclint.errors import PackError
from disclint.examples import linter_with
from disclint.laws import laws_of
from disclint.linter import Linter


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint check-pack",
        description="Check a pack, a folder of rules and forms: each file, and the examples of the "
        "rules by running them. Exit status: 0 all is well, 1 an example fails or something is "
        "lacking, 2 the pack cannot be used.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("pack", nargs="?", type=Path, metavar="DIR", help="the pack")
    what.add_argument(
        "--schema",
        choices=FILES,
        help="give out the JSON Schema of a kind of file, by which editors check and complete it",
    )
    add_plugins(parser)
    return parser


def check_pack(arguments: Sequence[str]) -> int:
    """Check the pack that `arguments` name, one's own or a plugin's; return the exit status."""
    options = make_parser().parse_args(arguments)
    plugins = plugins_of(options, Selection())
    if options.schema:
        schema = make_schema(options.schema, plugins.checks)
        write_out([json.dumps(schema, ensure_ascii=False, indent=2), "\n"])
        return Status.CLEAN
    try:
        linter = linter_with(plugins, options.pack)
    except PackError as error:
        write_out(f"{fault}\n" for fault in error.faults)
        return Status.FAILED
    return _review(linter, options.pack)


def _review(linter: Linter, folder: Path) -> int:
    """Say what a pack that can be read lacks; return the exit status."""
    pack = read_pack(folder)
    if breaches := [one for law in laws_of(pack, linter) for one in law.find_breaches()]:
        write_out(f"{breach}\n" for breach in breaches)
        return Status.FOUND
    counts = (len(pack.rules), "rule"), (len(pack.forms), "form"), (2 * len(pack.rules), "example")
    said = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    write_out([f"{folder}: all is well: {said}\n"])
    return Status.CLEAN
