"""The configuration: what the user knows of the reports, and wants of a run.

It stands in a file of TOML of its own, or under `[tool.disclint]` in a `pyproject.toml`; the
command line is read as one more, the nearest.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from attrs import field, fields, frozen

from disclint.binding.given import NOTHING_GIVEN, Given
from disclint.config.exclusion import Exclusion
from disclint.config.listed import Listed, read_listed
from disclint.config.rule_settings import read_choices, read_file_ignores, read_weights
from disclint.config.selection import Choice, FileIgnores, Selection, Weight
from disclint.diagnostics import Severity
from disclint.errors import ConfigError
from disclint.reading import Limits
from disclint.settings import Settings, parse_settings, read_settings_text
from disclint.settings.nearest import PROJECT
from disclint.settings.patterns import Patterns
from disclint.suppressions import Suppression, read_suppressions
from disclint.wording import Language

_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_ADDRESS = re.compile(r"https?://(?=\S*\{(?:code|name)\})(?:[^\s{}]|\{(?:code|name)\})+")
_MOST = 10**15
_MOST_SECONDS = 10**6
"""More than anybody has, and as much as the system can be told."""
LIMITS = {
    name.replace("_", "-"): range((_MOST_SECONDS if name.endswith("seconds") else _MOST) + 1)
    for name in (field.name for field in fields(Limits))
}
"""What one file may cost, by name, and how far each may be moved."""


@frozen
class Said:
    """A key as it is written, and where."""

    key: str
    value: object
    origin: str
    """The file or the option."""
    place: str
    """The file and line, or the option."""
    entries: Mapping[str, str] = field(factory=dict)
    """The place of each entry, if it is a table."""


@frozen(kw_only=True)
class Config:
    """What a configuration says; what it does not say is nothing."""

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
    choices: tuple[Choice, ...] = ()
    file_ignores: tuple[FileIgnores, ...] = ()
    weights: tuple[Weight, ...] = ()
    cache: bool | None = None
    """Whether results are kept from one run to the next."""
    cache_dir: str | None = None
    """The folder that they are kept in."""
    exclude: Patterns | None = None
    extend_exclude: tuple[Patterns, ...] = ()
    force_exclude: bool | None = None
    respect_gitignore: bool | None = None
    limit: Mapping[str, int] = field(factory=dict)
    encoding: str | None = None
    lang: Language | None = None
    output_format: str | None = None
    fail_level: Severity | None = None
    max_findings: int | None = None
    rule_pages: str | None = None
    """Where each rule has a page, with `{code}` or `{name}` in it."""
    folder: str | None = field(default=None, eq=False)
    """The folder that it stands in, if it stands in one."""
    said: tuple[Said, ...] = field(default=(), eq=False)
    """All keys as they are written, the nearest last."""

    def over(self, far: "Config") -> "Config":
        """Return what both say: lists and tables add up, of single values this one's counts."""
        names = [field.name for field in fields(Config)]
        return Config(**{name: _joined(getattr(far, name), getattr(self, name)) for name in names})

    @property
    def selection(self) -> Selection:
        """Which rules are to run, on which files, and how much each weighs."""
        return Selection(choices=self.choices, file_ignores=self.file_ignores, weights=self.weights)

    @property
    def exclusion(self) -> Exclusion:
        """What is passed over while folders are walked."""
        return Exclusion(
            patterns=(*filter(None, [self.exclude]), *self.extend_exclude),
            respects_gitignore=self.respect_gitignore is not False,
            is_forced=self.force_exclude is True,
        )

    @property
    def limits(self) -> Limits:
        """What one file may cost."""
        return Limits(**{name.replace("-", "_"): most for name, most in self.limit.items()})

    def given(self, path: str) -> Given:
        """Return what is said of the file at `path`; what is said last counts."""
        given = NOTHING_GIVEN
        for listed in self.reports:
            if listed.means(path):
                given = listed.given.over(given)
        return given


def _joined(far: Any, near: Any) -> Any:  # noqa: ANN401 - the values of any attribute
    if isinstance(near, tuple):
        return far + near
    if isinstance(near, Mapping):
        return {**far, **near}
    return far if near is None else near


def load_config(path: str, extended_by: tuple[str, ...] = ()) -> Config:
    """Return the configuration in the file at `path`, over those that it extends.

    Raises:
        ConfigError: one cannot be read or used; the text says which, which key and why.

    """
    if any(os.path.realpath(one) == os.path.realpath(path) for one in extended_by):
        message = f"{path}: extends itself: {' > '.join((*extended_by, path))}"
        raise ConfigError(message)
    asked_by = f", which {extended_by[-1]} extends" if extended_by else ""
    return parse_config(read_settings_text(path, asked_by), path, extended_by)


