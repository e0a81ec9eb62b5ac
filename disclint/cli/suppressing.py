"""What of all that is found a command line leaves out: suppressions, and the baseline."""

import argparse
import os
from collections.abc import Callable, Iterator

from disclint.cli.plugging import may_be_absent
from disclint.config import Config
from disclint.diagnostics import Diagnostic
from disclint.examined import Examined
from disclint.linter import Linter
from disclint.suppressing import Suppressing
from disclint.suppressions import FILE_NAME, Suppression, load_suppressions

Stage = Callable[[Iterator[Diagnostic]], Iterator[Diagnostic]]
"""A step that what is found goes through on its way to the reporter."""


def add_suppressing(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say what is not to be reported."""
    group = parser.add_argument_group("suppressions")
    group.add_argument(
        "--suppressions",
        metavar="FILE",
        help=f"TOML that says what is not to be reported, and why (default: {FILE_NAME} beside the "
        "configuration or in the working folder)",
    )
    group.add_argument(
        "--show-suppressed",
        action="store_true",
        help="report what is suppressed as well; it does not count in the exit status",
    )
    group.add_argument(
        "--add-suppressions",
        metavar="REASON",
        help="suppress all that is found now, in the file of suppressions, for this reason",
    )
    _add_baseline(parser)


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options about a baseline."""
    group = parser.add_argument_group("baseline")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--baseline", metavar="FILE", help="leave out what was found before and stands in FILE"
    )
    which.add_argument(
        "--write-baseline", metavar="FILE", help="take down in FILE what is found now"
    )
    group.add_argument(
        "--prune-baseline",
        action="store_true",
        help="take out of the baseline what is no longer found",
    )


def refuse_mismatch(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse options of which one asks for another that is not there."""
    if options.prune_baseline and options.baseline is None:
        parser.error("--prune-baseline goes with --baseline")
    if options.add_suppressions is not None and not options.add_suppressions.strip():
        parser.error("--add-suppressions takes the reason why, which is not empty")
    if options.add_suppressions and options.write_baseline:
        parser.error("--add-suppressions does not go with --write-baseline")


class Suppressions:
    """What a command line leaves out, as a run meets it."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        examined = Examined(linter)
        path = _path(linter.config, options)
        self._shows: bool = options.show_suppressed
        self.source = _read(linter, options, path, examined)
        self._stages: list[Stage] = [self.source.applied]
        if options.baseline is not None or options.write_baseline is not None:
            from disclint.cli.baseline import Baselining  # noqa: PLC0415 - for those who have one

            self._stages.append(Baselining(options, linter.catalog, examined))
        if options.add_suppressions is not None:
            from disclint.cli.adding import Adding  # noqa: PLC0415 - for those who ask for it

            self._stages.append(Adding(options, linter.catalog, path))

    def left(self, diagnostics: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is to be reported, and what is wrong with the suppressions."""
        for stage in self._stages:
            diagnostics = stage(diagnostics)
        return (one for one in diagnostics if self._shows or not one.suppressed)


def read_suppressing(linter: Linter, options: argparse.Namespace) -> Suppressing:
    """Return the suppressions that count for a command line.

    Raises:
        ConfigError: they cannot be used.

    """
    return _read(linter, options, _path(linter.config, options), Examined(linter))


def suppressions_in_file(config: Config, options: argparse.Namespace) -> tuple[Suppression, ...]:
    """Return what stands in the file of suppressions that counts for a command line, if any does.

    Raises:
        ConfigError: it cannot be used.

    """
    return _load(options, _path(config, options))


def _path(config: Config, options: argparse.Namespace) -> str:
    """Return the file of suppressions, or where it would be."""
    if options.suppressions is not None:
        return str(options.suppressions)
    beside, here = os.path.join(config.folder or "", FILE_NAME), FILE_NAME  # noqa: PTH118
    return here if not os.path.exists(beside) and os.path.exists(here) else beside  # noqa: PTH110


def _read(
    linter: Linter, options: argparse.Namespace, path: str, examined: Examined
) -> Suppressing:
    """Return the suppressions of the configuration, and of the file at `path`.

    Raises:
        ConfigError: they cannot be used.

    """
    said = (*linter.config.suppressions, *_load(options, path))
    return Suppressing.build(
        linter, examined, said, lambda rule: may_be_absent(rule, linter, options)
    )


def _load(options: argparse.Namespace, path: str) -> tuple[Suppression, ...]:
    must_be = options.suppressions is not None and options.add_suppressions is None
    may_be_read = not options.isolated and os.path.exists(path)  # noqa: PTH110
    return load_suppressions(path) if must_be or may_be_read else ()
