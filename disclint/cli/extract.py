"""`disclint extract FILE...`: give out the figures of reports."""

import argparse
import csv
import io
import json
from collections.abc import Iterator, Sequence

from attrs import asdict, fields

from disclint.binding.bound import BoundReport
from disclint.cli.configuring import add_configuration, add_exclusion, configured
from disclint.cli.console import Status, add_language, complain, prints_all, write_out
from disclint.cli.inputs import add_inputs, nothing_in, open_inputs
from disclint.cli.packs import add_packs
from disclint.cli.parser import Parser
from disclint.cli.plugging import add_plugins, linter_of
from disclint.diagnostics import Diagnostic
from disclint.files import Empty
from disclint.ledger import Entry
from disclint.linter import Linter
from disclint.records import Record, figure_records
from disclint.source import Source
from disclint.wording import Language, Wording

_FORMATS = ("csv", "json")
_NO_TABLE = Wording("没有认出任何一张法定表格", "no official table found")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(
        prog="disclint extract",
        description="Give out every figure of the official tables, one record each.",
    )
    add_inputs(parser)
    parser.add_argument("--format", choices=_FORMATS, default=_FORMATS[0])
    add_language(parser)
    add_configuration(parser)
    add_exclusion(parser)
    add_packs(parser)
    add_plugins(parser)
    return parser


def extract(arguments: Sequence[str]) -> int:
    """Give out the figures of what `arguments` name; return the exit status."""
    options, config = configured(make_parser(), arguments)
    job = _Extraction(linter_of(options, config), options)
    write_out(_as_csv(job) if options.format == "csv" else _as_json(job))
    return job.status


class _Extraction:
    """The files of one command line that have figures, and how it went."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        self.linter = linter
        self.status = Status.CLEAN
        self._options = options

    def files(self) -> Iterator[tuple[Source, Sequence[BoundReport]]]:
        """Yield every file with a table; say on standard error in which there is none."""
        for opened in open_inputs(self.linter, self._options):
            if isinstance(opened, Source):
                reports = self.linter.bind(opened)
                if any(report.tables for report in reports):
                    yield opened, reports
                    continue
            self.status = Status.FAILED
            complain(self._no_figures(opened), self._options.lang)

    def _no_figures(self, opened: Source | Diagnostic | Empty) -> Wording:
        if isinstance(opened, Empty):
            return nothing_in(opened, self.linter)
        if isinstance(opened, Diagnostic):
            return _prefixed(opened.path, opened.message)
        return _prefixed(opened.path, _NO_TABLE)


def _prefixed(path: str, text: Wording) -> Wording:
    def said(language: Language) -> str:
        return f"{path}: {text.in_language(language)}"

    return Wording(said("zh"), said("en"))


def _as_csv(job: _Extraction) -> Iterator[str]:
    """Yield a line for each figure."""
    columns = [field.name for field in fields(Record)]
    yield _csv_line(columns)
    for source, reports in job.files():
        for record in figure_records(source, reports):
            yield _csv_line([getattr(record, column) for column in columns])


def _csv_line(values: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def _as_json(job: _Extraction) -> Iterator[str]:
    """Yield an array with an object for each file: its figures and its ledger, whole."""
    before = "[\n"
    for source, reports in job.files():
        verdict = job.linter.judge(source, reports)
        told = {
            "file": source.path,
            "figures": [asdict(one) for one in figure_records(source, reports)],
            "ledger": [_entry(source, one) for one in job.linter.ledger(verdict)],
        }
        yield before + json.dumps(told, ensure_ascii=not prints_all(), indent=1)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _entry(source: Source, entry: Entry) -> dict[str, object]:
    """Return an entry of the ledger; its words are Chinese, its keys and standings are fixed."""
    return {
        "subject": entry.subject,
        "id": entry.id,
        "name": entry.name,
        "where": entry.where.zh,
        "standing": entry.standing,
        "reason": entry.reason.zh if entry.reason else None,
        "line": source.place(entry.span.start).line if entry.span else None,
    }
