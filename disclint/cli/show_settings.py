"""`disclint --show-settings`: each value and where it comes from, in TOML."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence

from disclint.cli.caching import default_folder
from disclint.cli.configuring import CACHE_VARIABLE, searches
from disclint.config import LIMITS, Said
from disclint.linter import Linter
from disclint.reading import Limits
from disclint.settings.notation import toml_text

_RULES = ("select", "extend-select", "ignore", "extend-ignore")
_ADDED = ("extend-exclude", "packs", "plugins")
"""Lists that add up; of other values the last counts."""
_NEVER_EMPTY = ("packs", "plugins")
_SINGLE = (
    *("exclude", "force-exclude", "respect-gitignore", "encoding", "lang", "output-format"),
    *("fail-level", "max-findings", "jump-factor", "cache", "cache-dir"),
)
_TABLES = ("severity", "per-file-ignores", "limit", "bodies")
_FACTOR = "year-on-year-jump"
_DEFAULT = "default"


def shown_settings(linter: Linter, options: argparse.Namespace) -> Iterator[str]:
    """Yield the settings of a run, line by line."""
    said = linter.config.said
    defaults = _defaults(linter, options)
    yield f"# {_files(said, options)}\n"
    for key in _RULES:
        yield from _list(key, _still_counting(said), defaults)
    for key in _ADDED:
        yield from _list(key, said, defaults)
    for key in _SINGLE:
        yield _single(key, said, defaults)
    for key in _TABLES:
        yield from _table(key, said, defaults)
    yield from _reports(said)
    yield from _left_out(linter)


def _defaults(linter: Linter, options: argparse.Namespace) -> Mapping[str, object]:
    jump = linter.catalog.find(_FACTOR)
    limits = Limits()
    return {
        "cache": True,
        "cache-dir": default_folder(),
        "select": ["ALL"],
        "exclude": [],
        "force-exclude": False,
        "respect-gitignore": True,
        "lang": options.lang,
        "output-format": options.output_format,
        "fail-level": options.fail_level,
        "jump-factor": jump.options.get("factor") if jump else None,
        "limit": {name: getattr(limits, name.replace("-", "_")) for name in LIMITS},
    }


def _files(said: Sequence[Said], options: argparse.Namespace) -> str:
    files = list(dict.fromkeys(one.origin for one in said if not _is_option(one)))
    if files:
        return f"configuration: {', over '.join(reversed(files))}"
    if not searches(options):
        return "configuration: none" if options.isolated else f"configuration: {options.config}"
    return "configuration: none was found"


def _is_option(one: Said) -> bool:
    return one.origin.startswith("--") or one.origin == CACHE_VARIABLE


def _still_counting(said: Sequence[Said]) -> Sequence[Said]:
    """Return what is said since rules were selected last; what was said before does not count."""
    layers = ["" if _is_option(one) else one.origin for one in said]
    anew = [layer for layer, one in zip(layers, said, strict=True) if one.key == "select"]
    return said[layers.index(anew[-1]) :] if anew else said


def _list(key: str, said: Sequence[Said], defaults: Mapping[str, object]) -> Iterator[str]:
    values = [(value, one.place) for one in said if one.key == key for value in _items(one.value)]
    values = values or [(value, _DEFAULT) for value in _items(defaults.get(key, []))]
    if not values:
        yield f"# {key} is not set\n" if key in _NEVER_EMPTY else f"{key} = []  # {_DEFAULT}\n"
        return
    yield f"{key} = [\n"
    for value, origin in values:
        yield f"    {toml_text(value)},  # {origin}\n"
    yield "]\n"


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _single(key: str, said: Sequence[Said], defaults: Mapping[str, object]) -> str:
    values = [(one.value, one.place) for one in said if one.key == key]
    value, origin = values[-1] if values else (defaults.get(key), _DEFAULT)
    return f"# {key} is not set\n" if value is None else f"{key} = {toml_text(value)}  # {origin}\n"


def _table(key: str, said: Sequence[Said], defaults: Mapping[str, object]) -> Iterator[str]:
    known = defaults.get(key)
    values = {name: (one, _DEFAULT) for name, one in _pairs(known)}
    for one in said:
        if one.key == key:
            values |= {name: (value, one.entries[name]) for name, value in _pairs(one.value)}
    yield f"\n[{key}]\n"
    for name, (value, origin) in values.items():
        yield f"{_name(name)} = {toml_text(value)}  # {origin}\n"


def _pairs(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from value.items()


def _reports(said: Sequence[Said]) -> Iterator[str]:
    for one in said:
        if one.key == "reports":
            for report in _items(one.value):
                yield f"\n[[reports]]  # {one.place}\n"
                for name, value in _pairs(report):
                    yield f"{_name(name)} = {toml_text(value)}\n"


def _name(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else toml_text(key)


def _left_out(linter: Linter) -> Iterator[str]:
    """Yield, as remarks, how many rules run and which do not."""
    decided = [(rule, linter.selection.decide(rule)) for rule in linter.catalog.rules]
    yield f"\n# rules that run: {sum(one.runs for _, one in decided)} of {len(decided)}\n"
    for rule, one in decided:
        if not one.runs:
            why = f"`{one.by.text}`, {one.by.origin}" if one.by else "not selected"
            yield f"# not {rule.code} {rule.name}: {why}\n"
