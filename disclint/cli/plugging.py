"""The plugins that a command line asks for."""

import argparse
import os
import sys
from collections.abc import Sequence

from disclint import __version__
from disclint.cli.console import Status, write_out
from disclint.config import Config
from disclint.config.selection import Selection
from disclint.discovery import PLUGINS, find_distributions
from disclint.linter import Linter
from disclint.plugins import Plugins, find_plugins, require
from disclint.plugins.plugin import OWN_PREFIX


class ShowVersion(argparse.Action):
    """The option that tells the version, and those of the plugins, none of which is imported."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        _namespace: argparse.Namespace,
        _values: str | Sequence[object] | None,
        _option: str | None = None,
    ) -> None:
        """Tell them and end."""
        write_out([f"disclint {__version__}\n"])
        for one in sorted(find_distributions(), key=str):
            prefixes = [entry.name for entry in one.entries if entry.group == PLUGINS]
            write_out([" ".join(["plugin", str(one), *prefixes]) + "\n"])
        parser.exit(Status.CLEAN)


def add_plugins(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say which plugins there are."""
    group = parser.add_argument_group("plugins")
    group.add_argument(
        "--plugin",
        action="append",
        default=[],
        metavar="MODULE",
        help="a plugin that need not be installed, nor be asked for by a code",
    )
    group.add_argument(
        "--no-plugins",
        action="store_true",
        help="without the plugins that are installed, whatever the configuration requires",
    )


def plugins_of(
    options: argparse.Namespace, selection: Selection, config: Config | None = None
) -> Plugins:
    """Return the plugins that a command line leaves and asks for.

    Raises:
        PluginError: one cannot be used, or one that is required is not there.

    """
    installed = []
    if not options.no_plugins:
        installed = find_plugins(find_distributions())
        require(config.plugins if config else (), installed)
    if options.plugin and (here := os.getcwd()) not in sys.path:  # noqa: PTH109 - as in sys.path
        sys.path.append(here)
    return Plugins.gather(installed, options.plugin, selection)


def linter_of(options: argparse.Namespace, config: Config) -> Linter:
    """Return the linter for a configuration, with the plugins that a command line asks for.

    Raises:
        PluginError: one cannot be used, or one that is required is not there.

    """
    plugins = plugins_of(options, config.selection, config)
    return Linter(plugins, config.limits, config, config.selection)


def may_be_absent(rule: str, linter: Linter, options: argparse.Namespace) -> bool:
    """Whether a rule that nobody knows may be one of a plugin that is not there."""
    is_left_out = options.no_plugins and not rule.upper().startswith(OWN_PREFIX)
    return is_left_out or linter.plugins.may_bring(rule)
