"""Reports linted: read, parse, bind, look, sort."""

import errno
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from attrs import define, evolve, field, frozen

from disclint.binding import bind
from disclint.binding.bound import BoundReport
from disclint.borders import find_borders
from disclint.catalog import Catalog, Genre, load_catalog
from disclint.comparison import (
    Filed,
    Filing,
    Likeness,
    Neighbours,
    file_reports,
    find_likenesses,
    find_neighbours,
)
from disclint.config import Config
from disclint.config.selection import Selection
from disclint.diagnostics import Diagnostic
from disclint.engine import Engine, Inspection
from disclint.ledger import Entry, open_across, open_within
from disclint.parsing import parse
from disclint.plugins import Plugins
from disclint.reading import LimitError, Limits, Reader, Rejection, Request
from disclint.reading.opening import read_file, read_stream
from disclint.rule import Rule
from disclint.sayings import Sayings
from disclint.source import Comment, Source
from disclint.suppressions import Stretch, find_stretch
from disclint.wording import Facts, Wording

_T = TypeVar("_T")
_TEXT = ".txt"
"""What the reader of text reads, which takes what no other claims."""
_REASONS = {
    errno.ENOENT: Wording("没有这个文件", "no such file"),
    errno.EACCES: Wording("没有读取权限", "no permission to read it"),
    errno.EISDIR: Wording("这是文件夹", "it is a folder"),
}


@frozen
class Verdict:
    """What has come out for one file."""

    source: Source
    genre: str
    """The kind of report that the file holds."""
    reports: Sequence[BoundReport]
    """What the file holds: one report as a rule."""
    diagnostics: list[Diagnostic]
    """What is wrong, by place."""
    inspection: Inspection

    @property
    def failed(self) -> frozenset[str]:
        """The codes of the rules that have not looked to the end."""
        return self.inspection.failed

    def stretch(self, comment: Comment) -> Stretch | None:
        """Return the block that a comment in the file stands before, or nothing if none follows."""
        reports = (report.report for report in self.reports)
        return find_stretch(self.source, reports, comment.place)


@frozen
class Comparison:
    """What has come out for one file among others."""

    source: Source
    genre: str
    """The kind of report that the file holds."""
    neighbours: Sequence[Neighbours]
    """Each of its reports with those that it was set against."""
    diagnostics: list[Diagnostic]
    """What is wrong, by place."""
    inspection: Inspection


