"""docs/coming-from.md names nothing that is not here."""

import re
from pathlib import Path

import pytest

from disclint.cli import COMMANDS, LINT
from disclint.cli.configuring import STANDARD_INPUT
from disclint.cli.lint import make_parser
from disclint.config import parse_config
from disclint.errors import ConfigError
from disclint.linter import Linter
from disclint.settings.nearest import NAMES
from disclint.suppressions import FILE_NAME

_PAGE = (Path(__file__).parent.parent / "docs" / "coming-from.md").read_text(encoding="utf-8")
_ROWS = [line.strip("|").split("|") for line in _PAGE.splitlines() if line.startswith("| ")][1:]
_OURS = [(row[0].strip(), re.findall("`([^`]+)`", row[-1])) for row in _ROWS]
_NAMED = [(what, name) for what, names in _OURS for name in names]


def keys() -> set[str]:
    """Return the keys of a configuration, as they are told to those who mistype one."""
    with pytest.raises(ConfigError) as raised:
        parse_config("zzz = 1", "disclint.toml")
    return set(str(raised.value).partition("there are ")[2].split(", "))


def is_here(name: str, linter: Linter) -> bool:
    """Whether there is an option, key, command, file or code of that name."""
    options = set(make_parser()._option_string_actions)
    match name.split():
        case [one] if one.startswith("-"):
            return one in options or one == STANDARD_INPUT
        case [one, _] if one.startswith("--"):
            return one in options
        case ["disclint", first, *_]:
            return first in COMMANDS or first == "PATH"
        case ["<!--", *_]:
            return name == "<!-- disclint: ignore[CODE] -- reason -->"
        case [one] if one.startswith("[["):
            return one.strip("[]") in keys()
        case _:
            files = (*NAMES, FILE_NAME)
            return name in keys() or name in files or linter.catalog.find(name) is not None


@pytest.mark.parametrize(("what", "name"), _NAMED)
def test_what_the_table_names_is_here(what: str, name: str, linter: Linter) -> None:
    assert is_here(name, linter), what


def test_every_row_says_what_it_is_here() -> None:
    assert len(_OURS) > 20
    assert [what for what, names in _OURS if not names] == ["rules of one's own"]
    assert all(len(row) == 7 for row in _ROWS)


def test_a_name_that_is_not_here_would_be_told(linter: Linter) -> None:
    for name in ("--nope", "nope", "disclint nope", "DIS999", "nope.toml"):
        assert not is_here(name, linter)
    assert LINT in COMMANDS
