"""A baseline: what was found before and need not be told again, by its place in the report.

It names a file, a rule and a part of the report, or the text at the place where it is no part of
the official form; never a line, so that it stays true when lines move. It is kept as JSON with a
line for each entry.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from disclint.diagnostics import Diagnostic, SubjectKind
from disclint.errors import ConfigError
from disclint.settings.filenames import name_within
from disclint.suppressions import KEYS, standing_text

VERSION = 1

_MARK = "disclint-baseline"
_PARTS = frozenset({"cell", "row", "table", "text", ""})
_OTHER_KEYS = frozenset({"file", "code", "count"})

HasLooked = Callable[[str, str], bool]
"""Whether a rule, by its code, has looked at a file, by its name in the baseline."""


@frozen(order=True)
class Entry:
    """A rule that has spoken of a place in a file."""

    file: str
    """Relative to the folder of the baseline."""
    code: str
    kind: str
    """`cell`, `row`, `table` or `text`; nothing where it is the file."""
    part: str

    def __str__(self) -> str:
        """Return it as it is told to people."""
        return " ".join(filter(None, (self.file, self.code, self.part)))


Baseline = Mapping[Entry, int]
"""How often each is there."""


def entry_of(diagnostic: Diagnostic, folder: str) -> Entry:
    """Return what a baseline in `folder` calls `diagnostic`."""
    file = name_within(folder, diagnostic.path)
    subject = diagnostic.subject
    if subject and subject.kind is not SubjectKind.SECTION:
        return Entry(file, diagnostic.code, KEYS[subject.kind], subject.id)
    text = standing_text(diagnostic.text)
    return Entry(file, diagnostic.code, "text" if text else "", text)


@define
class Tally:
    """What a run has found, held against a baseline."""

    _baseline: Baseline
    _folder: str
    _found: Counter[Entry] = field(init=False, factory=Counter)

    def takes(self, diagnostic: Diagnostic) -> bool:
        """Count `diagnostic`; return whether the baseline has it, as often as that."""
        entry = entry_of(diagnostic, self._folder)
        self._found[entry] += 1
        return self._found[entry] <= self._baseline.get(entry, 0)

    def gone(self, has_looked: HasLooked) -> dict[Entry, int]:
        """Return what the baseline has and is not found any more, and how often."""
        return {
            entry: number - self._found[entry]
            for entry, number in sorted(self._baseline.items())
            if has_looked(entry.file, entry.code) and self._found[entry] < number
        }

    def pruned(self, has_looked: HasLooked) -> Baseline:
        """Return the baseline without what is gone; what nobody has looked for stays."""
        gone = self.gone(has_looked)
        left = {entry: number - gone.get(entry, 0) for entry, number in self._baseline.items()}
        return {entry: number for entry, number in left.items() if number}

    def renewed(self, has_looked: HasLooked) -> Baseline:
        """Return all that is found, and of the baseline what nobody has looked for."""
        kept = {
            entry: number
            for entry, number in self._baseline.items()
            if not has_looked(entry.file, entry.code)
        }
        return {**kept, **self._found}

    @property
    def count(self) -> int:
        """How much was found."""
        return self._found.total()


def write_baseline(baseline: Baseline) -> str:
    """Return `baseline` as JSON, sorted, an entry a line."""
    lines = []
    for entry, number in sorted(baseline.items()):
        part = {entry.kind: entry.part} if entry.kind else {}
        values = {"file": entry.file, "code": entry.code, **part, "count": number}
        lines.append("  " + json.dumps(values, ensure_ascii=False))
    found = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
    return f'{{"{_MARK}": {VERSION}, "findings": {found}}}\n'


def parse_baseline(text: str, path: str) -> Baseline:
    """Return the baseline that `text` is, which stands in the file at `path`.

    Raises:
        ConfigError: it is none, or damaged; the text says where.

    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        at = (
            f"{path}:{error.lineno}:{error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else path
        )
        message = f"{at}: is not JSON, so it is no baseline; write it anew with --write-baseline"
        raise ConfigError(message) from error
    if not isinstance(values, dict) or _MARK not in values:
        message = f"{path}: is no baseline: it has no `{_MARK}`"
        raise ConfigError(message)
    if values[_MARK] != VERSION:
        message = (
            f"{path}: is a baseline of version {values[_MARK]!r}; this program reads {VERSION}"
        )
        raise ConfigError(message)
    baseline: Counter[Entry] = Counter()
    for entry, number in _entries(values.get("findings"), path):
        baseline[entry] = max(baseline[entry], number)  # twice, where two branches were merged
    return dict(baseline)


def _entries(values: object, path: str) -> Iterator[tuple[Entry, int]]:
    if not isinstance(values, list):
        message = f"{path}: `findings` must be a list"
        raise ConfigError(message)
    for number, value in enumerate(values, start=1):
        entry = _entry(value)
        if entry is None:
            form = '{"file": "a.txt", "code": "DIS402", "cell": "...", "count": 1}'
            message = f"{path}: findings[{number}]: must be an entry such as {form}"
            raise ConfigError(message)
        yield entry, value["count"]


def _entry(value: Any) -> Entry | None:  # noqa: ANN401 - whatever the file may hold
    if not isinstance(value, dict):
        return None
    kind = "".join(value.keys() - _OTHER_KEYS)
    texts = [value.get("file"), value.get("code"), value.get(kind, "")]
    count = value.get("count")
    is_count = isinstance(count, int) and not isinstance(count, bool) and count > 0
    if kind not in _PARTS or not is_count or not all(isinstance(text, str) for text in texts):
        return None
    file, code, part = map(str, texts)
    return Entry(file, code, kind, part) if file and code else None