@define(slots=False)
class Linter:
    """Everything that is needed to lint: what the plugins bring, made ready once."""

    plugins: Plugins
    limits: Limits = field(factory=Limits)
    config: Config = field(factory=Config)
    selection: Selection = field(factory=Selection)

    @cached_property
    def catalog(self) -> Catalog:
        """The rules, as the configuration has them, and the forms."""
        found = load_catalog(self.plugins.packs, self.config.packs, self.plugins.checks)
        return evolve(found, rules=tuple(map(self._demanded, found.rules)))

    @cached_property
    def engines(self) -> Mapping[str, Engine]:
        """The rules that are asked for, with their checks, for each kind of report."""
        self.selection.refuse_unfit(self.catalog.rules, self.plugins.absent_prefixes)
        return {genre.id: self._engine(genre) for genre in self.catalog.genres}

    def engine_for(self, path: str, genre: str) -> Engine:
        """Return the one of the `engines` for the file at `path`, where rules may be ignored."""
        ignored = self.selection.ignored_in(path, self.catalog.rules)
        return self.engines[genre].without(ignored) if ignored else self.engines[genre]

    def _engine(self, genre: Genre) -> Engine:
        asked = filter(self.selection.covers, self.catalog.rules)
        rules = [rule for rule in asked if rule.report in ("", genre.id)]
        seconds = self.limits.check_seconds
        return Engine.build(rules, self.plugins.checks, genre.glossary, seconds)

    def _demanded(self, rule: Rule) -> Rule:
        """Return a rule as the configuration has it."""
        options = self.config.options.get(rule.name)
        severity = self.selection.severity(rule)
        changed = evolve(rule, options={**rule.options, **options}) if options else rule
        return changed.weighing(severity) if severity else changed

    @cached_property
    def sayings(self) -> Sayings:
        """What puts findings into words."""
        return Sayings(self.catalog, self.plugins, self.limits.check_seconds)

    def with_all_rules(self) -> "Linter":
        """Return a linter like this one, for which all rules are asked."""
        if not self.selection.choices and not self.selection.file_ignores:
            return self
        wide = evolve(self, selection=Selection())
        wide.catalog = self.catalog
        return wide

    def make_ready(self) -> None:
        """Read what is the same for all files, so that what is wrong with it is said first.

        Raises:
            PackError, PluginError: a pack or a plugin cannot be used.
            UsageError: a rule is asked for that there is not.

        """
        _ = self.engines, self.suffixes

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings of the files that can be read."""
        return self.plugins.suffixes

    def open(self, path: str, encoding: str | None = None) -> Source | Diagnostic:
        """Return the text of the file at `path`, or the diagnostic that says why there is none."""
        data = self.fetch(path)
        return data if isinstance(data, Diagnostic) else self.read(data, path, encoding)

    def read_stream(
        self, stream: BinaryIO, path: str, encoding: str | None = None
    ) -> Source | Diagnostic:
        """Return the text of what `stream` gives and is called `path`, as `open` does."""
        data = self.fetch_stream(stream, path)
        return data if isinstance(data, Diagnostic) else self.read(data, path, encoding)

    def fetch(self, path: str) -> bytes | Diagnostic:
        """Return what the file at `path` holds, or the diagnostic that says why it is not known."""
        return self.take(lambda most: read_file(path, most), path)

    def fetch_stream(self, stream: BinaryIO, path: str) -> bytes | Diagnostic:
        """Return what `stream` gives, which is called `path`, as `fetch` does."""
        return self.take(lambda most: read_stream(stream, most), path)

    def read(self, data: bytes, path: str, encoding: str | None = None) -> Source | Diagnostic:
        """Return the text of the file that holds `data` and is called `path`, as `open` does."""
        request = Request(data=data, path=path, encoding=encoding, limits=self.limits)
        reader = self._reader(data, path)
        try:
            source = self._ask(reader, path, lambda: reader.read(request))
        except LimitError as error:
            source = _too_much(error)
        return self.sayings.of_rejection(path, source) if isinstance(source, Rejection) else source

    def lint(self, source: Source) -> list[Diagnostic]:
        """Return what is wrong with the reports in `source`, by place."""
        return self.examine(source).diagnostics

    def examine(self, source: Source) -> Verdict:
        """Return what is wrong with the reports in `source`, and what was checked."""
        return self.judge(source, self.bind(source))

    def judge(self, source: Source, reports: Sequence[BoundReport]) -> Verdict:
        """Return the same of reports that are bound already."""
        genre = reports[0].genre
        inspection = self.engine_for(source.path, genre).inspect(reports)
        found = self.sayings.of_inspection(source, inspection, reports)
        return Verdict(source, genre, reports, found, inspection)

    def file(self, source: Source, reports: Sequence[BoundReport]) -> Filed:
        """Return what is to be kept of a file until it can be compared with the others."""
        return file_reports(source, reports)

    def compare(
        self, files: Sequence[Filed], previous: Filing | None = None
    ) -> Iterator[Comparison]:
        """Yield for each file what is wrong with its reports among those of all `files`.

        `previous` is taken for the report on the year before wherever it can be that.
        """
        filings = [filing for filed in files for filing in filed.filings]
        neighbours: dict[Filing, Neighbours] = {}
        likenesses: dict[Filing, list[Likeness]] = defaultdict(list)
        for genre in self.catalog.genres:
            own = [filing for filing in filings if filing.genre == genre.id]
            last = previous if previous and previous.genre == genre.id else None
            found = find_neighbours(own, self.config.bodies, last)
            neighbours |= {each.filing: each for each in found}
            for likeness in find_likenesses([last, *own] if last else own):
                likenesses[likeness.filing].append(likeness)
        for filed in files:
            known = [neighbours[filing] for filing in filed.filings]
            nodes = [node for each in known for node in (*each.kin(), *likenesses[each.filing])]
            inspection = self.engine_for(filed.source.path, filed.genre).look_at(nodes)
            said = self.sayings.of_inspection(filed.source, inspection, filed.filings)
            yield Comparison(filed.source, filed.genre, known, said, inspection)

    def ledger(self, verdict: Verdict) -> list[Entry]:
        """Return how every rule and relation came out for a file that is compared with none."""
        (comparison,) = self.compare([self.file(verdict.source, verdict.reports)])
        return [*self.ledger_within(verdict), *self.ledger_across(comparison)]

    def ledger_within(self, verdict: Verdict) -> list[Entry]:
        """Return how each rule and relation came out that asks for no other report."""
        engine = self.engine_for(verdict.source.path, verdict.genre)
        return list(open_within(engine, verdict.inspection))

    def ledger_across(self, comparison: Comparison) -> list[Entry]:
        """Return how each rule and relation came out that asks for other reports."""
        engine = self.engine_for(comparison.source.path, comparison.genre)
        return list(open_across(engine, comparison.inspection, comparison.neighbours))

    def bind(self, source: Source) -> tuple[BoundReport, ...]:
        """Return the reports that `source` holds, as their forms mean them; one as a rule.

        They are of the first kind of report whose tables are there, else whose sections are, else
        of the first kind of all.
        """
        readings: list[tuple[BoundReport, ...]] = []
        for genre in self.catalog.genres:
            readings.append(self._bind(source, genre))
            if any(report.tables for report in readings[-1]):
                return readings[-1]
        with_sections = (found for found in readings if any(one.is_report for one in found))
        return next(with_sections, readings[0])

    def _bind(self, source: Source, genre: Genre) -> tuple[BoundReport, ...]:
        document = parse(source, genre.vocabulary)
        given = self.config.given(source.path)
        reports = bind(document, genre.forms, genre.outline, given, genre.id)
        return tuple(map(find_borders, reports))

    def unopened(self, path: str, error: OSError) -> Diagnostic:
        """Return the diagnostic of a file or folder that cannot be opened."""
        reason = _REASONS.get(error.errno or 0) or Wording(str(error.strerror), str(error.strerror))
        return self.sayings.of_rejection(path, Rejection("unreadable-file", {"reason": reason}))

    def take(self, read: Callable[[int], bytes], path: str) -> bytes | Diagnostic:
        """Return what `read` gives, told how much it may be, or as `fetch` why there is none."""
        try:
            return read(self.limits.file_bytes)
        except OSError as error:
            return self.unopened(path, error)
        except LimitError as error:
            return self.sayings.of_rejection(path, _too_much(error))

    def _reader(self, data: bytes, path: str) -> Reader:
        """Return the reader that claims the file; what none does is taken for text."""
        suffix = Path(path).suffix.lower()
        readers = self.plugins.readers_for(suffix)
        for reader in readers:
            if self._ask(reader, path, partial(reader.claims, data, suffix)):
                return reader
        return next((one for one in readers if _TEXT in one.suffixes), readers[-1])

    def _ask(self, reader: Reader, path: str, ask: Callable[[], _T]) -> _T:
        """Return what `reader` answers; one that raises is a plugin's mistake, not the file's."""
        try:
            return ask()
        except LimitError:
            raise
        except (Exception, SystemExit) as error:
            raise self.plugins.failed(reader, f"reading {path}", error) from error


def _too_much(error: LimitError) -> Rejection:
    facts: Facts = {"limit": error.limit.replace("_", "-"), "most": error.most}
    return Rejection("unreadable-file", facts, variant="limit")
