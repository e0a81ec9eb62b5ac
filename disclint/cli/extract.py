"""`disclint extract FILE...`: give out the figures of reports."""

import argparse
import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from attrs import asdict, fields

from disclint.cli.console import Status, add_language, complain, write_out
from disclint.cli.inputs import add_inputs, nothing_in, open_inputs
from disclint.diagnostics import Diagnostic
from disclint.files import Empty
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.records import Record, figure_records
from disclint.source import Source
from disclint.wording import Language, Wording

_FORMATS = ("csv", "json")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="disclint extract",
        description="Give out every figure of the official tables, one record each.",
    )
    add_inputs(parser)
    parser.add_argument("--format", choices=_FORMATS, default=_FORMATS[0])
    add_language(parser)
    return parser


def extract(arguments: Sequence[str]) -> int:
    """Give out the figures of what `arguments` name; return the exit status."""
    options = make_parser().parse_args(arguments)
    job = _Extraction(Linter(Plugins.load()), options)
    write = _as_csv if options.format == "csv" else _as_json
    write_out(write(job.records()))
    return job.status


class _Extraction:
    """The figures of the files of one command line, and how it went."""

    def __init__(self, linter: Linter, options: argparse.Namespace) -> None:
        self.status = Status.CLEAN
        self._linter = linter
        self._options = options

    def records(self) -> Iterator[Record]:
        """Yield every figure; say on standard error of which files there is none."""
        for opened in open_inputs(self._linter, self._options):
            if isinstance(opened, Source):
                records = list(figure_records(opened, self._linter.bind(opened)))
                yield from records
                if records:
                    continue
            self.status = Status.FAILED
            complain(self._no_figures(opened), self._options.lang)

    def _no_figures(self, opened: Source | Diagnostic | Empty) -> Wording:
        if isinstance(opened, Empty):
            return nothing_in(opened, self._linter)
        if isinstance(opened, Diagnostic):
            return _prefixed(opened.path, opened.message)
        return _prefixed(
            opened.path, Wording("没有认出任何一张法定表格", "no official table found")
        )


def _prefixed(path: str, text: Wording) -> Wording:
    def said(language: Language) -> str:
        return f"{path}: {text.in_language(language)}"

    return Wording(said("zh"), said("en"))


def _as_csv(records: Iterable[Record]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    columns = [field.name for field in fields(Record)]
    rows = ([getattr(record, column) for column in columns] for record in records)
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow(row)
        yield line.getvalue()


def _as_json(records: Iterable[Record]) -> Iterator[str]:
    """Yield a JSON array, one record a line."""
    before = "[\n"
    for record in records:
        yield before + json.dumps(asdict(record), ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"
