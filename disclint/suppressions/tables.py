"""Suppressions written in TOML: in a configuration, or in a file of their own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from disclint.diagnostics import SubjectKind
from disclint.settings import Settings, parse_settings, read_settings_text
from disclint.settings.filenames import pattern_of
from disclint.source import FILE_START, Place
from disclint.suppressions.places import Listed

FILE_NAME = "disclint-suppressions.toml"
"""The file in which suppressions are looked for."""

KEYS = {
    SubjectKind.FIGURE: "cell",
    SubjectKind.ROW: "row",
    SubjectKind.TABLE: "table",
    SubjectKind.SECTION: "section",
}
"""The keys that name a part of a report."""

_KEY = "suppressions"


@frozen(kw_only=True)
class Suppression:
    """One table: what is not to be reported, why, and until when."""

    path: str
    """The file that it stands in."""
    line: int
    """The line on which it begins there."""
    where: str
    """The file and the way to the table."""
    files: Listed
    rule: str
    reason: str
    until: date | None
    part: tuple[SubjectKind, str] | None
    """What in a report it is about, as it is written."""

    def place(self) -> Place:
        """Return where it stands."""
        return Place(self.line, 1)


def load_suppressions(path: str) -> tuple[Suppression, ...]:
    """Return what stands in the file of suppressions at `path`.

    Raises:
        ConfigError: it cannot be read or used; the text says which key and why.

    """
    settings = parse_settings(read_settings_text(path), path)
    return settings.closed(read_suppressions(settings, path))


def read_suppressions(settings: Settings, path: str) -> tuple[Suppression, ...]:
    """Return the suppressions among the settings of the file at `path`.

    Raises:
        ConfigError: one of them cannot be used.

    """
    return tuple(_suppressions(settings, path))


def _suppressions(settings: Settings, path: str) -> Iterator[Suppression]:
    for table in settings.tables(_KEY):
        files = Listed(
            folder=str(Path(path).parent),
            pattern=(pattern := _due(table, "file", "the name of a file, or a pattern")),
            names=pattern_of(pattern),
            text=table.text("text") or "",
        )
        yield table.closed(
            Suppression(
                path=path,
                line=table.line() or FILE_START.line,
                where=table.where,
                files=files,
                rule=_due(table, "code", "the code of a rule, the beginning of one, or a name"),
                reason=_due(table, "reason", "why it is not to be reported"),
                until=table.day("until"),
                part=_part(table),
            )
        )


def _due(table: Settings, key: str, what: str) -> str:
    """Return a text that may not be left out."""
    text = table.text(key)
    if text is None:
        raise table.wrong(key, f"given: {what}")
    return text.strip()


def _part(table: Settings) -> tuple[SubjectKind, str] | None:
    named = [(kind, name) for kind, key in KEYS.items() if (name := table.text(key))]
    if len(named) > 1:
        kinds = ", ".join(KEYS.values())
        raise table.wrong(KEYS[named[1][0]], f"left out: of {kinds} only one is given")
    return named[0] if named else None
