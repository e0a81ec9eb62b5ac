"""`disclint rule NAME`: what a rule demands and why."""

import argparse
from collections.abc import Sequence

from disclint.catalog import Catalog, load_catalog
from disclint.cli.console import Status, add_language, write_out
from disclint.cli.packs import add_packs, packs_of
from disclint.cli.parser import Parser
from disclint.cli.plugging import add_plugins, plugins_of
from disclint.closeness import closest
from disclint.config.selection import Selection
from disclint.errors import UsageError
from disclint.rule import Rule
from disclint.rule_page import describe


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint rule", description="Explain a rule, or all of them, in Markdown."
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("names", nargs="*", default=[], metavar="CODE|NAME", help="a rule")
    which.add_argument("--all", action="store_true", help="all rules, by code")
    add_packs(parser)
    add_language(parser)
    add_plugins(parser)
    return parser


def explain(arguments: Sequence[str]) -> int:
    """Explain the rules that `arguments` name; return the exit status."""
    options = make_parser().parse_args(arguments)
    plugins, packs = plugins_of(options, _selection(options)), packs_of(options)
    catalog = load_catalog(plugins.packs, packs, plugins.checks if packs else None)
    rules = catalog.rules if options.all else [_find(catalog, name) for name in options.names]
    write_out("\n".join(describe(rule, options.lang)) + "\n\n" for rule in rules)
    return Status.CLEAN


def _selection(options: argparse.Namespace) -> Selection:
    return Selection.naming(options.names) if options.names else Selection()


def _find(catalog: Catalog, name: str) -> Rule:
    rule = catalog.find(name)
    if rule:
        return rule
    close = closest(name, catalog.names)
    hint = f"; did you mean {close}?" if close else "; `disclint rule --all` lists them all"
    message = f"no such rule: {name}{hint}"
    raise UsageError(message)
