"""The configuration of a command line: what it says itself, over that of the nearest file."""

import argparse
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from disclint.cli.packs import packs_of
from disclint.config import Config, Said, load_config, read_config
from disclint.errors import ConfigError, UsageError
from disclint.settings import Settings
from disclint.settings.nearest import nearest

STANDARD_INPUT = "-"
_END_OF_OPTIONS = "--"
STANDARD_INPUT_NAME = "<stdin>"
CACHE_VARIABLE = "DISCLINT_CACHE_DIR"
"""The variable that names the folder of the cache, where the command line does not."""

_SINGLE = (
    *("cache", "cache_dir", "encoding", "fail_level", "force_exclude", "lang", "max_findings"),
    *("output_format", "respect_gitignore"),
)
"""Options that have one value, and are keys of a configuration as well."""
_LISTS = ("select", "extend_select", "ignore", "extend_ignore", "exclude", "extend_exclude")
"""Options that are lists with commas between, and may be given several times."""


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say which configuration counts."""
    group = parser.add_argument_group("configuration")
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--config",
        metavar="FILE",
        help="the configuration, in TOML (default: the nearest .disclint.toml, disclint.toml or "
        "pyproject.toml with [tool.disclint], from the folder of the report upwards)",
    )
    which.add_argument("--isolated", action="store_true", help="without any configuration")


def add_exclusion(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say what is passed over."""
    group = parser.add_argument_group("files left out")
    for name, text in (
        ("--exclude", "files and folders to be passed over, as in a .gitignore"),
        ("--extend-exclude", "more of them, besides those of the configuration"),
    ):
        group.add_argument(name, action="append", default=[], metavar="PATTERNS", help=text)
    group.add_argument(
        "--force-exclude",
        action=argparse.BooleanOptionalAction,
        help="pass over what is excluded even if it is named",
    )
    group.add_argument(
        "--respect-gitignore",
        action=argparse.BooleanOptionalAction,
        help="pass over what a .gitignore names while folders are walked (default: yes)",
    )


def configured(
    parser: argparse.ArgumentParser, arguments: Sequence[str]
) -> tuple[argparse.Namespace, Config]:
    """Return the options that `arguments` give, and the configuration with them in it.

    Options that are keys as well have the value that counts.

    Raises:
        ConfigError, UsageError: the configuration cannot be used, or an option cannot.

    """
    given, names = _parted(arguments)
    options = parser.parse_intermixed_args(given, argparse.Namespace(**dict.fromkeys(_SINGLE)))
    options.paths += names
    _name_paths(parser, options)
    path = _file(options)
    far = load_config(path) if path else Config()
    near = read_config(Settings("", dict(_given(options))), "")
    if options.pack:
        near = evolve(near, said=(*near.said, Said("packs", options.pack, "--pack", "--pack")))
    if near.cache_dir is None and (folder := os.environ.get(CACHE_VARIABLE)):
        said = Said("cache-dir", folder, CACHE_VARIABLE, CACHE_VARIABLE)
        near = evolve(near, cache_dir=folder, said=(*near.said, said))
    config = near.over(far)
    for name in _SINGLE:
        value = getattr(config, name)
        setattr(options, name, parser.get_default(name) if value is None else value)
    return options, evolve(config, packs=packs_of(options, config.packs))


def _parted(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the arguments before `--` and those after it, none of which is an option."""
    at = arguments.index(_END_OF_OPTIONS) if _END_OF_OPTIONS in arguments else len(arguments)
    return arguments[:at], arguments[at + 1 :]


def _name_paths(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Take the file that is asked about for the one that is named, where none need be."""
    asked = getattr(options, "explain", None)
    if asked and options.paths:
        parser.error("--explain FILE:LINE takes no PATH besides")
    if asked:
        options.paths = [asked.path]
    elif not options.paths and not getattr(options, "show_settings", False):
        parser.error("the following arguments are required: PATH")


def searches(options: argparse.Namespace) -> bool:
    """Whether the configuration is looked for."""
    return options.config is None and not options.isolated


def _file(options: argparse.Namespace) -> str | None:
    """Return the file that the configuration is in, if there is any.

    Raises:
        ConfigError: there is one for some reports, and another or none for others.

    """
    if not searches(options):
        file: str | None = options.config
        return file
    folders = {_folder(path, options): path for path in reversed(options.paths or ["."])}
    found = [(path, nearest(folder)) for folder, path in reversed(folders.items())]
    (first, file), *others = found
    for path, other in others:
        if other != file:
            message = (
                f"a run has one configuration, and that of {first} is {file or 'none'}, that of "
                f"{path} is {other or 'none'}; --config FILE names one for all"
            )
            raise ConfigError(message)
    return file


def _folder(path: str, options: argparse.Namespace) -> str:
    if path == STANDARD_INPUT:
        path = options.stdin_filename
    return path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120 - as it is


def _given(options: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    """Yield what the command line says, as a file would."""
    for name in _SINGLE:
        if getattr(options, name) is not None:
            yield _key(name), getattr(options, name)
    for name in _LISTS:
        if texts := getattr(options, name, None):
            yield _key(name), _split(texts, f"--{_key(name)}")
    for name, read in (("per_file_ignores", _read_file_ignores), ("severity", _read_severities)):
        if texts := getattr(options, name, None):
            yield _key(name), read(_split(texts, f"--{_key(name)}"))
    if options.limit:
        yield "limit", dict(options.limit)


def _key(name: str) -> str:
    return name.replace("_", "-")


def _split(texts: Iterable[str], option: str) -> list[str]:
    """Return what stands between the commas.

    Raises:
        UsageError: nothing does.

    """
    parts = [part.strip() for text in texts for part in text.split(",")]
    if not all(parts):
        message = f"{option} takes a list with commas between, and one part of it is empty"
        raise UsageError(message)
    return parts


def _read_file_ignores(parts: Sequence[str]) -> Mapping[str, list[str]]:
    """Return `PATTERN:CODE` as a table; a part without a pattern has that of the part before."""
    table: dict[str, list[str]] = {}
    pattern = ""
    for part in parts:
        before, colon, code = part.rpartition(":")
        pattern = before.strip() if colon else pattern
        if not pattern or not code.strip():
            message = f"--per-file-ignores takes PATTERN:CODE, and has {part}"
            raise UsageError(message)
        table.setdefault(pattern, []).append(code.strip())
    return table


def _read_severities(parts: Sequence[str]) -> Mapping[str, str]:
    """Return `CODE=SEVERITY` as a table."""
    table: dict[str, str] = {}
    for part in parts:
        code, equals, severity = part.partition("=")
        if not equals or not code.strip():
            message = f"--severity takes CODE=SEVERITY, and has {part}"
            raise UsageError(message)
        table[code.strip()] = severity.strip()
    return table