def parse_config(text: str, path: str, extended_by: tuple[str, ...] = ()) -> Config:
    """Return the configuration that `text` is, which stands in the file at `path`."""
    settings = parse_settings(text, path)
    if Path(path).name == PROJECT:
        tool = settings.table("tool")
        settings = tool.table("disclint")
        if "disclint" not in tool.values:
            message = f"{path}: has no `[tool.disclint]`"
            raise ConfigError(message)
    folder = str(Path(path).parent)
    extended = settings.text("extend")
    if extended is None:
        return read_config(settings, folder, path)
    far = load_config(str(Path(folder, extended)), (*extended_by, path))
    return read_config(settings, folder, path).over(far)


def read_config(settings: Settings, folder: str, path: str = "") -> Config:
    """Return what `settings` say, in which names of files are relative to `folder`.

    Raises:
        ConfigError: a key is wrong or unknown.

    """
    factor = settings.number("jump-factor", above=1)
    cache_dir = settings.text("cache-dir")
    exclude, extend_exclude = (
        _patterns(settings, key, folder) for key in ("exclude", "extend-exclude")
    )
    return settings.closed(
        Config(
            bodies=dict(_bodies(settings.table("bodies"))),
            reports=tuple(read_listed(one, folder) for one in settings.tables("reports")),
            packs=tuple(Path(folder, pack) for pack in settings.texts_if_given("packs")),
            options={} if factor is None else {"year-on-year-jump": {"factor": factor}},
            plugins=_plugins(settings),
            choices=read_choices(settings),
            file_ignores=tuple(read_file_ignores(settings.table("per-file-ignores"), folder)),
            weights=tuple(read_weights(settings.table("severity"))),
            cache=settings.flag("cache"),
            cache_dir=None if cache_dir is None else str(Path(folder, cache_dir)),
            exclude=exclude,
            extend_exclude=(extend_exclude,) if extend_exclude else (),
            force_exclude=settings.flag("force-exclude"),
            respect_gitignore=settings.flag("respect-gitignore"),
            limit=dict(_limits(settings.table("limit"))),
            encoding=_encoding(settings),
            lang=settings.choice("lang", get_args(Language)),
            output_format=settings.text("output-format"),
            fail_level=settings.choice("fail-level", Severity),
            max_findings=settings.whole("max-findings", range(_MOST + 1)),
            folder=folder if path else None,
            suppressions=read_suppressions(settings, path),
            rule_pages=_rule_pages(settings),
            said=tuple(_said(settings, key, path or f"--{key}") for key in settings.values),
        )
    )


def _said(settings: Settings, key: str, origin: str) -> Said:
    value = settings.values[key]

    def place(*way: str) -> str:
        line = settings.line(key, *way)
        return origin if line is None else f"{origin}:{line}"

    entries = {name: place(name) for name in value} if isinstance(value, Mapping) else {}
    return Said(key, value, origin, place(), entries)


def _patterns(settings: Settings, key: str, folder: str) -> Patterns | None:
    lines = settings.listed(key)
    if lines is None:
        return None
    patterns = Patterns(folder=folder, lines=lines, origin=settings.place(key))
    patterns.refuse_others()
    return patterns


def _limits(settings: Settings) -> Iterator[tuple[str, int]]:
    for name, within in LIMITS.items():
        if (most := settings.whole(name, within)) is not None:
            yield name, most
    settings.closed(None)


def _encoding(settings: Settings) -> str | None:
    key = "encoding"
    name = settings.text(key)
    try:
        " ".encode(name or "utf-8")
    except LookupError:
        raise settings.wrong(key, "the name of an encoding, such as `gb18030`") from None
    return name


def _plugins(settings: Settings) -> tuple[str, ...]:
    key = "plugins"
    names = settings.texts_if_given(key)
    if not all(_DISTRIBUTION.fullmatch(name) for name in names):
        raise settings.wrong(key, "names of distributions, such as `disclint-example`")
    return names


def _rule_pages(settings: Settings) -> str | None:
    key = "rule-pages"
    address = settings.text(key)
    if address and not _ADDRESS.fullmatch(address):
        wanted = "an address with `{code}` or `{name}` in it: `https://rules.example/{code}`"
        raise settings.wrong(key, wanted)
    return address


def _bodies(settings: Settings) -> Iterator[tuple[str, tuple[str, ...]]]:
    for parent in settings.values:
        children = settings.texts(parent)
        if len(set(children)) < len(children) or parent in children:
            raise settings.wrong(parent, "a list of other bodies, each named once")
        yield parent, children
