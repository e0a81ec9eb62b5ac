"""The ledger, as people read it."""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from attrs import define, field

from disclint.errors import UsageError
from disclint.ledger import Entry, Standing, Subject, count
from disclint.source import Source
from disclint.wording import Language, Wording

_SUBJECTS = {
    Subject.RELATION: Wording("关系", "relations"),
    Subject.RULE: Wording("规则", "rules"),
}
_STANDINGS = {
    Standing.HELD: Wording("成立", "held"),
    Standing.BROKEN: Wording("不成立", "broken"),
    Standing.UNDECIDED: Wording("无法判断", "undecided"),
    Standing.NOT_APPLICABLE: Wording("不适用", "not applicable"),
}
_COUNTS = Wording(
    "{subject}：成立 {held}，不成立 {broken}，无法判断 {undecided}，不适用 {other}",
    "{subject}: {held} held, {broken} broken, {undecided} undecided, {other} not applicable",
)
_SUMMARY = Wording(
    "共检查关系：成立 {held}，不成立 {broken}，无法判断 {undecided}",
    "{held} relations held, {broken} broken, {undecided} undecided",
)


def summary(counts: Counter[Standing], language: Language) -> str:
    """Return the last line: how many relations were checked, and how they came out."""
    return _filled(_SUMMARY, counts, _SUBJECTS[Subject.RELATION]).in_language(language)


def _filled(words: Wording, counts: Counter[Standing], name: Wording) -> Wording:
    return words.filled(
        {
            "subject": name,
            "held": counts[Standing.HELD],
            "broken": counts[Standing.BROKEN],
            "undecided": counts[Standing.UNDECIDED],
            "other": counts[Standing.NOT_APPLICABLE],
        }
    )


def _line(source: Source, entry: Entry, language: Language) -> str:
    standing = _STANDINGS[entry.standing].in_language(language)
    name = f"{entry.id} {entry.name}" if entry.subject is Subject.RULE else entry.id
    where = "" if entry.subject is Subject.RULE else f" {entry.where.in_language(language)}"
    line = f"{standing:<10} {name}{where}"
    if entry.reason:
        line += f": {entry.reason.in_language(language)}"
    if entry.span:
        line += f" ({source.path}:{source.place(entry.span.start).line})"
    return line


@define
class _Page:
    """How one file came out: the counts, and each entry that is broken or could not be decided."""

    counts: dict[Subject, Counter[Standing]] = field(
        factory=lambda: {subject: Counter() for subject in _SUBJECTS}
    )
    lines: list[str] = field(factory=list)


class LedgerReport:
    """The ledgers of all files of one command line, as people read them.

    It is written at the end, when the files have been compared with each other as well.
    """

    def __init__(self, language: Language, path: str | None) -> None:
        self._language = language
        self._stream = _open(path)
        self._pages: defaultdict[str, _Page] = defaultdict(_Page)

    def enter(self, source: Source, entries: Sequence[Entry]) -> None:
        """Take down how rules and relations of one file came out."""
        page = self._pages[source.path]
        for subject in _SUBJECTS:
            page.counts[subject] += count(entries, subject)
        for entry in entries:
            if entry.standing in {Standing.BROKEN, Standing.UNDECIDED}:
                page.lines.append(_line(source, entry, self._language))

    def close(self) -> None:
        """Write all that was entered, and the sum."""
        total: Counter[Standing] = Counter()
        for path, page in self._pages.items():
            self._write(path)
            for subject, name in _SUBJECTS.items():
                counts = _filled(_COUNTS, page.counts[subject], name)
                self._write("  " + counts.in_language(self._language))
            for line in page.lines:
                self._write("  " + line)
            total += page.counts[Subject.RELATION]
        self._write(summary(total, self._language))
        if self._stream is not sys.stderr:
            self._stream.close()

    def _write(self, line: str) -> None:
        self._stream.write(f"{line}\n")


def _open(path: str | None) -> TextIO:
    if path is None:
        return sys.stderr
    try:
        return Path(path).open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        message = f"cannot write the ledger to {path}: {error.strerror}"
        raise UsageError(message) from error
