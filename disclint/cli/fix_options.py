"""The options that ask for fixes."""

import argparse


def add_fixing(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that ask for fixes."""
    group = parser.add_argument_group("fixes")
    group.add_argument(
        "--fix", action="store_true", help="do in text files what is proposed and is safe"
    )
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also do what changes what the report says",
    )
    group.add_argument(
        "--diff",
        action="store_true",
        help="show what --fix would do, and change nothing; status 1 if it would do anything",
    )


def refuse_fixing(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with status 2 if the options do not go together."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        parser.error("--unsafe-fixes goes with --fix or --diff")
