"""Which names are those of one body, as far as names tell for certain."""

import re
from collections.abc import Container, Iterator

from disclint import spelling

_GOVERNMENT = re.compile(r"人民政府$|(?<=街道)办事处$")
_OFFICE = re.compile(r"人民政府(?:办公室|办公厅)$")
_SHORTEST = 3
"""So many letters has a name that is one: 县人民政府 may be any county's."""


def body_of(name: str, offices: Container[str] = ()) -> str:
    """Return the name that the spellings of one body share, or nothing if it is no name.

    A government, 青禾县, reports under its own name, as 青禾县人民政府 or through its office, but
    for `offices` that are known to report for themselves. Of all other names only equal ones are
    those of one body: 区教育局 may be that of any district.
    """
    plain = spelling.normal(name)
    if plain in offices:
        return plain
    body = _GOVERNMENT.sub("", _OFFICE.sub("", plain))
    return body if len(body) >= _SHORTEST else ""


def is_office(name: str) -> bool:
    """Whether `name` is that of a government's own office."""
    return _OFFICE.search(spelling.normal(name)) is not None


def names_under(parent: str, name: str, offices: Container[str]) -> Iterator[str]:
    """Yield the names, as `body_of` gives them, of what is called `name` among those of `parent`.

    河口镇 under 青禾县 may report as 青禾县河口镇.
    """
    own = body_of(name, offices)
    yield own
    if not own.startswith(parent):
        yield parent + own


def may_be_one(one: str, other: str) -> bool:
    """Whether two names, as `body_of` gives them, are those of one body or may be.

    What is no name may be any, and 林业局 may be short for 青禾县林业局.
    """
    return one.endswith(other) or other.endswith(one)
