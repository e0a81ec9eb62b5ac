"""The ledger, as people read it."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

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


def lines(source: Source, entries: Sequence[Entry], language: Language) -> Iterator[str]:
    """Yield a report's counts, then each entry that is broken or could not be decided."""
    yield source.path
    for subject, name in _SUBJECTS.items():
        yield "  " + _filled(_COUNTS, count(entries, subject), name).in_language(language)
    for entry in entries:
        if entry.standing in {Standing.BROKEN, Standing.UNDECIDED}:
            yield "  " + _line(source, entry, language)


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


class LedgerReport:
    """The ledgers of all files of one command line, as people read them."""

    def __init__(self, language: Language, path: str | None) -> None:
        self._language = language
        self._stream = _open(path)
        self._counts: Counter[Standing] = Counter()

    def enter(self, source: Source, entries: Sequence[Entry]) -> None:
        """Write how every rule and relation of one file came out."""
        for line in lines(source, entries, self._language):
            self._stream.write(f"{line}\n")
        self._counts += count(entries, Subject.RELATION)

    def close(self) -> None:
        """Write the sum of all that was entered."""
        self._stream.write(summary(self._counts, self._language) + "\n")
        if self._stream is not sys.stderr:
            self._stream.close()


def _open(path: str | None) -> TextIO:
    if path is None:
        return sys.stderr
    try:
        return Path(path).open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        message = f"cannot write the ledger to {path}: {error.strerror}"
        raise UsageError(message) from error
