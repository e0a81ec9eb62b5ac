"""The key of a result: a digest of all that it depends on."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from disclint.caching.program import UnknownError, digest_program
from disclint.caching.store import FORMAT
from disclint.linter import Linter
from disclint.reading.signatures import COMPOUND, RICH_TEXT
from disclint.rule import Rule

_LENGTH = 20


class Keys:
    """The keys of the results that a linter comes to."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._programs: dict[str, bytes | None] = {}

    def key(
        self, data: bytes, path: str, encoding: str | None, *, with_ledger: bool = False
    ) -> str | None:
        """Return the key for the file at `path` that holds `data`, or nothing if none is certain.

        The path is part of it: it stands in what is said, its ending tells a reader what the file
        is, and the configuration speaks of files by their names.
        """
        program = self._program(Path(path).suffix.lower())
        if program is None:
            return None
        linter = self._linter
        ignored = linter.selection.ignored_in(path, linter.catalog.rules)
        given = linter.config.given(path)
        parts = (path, encoding, with_ledger, sorted(ignored), given, _converter(data))
        digest = blake2b(program + self._demands, digest_size=_LENGTH)
        digest.update(_told(parts))
        digest.update(data)
        return digest.hexdigest()

    @cached_property
    def _demands(self) -> bytes:
        """A digest of what the configuration makes of the rules, and of the limits."""
        covered = [rule.code for rule in filter(self._linter.selection.covers, self._rules)]
        parts = (FORMAT, covered, [_demand(rule) for rule in self._rules], self._linter.limits)
        return blake2b(_told(parts)).digest()

    @property
    def _rules(self) -> tuple[Rule, ...]:
        return self._linter.catalog.rules

    def _program(self, suffix: str) -> bytes | None:
        """Return the digest of the program as it looks at files so called, if it can be told."""
        if suffix not in self._programs:
            linter = self._linter
            foreign = linter.plugins.foreign(suffix)
            try:
                digest = digest_program(foreign, linter.config.packs)
            except UnknownError:
                self._programs[suffix] = None
            else:
                self._programs[suffix] = digest
        return self._programs[suffix]


def _demand(rule: Rule) -> tuple[object, ...]:
    """Return what a configuration may change in a rule."""
    severities = {variant: message.severity for variant, message in rule.messages.items()}
    return rule.code, _ordered(rule.options), _ordered(severities)


def _ordered(mapping: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted(mapping.items(), key=lambda item: item[0])


def _converter(data: bytes) -> str:
    """Return which program of others converts a file, where that is needed."""
    if not data.startswith((COMPOUND, RICH_TEXT)):
        return ""
    from disclint.reading.conversion import find_office  # noqa: PLC0415 - needed for few files

    office = find_office()
    if office is None:
        return ""
    about = Path(office).stat()
    return f"{Path(office).resolve()} {about.st_size} {about.st_mtime_ns}"


def _told(parts: tuple[object, ...]) -> bytes:
    """Return `parts` in full: texts, numbers and what attrs shows of its classes."""
    return repr(parts).encode("utf-8", "backslashreplace")
