"""`disclint completion SHELL`, and what a shell asks for when somebody presses Tab."""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module

from disclint.cli.console import Status, write_out
from disclint.cli.parser import Parser
from disclint.discovery import find_distributions
from disclint.errors import DisclintError
from disclint.plugins import Plugins, find_plugins

_Completer = Callable[..., list[str]]

_RULES = frozenset({"names", "select", "ignore", "extend_select", "extend_ignore"})
"""The arguments that name rules."""
_SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")
_HOW = """\
Give out what a shell reads to complete commands, options, codes and formats. bash: put
`eval "$(disclint completion bash)"` into ~/.bashrc; zsh: the same into ~/.zshrc, after compinit;
fish: `disclint completion fish > ~/.config/fish/completions/disclint.fish`; PowerShell: run
`disclint completion powershell | Out-String | Invoke-Expression` in your profile.
"""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(prog="disclint completion", description=_HOW)
    parser.add_argument("shell", choices=_SHELLS)
    return parser


def completion(arguments: Sequence[str]) -> int:
    """Give out what the shell that `arguments` name has to read; return the exit status."""
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415 - nobody else waits for it

    options = make_parser().parse_args(arguments)
    write_out([shellcode(["disclint"], shell=options.shell), "\n"])
    return Status.CLEAN


def answer(commands: Mapping[str, tuple[str, str]]) -> None:
    """Tell the shell how its line may go on, and end; `commands` are as in `disclint.cli`."""
    import argcomplete  # noqa: PLC0415 - as above

    line = os.environ.get("COMP_LINE", "")[: int(os.environ.get("COMP_POINT", "0"))]
    words = line.split(" ")[1:]
    name = words[0] if len(words) > 1 and words[0] in commands else ""
    if name:
        os.environ["_ARGCOMPLETE"] = "2"  # the line of the command begins at its second word
    parser = import_module(commands[name][0]).make_parser()
    first = [command for command in commands if command] if len(words) < 2 else []  # noqa: PLR2004
    for action in parser._actions:  # noqa: SLF001 - argparse shows them in no other way
        if completer := _completer(action, first):
            setattr(action, "completer", completer)  # noqa: B010 - where argcomplete looks for it
    argcomplete.autocomplete(parser, always_complete_options="long")


def _completer(action: argparse.Action, commands: Sequence[str]) -> _Completer | None:
    """Return what completes an argument otherwise than argcomplete does, which is by files."""
    if action.dest in _RULES:
        return _name_rules
    if action.dest == "output_format":
        return _name_formats
    if action.dest == "paths" and commands:
        return partial(_name_files, commands)
    return None


def _name_rules(prefix: str, **_asked: object) -> list[str]:
    """Return the codes and names of all rules, none where a plugin or pack cannot be used."""
    from disclint.catalog import load_catalog  # noqa: PLC0415 - as above

    before, comma, _ = prefix.rpartition(",")
    try:
        return [f"{before}{comma}{name}" for name in load_catalog(_plugins().packs).names]
    except DisclintError:
        return []


def _name_formats(**_asked: object) -> list[str]:
    try:
        return sorted(_plugins().reporters)
    except DisclintError:
        return []


def _name_files(commands: Sequence[str], prefix: str, **_asked: object) -> list[str]:
    from argcomplete.completers import FilesCompleter  # noqa: PLC0415 - as above

    return [*commands, *FilesCompleter()(prefix)]


def _plugins() -> Plugins:
    return Plugins.gather(find_plugins(find_distributions()))
