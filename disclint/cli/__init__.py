"""The command line: `disclint FILE...`, and the commands `extract`, `rule` ..."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from disclint.cli.console import Status, complain, use_safe_streams
from disclint.errors import DisclintError

__all__ = ["COMMANDS", "LINT", "main"]

LINT = ""
COMMANDS = {
    LINT: ("disclint.cli.lint", "lint"),
    "census": ("disclint.cli.census", "census"),
    "check-pack": ("disclint.cli.check_pack", "check_pack"),
    "completion": ("disclint.cli.completion", "completion"),
    "extract": ("disclint.cli.extract", "extract"),
    "lsp": ("disclint.cli.lsp", "serve"),
    "new-plugin": ("disclint.cli.new_plugin", "new_plugin"),
    "rule": ("disclint.cli.rule", "explain"),
}
"""The module and function of each command, imported when it is asked for; `make_parser` in the same
module makes its parser. The one without a name is for files."""


_INTERRUPTED = 130
"""What a shell says of a program that Ctrl-C has ended."""
_ASKED_TO_COMPLETE = "_ARGCOMPLETE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name; return the exit status."""
    use_safe_streams()
    if _ASKED_TO_COMPLETE in os.environ:
        from disclint.cli.completion import answer  # noqa: PLC0415 - a shell asks, and nobody else

        answer(COMMANDS)
    given = sys.argv[1:] if arguments is None else list(arguments)
    command, rest = _command(given)
    try:
        status = command(rest)
        sys.stdout.flush()
    except DisclintError as error:
        complain(str(error))
        return Status.FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        # Whoever reads our output has had enough, or the disk has: leave nothing to be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            complain(f"cannot go on: {error}")
        return Status.FAILED
    return int(status)


def _command(given: Sequence[str]) -> tuple[Callable[[Sequence[str]], int], Sequence[str]]:
    """Return the command and its arguments; a file called like a command is named `./rule`."""
    name = given[0] if given and given[0] in COMMANDS else LINT
    module, function = COMMANDS[name]
    command: Callable[[Sequence[str]], int] = getattr(import_module(module), function)
    return command, given if name == LINT else given[1:]
