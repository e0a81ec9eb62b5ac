"""The packs that a command line adds."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path


def add_packs(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the option that names packs."""
    group = parser.add_argument_group("packs")
    group.add_argument(
        "--pack",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a folder of your own rules and forms; may be given several times",
    )


def packs_of(options: argparse.Namespace, others: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the folders that the command line names after `others`, each one once."""
    packs = {os.path.realpath(pack): pack for pack in reversed((*others, *options.pack))}
    return tuple(reversed(packs.values()))
