"""`disclint new-plugin NAME`: a small, whole plugin, to be made one's own."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from disclint import __version__
from disclint.cli.console import Status, write_out
from disclint.cli.parser import Parser
from disclint.discovery import find_distributions
from disclint.errors import UsageError
from disclint.plugins import Plugin, find_plugins

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PREFIX = re.compile(r"[A-Z]{2,10}")
_PLACEHOLDER = re.compile("MODULE|PREFIX|NAME")
_SUFFIX = ".in"


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint new-plugin",
        description="Write the project of a plugin, disclint-NAME, into a new folder of that name: "
        "a check, two rules, a form, tests that pass.",
    )
    parser.add_argument(
        "name", metavar="NAME", help="what its rules are about: small letters, joined by hyphens"
    )
    parser.add_argument(
        "--prefix",
        metavar="LETTERS",
        help="the prefix of its codes, two to ten capital letters; the first three of NAME if none "
        "is given",
    )
    return parser


def new_plugin(arguments: Sequence[str]) -> int:
    """Write the project that `arguments` ask for; return the exit status.

    Raises:
        UsageError: a name cannot be used, or there is such a folder.

    """
    options = make_parser().parse_args(arguments)
    name = options.name.removeprefix("disclint-")
    if not _NAME.fullmatch(name):
        message = f"`{options.name}` must be words of small letters and digits, joined by hyphens"
        raise UsageError(message)
    words = _words(name, options.prefix or re.sub("[^a-z]", "", name)[:3].upper())
    project = dict(_files(words))
    folder = Path(words["distribution"])
    try:
        folder.mkdir()
    except FileExistsError:
        message = f"{folder} is there already; choose another name, or another place"
        raise UsageError(message) from None
    for path, text in project.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    write_out(
        [f"{folder}: a plugin with the rules {words['prefix']}101 and {words['prefix']}102\n"]
    )
    write_out([f"cd {folder} && python -m pip install -e '.[dev]' && python -m pytest\n"])
    return Status.CLEAN


def _words(name: str, prefix: str) -> dict[str, str]:
    """Return the words of a project, by what they stand for in the templates."""
    if not _PREFIX.fullmatch(prefix):
        message = f"the prefix of the codes must be two to ten capital letters, and is `{prefix}`"
        raise UsageError(message)
    module = f"disclint_{name.replace('-', '_')}"
    Plugin(module=module).refuse_prefix(prefix)
    for plugin in find_plugins(find_distributions()):
        if plugin.prefix == prefix:
            message = f"the prefix {prefix} is that of {plugin}; choose another by --prefix"
            raise UsageError(message)
    return {
        "name": name,
        "distribution": f"disclint-{name}",
        "module": module,
        "prefix": prefix,
        "version": __version__,
    }


def _files(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files of the project: the path of each, and its text."""
    for path, template in _templates(files("disclint").joinpath("scaffold"), ""):
        named = _PLACEHOLDER.sub(lambda found: words[found[0].lower()], path)
        yield named.removesuffix(_SUFFIX), Template(template).substitute(words)


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _templates(one, f"{path}{one.name}/")
        elif one.name.endswith(_SUFFIX):
            yield path + one.name, one.read_text(encoding="utf-8")
