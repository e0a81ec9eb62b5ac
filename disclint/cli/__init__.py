"""The command line: `disclint FILE...`, and the commands `extract`, `rule` ..."""

import os
import sys
from collections.abc import Callable, Sequence

from disclint.cli.console import Status, complain, use_safe_streams
from disclint.errors import DisclintError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name; return the exit status."""
    use_safe_streams()
    given = sys.argv[1:] if arguments is None else list(arguments)
    command, rest = _command(given)
    try:
        status = command(rest)
        sys.stdout.flush()
    except DisclintError as error:
        complain(str(error))
        return Status.FAILED
    except OSError as error:
        # Whoever reads our output has had enough, or the disk has: leave nothing to be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            complain(f"cannot go on: {error}")
        return Status.FAILED
    return int(status)


def _command(given: Sequence[str]) -> tuple[Callable[[Sequence[str]], int], Sequence[str]]:
    """Return the command and its arguments; a file called like a command is named `./rule`."""
    match given:
        case ["extract", *rest]:
            from disclint.cli.extract import extract  # noqa: PLC0415 - each command its own imports

            return extract, rest
        case ["rule", *rest]:
            from disclint.cli.rule import explain  # noqa: PLC0415

            return explain, rest
        case ["check-pack", *rest]:
            from disclint.cli.check_pack import check_pack  # noqa: PLC0415

            return check_pack, rest
        case ["new-plugin", *rest]:
            from disclint.cli.new_plugin import new_plugin  # noqa: PLC0415

            return new_plugin, rest
        case _:
            from disclint.cli.lint import lint  # noqa: PLC0415

            return lint, given
