"""`disclint check-pack DIR`: whether a pack can be used, and what it lacks."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from disclint.catalog.entry import Page
from disclint.catalog.loading import Loading
from disclint.catalog.review import find_lacks
from disclint.catalog.schemas import FILES, make_schema
from disclint.cli.console import Status, write_out
from disclint.config import Config
from disclint.errors import ConfigError, PackError
from disclint.examples import run_example
from disclint.linter import CRASHED, Linter
from disclint.plugins import Plugins
from disclint.rule import Example, Rule


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
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
    return parser


def check_pack(arguments: Sequence[str]) -> int:
    """Check the pack that `arguments` name, one's own or a plugin's; return the exit status."""
    options = make_parser().parse_args(arguments)
    plugins = Plugins.load()
    if options.schema:
        schema = make_schema(options.schema, plugins.checks)
        write_out([json.dumps(schema, ensure_ascii=False, indent=2), "\n"])
        return Status.CLEAN
    known = {os.path.realpath(str(pack)) for pack in plugins.packs}
    own = () if os.path.realpath(options.pack) in known else (options.pack,)
    linter = Linter(plugins, config=Config(packs=own))
    try:
        linter.make_ready()
    except PackError as error:
        write_out(f"{fault}\n" for fault in error.faults)
        return Status.FAILED
    return _review(linter, options.pack)


def _review(linter: Linter, pack: Path) -> int:
    """Say what a pack that can be read lacks; return the exit status."""
    own = Loading()
    own.read(pack)
    lacks = list(find_lacks(own.rules, own.forms, linter.catalog.rules))
    lacks += _failures(linter, own.rules)
    if lacks:
        write_out(f"{lack}\n" for lack in lacks)
        return Status.FOUND
    counts = (len(own.rules), "rule"), (len(own.forms), "form"), (2 * len(own.rules), "example")
    said = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    write_out([f"{pack}: all is well: {said}\n"])
    return Status.CLEAN


def _failures(linter: Linter, rules: Iterable[tuple[Page, Rule]]) -> Iterator[str]:
    """Yield the examples that fail, each with its place."""
    for page, rule in rules:
        for key, example in (("bad", rule.bad), ("good", rule.good)):
            if why := _failure(linter, rule, example, is_bad=example is rule.bad):
                yield f"{page.place(('examples', key))}: {why}"


def _failure(linter: Linter, rule: Rule, example: Example, *, is_bad: bool) -> str:
    """Return why an example fails, or nothing if it does not."""
    try:
        found = run_example(linter, rule, example)
    except ConfigError as error:
        return f"the configuration of the example cannot be used: {error}"
    crash = next((one for one in found if one.name == CRASHED != rule.name), None)
    if crash:
        return f"on the example, {crash.message.en}"
    if is_bad and not found:
        return "the rule finds nothing in the bad example"
    if found and not is_bad:
        line, said = found[0].start.line, found[0].message.en
        return f"the rule finds something in the good example, in its line {line}: {said}"
    return ""
