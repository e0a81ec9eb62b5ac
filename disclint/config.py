"""The configuration: what the user knows of the reports, in a file of TOML.

It stands in a file of its own, or under `[tool.disclint]` in a `pyproject.toml`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from disclint.binding.bound import BodyKind
from disclint.binding.given import NOTHING_GIVEN, Given
from disclint.errors import ConfigError
from disclint.filenames import name_within, pattern_of
from disclint.settings import Settings, parse_settings, read_settings_text
from disclint.spelling import normal
from disclint.suppressions import Suppression, read_suppressions

_PROJECT = "pyproject.toml"
_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_YEARS = range(2008, 2100)
"""Since the first regulation there have been reports."""


@frozen
class Listed:
    """Files of a name or pattern, and what is said of them."""

    files: re.Pattern[str]
    given: Given


@frozen(kw_only=True)
class Config:
    """What a configuration says."""

    folder: str = ""
    """The folder that names of files are relative to."""
    bodies: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """The bodies under each government."""
    reports: tuple[Listed, ...] = ()
    packs: tuple[Path, ...] = ()
    """Folders of an organisation's own rules and forms."""
    options: Mapping[str, Mapping[str, object]] = field(factory=dict)
    """What is demanded otherwise than the rules have it, by the name of the rule."""
    plugins: tuple[str, ...] = ()
    """The distributions of plugins that must be installed."""
    suppressions: tuple[Suppression, ...] = ()
    """What is not to be reported."""

    def given(self, path: str) -> Given:
        """Return what is said of the file at `path`; what is said last counts."""
        name = name_within(self.folder, path)
        given = NOTHING_GIVEN
        for listed in self.reports:
            if listed.files.fullmatch(name):
                given = listed.given.over(given)
        return given


def load_config(path: str) -> Config:
    """Return the configuration in the file at `path`.

    Raises:
        ConfigError: it cannot be read or used; the text says which key and why.

    """
    return parse_config(read_settings_text(path), path)


def parse_config(text: str, path: str) -> Config:
    """Return the configuration that `text` is, which stands in the file at `path`."""
    settings = parse_settings(text, path)
    if Path(path).name == _PROJECT:
        settings = settings.table("tool").table("disclint")
        if not settings.values:
            message = f"{path}: has no `[tool.disclint]`"
            raise ConfigError(message)
    return _config(settings, path)


def _config(settings: Settings, path: str) -> Config:
    folder = str(Path(path).parent)
    factor = settings.number("jump-factor", above=1)
    return settings.closed(
        Config(
            folder=folder,
            bodies=dict(_bodies(settings.table("bodies"))),
            reports=tuple(map(_listed, settings.tables("reports"))),
            packs=tuple(Path(folder, pack) for pack in settings.texts_if_given("packs")),
            options={} if factor is None else {"year-on-year-jump": {"factor": factor}},
            plugins=_plugins(settings),
            suppressions=read_suppressions(settings, path),
        )
    )


def _plugins(settings: Settings) -> tuple[str, ...]:
    key = "plugins"
    names = settings.texts(key) if key in settings.values else ()
    if not all(_DISTRIBUTION.fullmatch(name) for name in names):
        raise settings.wrong(key, "names of distributions, such as `disclint-example`")
    return names


def _bodies(settings: Settings) -> Iterator[tuple[str, tuple[str, ...]]]:
    for parent in settings.values:
        children = settings.texts(parent)
        if len(set(children)) < len(children) or parent in children:
            raise settings.wrong(parent, "a list of other bodies, each named once")
        yield parent, children


def _listed(settings: Settings) -> Listed:
    key = "file"
    file = settings.text(key)
    if file is None:
        raise settings.wrong(key, "given: the name of a file, or a pattern like `2023/*.docx`")
    kind = settings.choice("kind", BodyKind)
    given = Given(
        body=normal(settings.text("body") or ""),
        year=settings.whole("year", _YEARS),
        kind=BodyKind(kind) if kind else None,
    )
    return settings.closed(Listed(pattern_of(file), given))
