"""The configuration that is nearest to a file."""

import os
from pathlib import Path

NAMES = (".disclint.toml", "disclint.toml", "pyproject.toml")
"""What it may be called; in one folder, the first of them that is there."""
PROJECT = NAMES[-1]
"""The one that holds other tables as well."""


def nearest(folder: str) -> str | None:
    """Return the path of the configuration in `folder`, or in the first above that has one."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - links are not followed
    found = (configuration_in(str(one)) for one in (here, *here.parents))
    return next((_shown(Path(path)) for path in found if path), None)


def configuration_in(folder: str) -> str | None:
    """Return the path of the configuration in `folder`, if there is one."""
    paths = (os.path.join(folder, name) for name in NAMES)  # noqa: PTH118 - as the user wrote it
    return next((path for path in paths if _is_configuration(Path(path))), None)


def _is_configuration(path: Path) -> bool:
    """Whether a file called by one of the `NAMES` has a word for disclint."""
    if not os.path.isfile(path):  # noqa: PTH113 - a Path raises where it may not look
        return False
    if path.name != PROJECT:
        return True
    try:
        text = path.read_bytes()
    except OSError:
        return True  # so that it is said by whoever reads it
    return b"disclint" in text and _has_table(text)


def _has_table(text: bytes) -> bool:
    import tomllib  # noqa: PLC0415 - only who has named disclint in it waits for it

    try:
        tables = tomllib.loads(text.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True
    tool = tables.get("tool")
    return isinstance(tool, dict) and "disclint" in tool


def _shown(path: Path) -> str:
    """Return a path as a user would write it: relative if it is below the current folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
