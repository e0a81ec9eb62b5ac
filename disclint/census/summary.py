"""What a census comes to: by kind of error, rule, year and body, and the worst files."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from disclint.census.store import Store
from disclint.sayings import CRASHED

_MOST = 10
"""How many of the worst files are named."""
_FILE = ("file", "is_read", "reports", "body", "year", "errors", "warnings")
_FINDING = ("file", "code", "name", "severity", "suppressed_by")
_GRAVE = frozenset({"error", "warning"})
_DIGITS = 3
"""What follows on the area in a code: DIS4, 02."""

Line = Mapping[str, Any]


@frozen
class Count:
    """How many files hold something, of how many, and how often it was found in all."""

    key: str
    """A kind of error, the code of a rule, a year, or the name of a body."""
    name: str
    files: int
    of: int
    findings: int

    @property
    def share(self) -> float:
        """The files that hold it, as a part of all."""
        return self.files / self.of if self.of else 0.0


@frozen
class Worst:
    """One of the files with the most errors."""

    file: str
    errors: int
    warnings: int


@frozen(kw_only=True)
class Summary:
    """What all files of a census come to; what is suppressed does not count, nor do remarks.

    Shares are of the files that hold a report.
    """

    files: int
    unread: int
    """The files that cannot be read."""
    without_report: int
    """The files that can be read and hold no report."""
    with_report: int
    faulty: int
    """The files with a report that hold an error or a warning."""
    findings: int
    kinds: tuple[Count, ...]
    """By the beginning of the codes, `DIS4`."""
    rules: tuple[Count, ...]
    """The most frequent first."""
    years: tuple[Count, ...]
    bodies: tuple[Count, ...]
    """Those with the most findings first."""
    worst: tuple[Worst, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file has been read, and looked at by every rule."""
        return not self.unread and all(one.name != CRASHED for one in self.rules)


@define
class _Group:
    """Files of one year or body."""

    all: int = 0
    faulty: int = 0
    findings: int = 0

    def take(self, findings: int) -> None:
        """Count one more file."""
        self.all += 1
        self.faulty += findings > 0
        self.findings += findings


@define
class _Tally:
    """What has been counted so far."""

    files: int = 0
    unread: int = 0
    with_report: int = 0
    faulty: int = 0
    kinds: Counter[str] = field(factory=Counter)
    kind_files: Counter[str] = field(factory=Counter)
    rules: Counter[str] = field(factory=Counter)
    rule_files: Counter[str] = field(factory=Counter)
    names: dict[str, str] = field(factory=dict)
    years: defaultdict[str, _Group] = field(factory=lambda: defaultdict(_Group))
    bodies: defaultdict[str, _Group] = field(factory=lambda: defaultdict(_Group))
    worst: list[Worst] = field(factory=list)

    def take_files(self, lines: Iterable[Line]) -> set[str]:
        """Count files; return those that hold a report."""
        reporting = set()
        for line in lines:
            self.files += 1
            self.unread += not line["is_read"]
            if line["reports"]:
                reporting.add(line["file"])
                self._take_reporting(line)
        self.worst = sorted(self.worst, key=_by_weight)[:_MOST]
        return reporting

    def _take_reporting(self, line: Line) -> None:
        findings = line["errors"] + line["warnings"]
        self.with_report += 1
        self.faulty += findings > 0
        self.years[str(line["year"] or "")].take(findings)
        self.bodies[line["body"] or ""].take(findings)
        if findings:
            self.worst.append(Worst(line["file"], line["errors"], line["warnings"]))

    def take_findings(self, lines: Iterable[Line]) -> None:
        """Count findings in files that hold a report."""
        met = set()
        for line in lines:
            code = line["code"]
            self.names[code] = line["name"]
            self.rules[code] += 1
            self.kinds[kind_of_code(code)] += 1
            met.add((line["file"], code))
        self.rule_files.update(code for _, code in met)
        by_kind = {(file, kind_of_code(code)) for file, code in met}
        self.kind_files.update(kind for _, kind in by_kind)


def kind_of_code(code: str) -> str:
    """Return the kind of error that a rule is about, as its code tells: `DIS4` of `DIS402`."""
    return code[: 1 - _DIGITS]


def sum_up(store: Store) -> Summary:
    """Return what the census in `store` comes to."""
    tally = _Tally()
    parts = zip(store.tables("files", _FILE), store.tables("findings", _FINDING), strict=True)
    for files, findings in parts:
        reporting = tally.take_files(files.to_pylist())
        tally.take_findings(_counting(findings.to_pylist(), reporting))
    return _summary(tally)


def _counting(lines: Iterable[Line], reporting: set[str]) -> Iterator[Line]:
    for line in lines:
        if line["file"] in reporting and line["severity"] in _GRAVE and not line["suppressed_by"]:
            yield line


def _summary(tally: _Tally) -> Summary:
    def counts(found: Counter[str], files: Counter[str]) -> Iterator[Count]:
        for key, findings in found.items():
            name = tally.names.get(key, "")
            yield Count(key, name, files[key], tally.with_report, findings)

    return Summary(
        files=tally.files,
        unread=tally.unread,
        without_report=tally.files - tally.unread - tally.with_report,
        with_report=tally.with_report,
        faulty=tally.faulty,
        findings=tally.rules.total(),
        kinds=_sorted(counts(tally.kinds, tally.kind_files), lambda one: one.key),
        rules=_sorted(counts(tally.rules, tally.rule_files), _by_files),
        years=_sorted(_of_groups(tally.years), lambda one: one.key),
        bodies=_sorted(_of_groups(tally.bodies), _by_findings),
        worst=tuple(tally.worst),
    )


def _sorted(counts: Iterable[Count], key: Callable[[Count], Any]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=key))


def _by_files(one: Count) -> tuple[int, int, str]:
    return -one.files, -one.findings, one.key


def _by_findings(one: Count) -> tuple[int, int, str]:
    return -one.findings, -one.files, one.key


def _by_weight(one: Worst) -> tuple[int, int, str]:
    return -one.errors, -one.warnings, one.file


def _of_groups(groups: Mapping[str, _Group]) -> Iterator[Count]:
    for key, group in groups.items():
        yield Count(key, "", group.faulty, group.all, group.findings)
