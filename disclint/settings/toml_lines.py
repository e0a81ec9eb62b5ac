"""The lines on which the keys of a file of TOML stand, which its parser does not tell."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

_NAME = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_NAMES = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_LINE = re.compile(rf"\s*(?:(\[\[?)\s*({_NAMES})\s*\]|({_NAMES})\s*=)")
_FENCE = re.compile("\"{3}|'{3}")

Way = tuple[str, ...]
"""The names of the tables down to a key; of those in an array each is called `name[1]`."""


def line_of(text: str, way: Way) -> int | None:
    """Return the line of a key or table, or of the nearest around it that has one of its own."""
    lines = _lines(text)
    while way:
        line = lines.get(way) or lines.get((*way[:-1], way[-1].partition("[")[0]))
        if line is not None:
            return line
        way = way[:-1]
    return None


@lru_cache(maxsize=8)
def _lines(text: str) -> Mapping[Way, int]:
    lines: dict[Way, int] = {}
    for way, line in _ways(text):
        lines.setdefault(way, line)
    return lines


def _ways(text: str) -> Iterator[tuple[Way, int]]:
    table: Way = ()
    counts = Counter[Way]()
    for number, line in _outside_texts(text):
        found = _LINE.match(line)
        if found is None:
            continue
        bracket, header, key = found.groups()
        if key:
            yield (*table, *_split(key)), number
            continue
        table = _split(header)
        if bracket == "[[":
            counts[table] += 1
            table = (*table[:-1], f"{table[-1]}[{counts[table]}]")
        yield table, number


def _outside_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not begin within a text of several lines."""
    is_within = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not is_within:
            yield number, line
        if len(_FENCE.findall(line)) % 2:
            is_within = not is_within


def _split(names: str) -> Way:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, names))
