import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import fields

from disclint.census import Brief, FigureRow, FileRow, FindingRow, lint_batch
from disclint.census.batch import digest_of
from disclint.census.bench import bench_for
from disclint.census.rows import KINDS
from disclint.checks.missing_total import MissingTotal
from disclint.config import parse_config
from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.linter import Linter
from disclint.records import figure_records
from disclint.source import Source
from tests.together import report_of

SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"


def configured(text: str, **more: str) -> Brief:
    return Brief(config=parse_config(text, "disclint.toml"), encoding=more.get("encoding"))


def test_a_file_by_its_path_and_by_its_bytes_come_to_the_same() -> None:
    path = str(SAMPLE)
    assert lint_batch([path]) == lint_batch([(path, SAMPLE.read_bytes())])


def test_two_batches_put_together_are_one_batch(linter: Linter) -> None:
    items = [(f"{year}.txt", report_of(linter, year).encode()) for year in (2020, 2023)]
    apart = lint_batch(items[:1])
    apart.extend(lint_batch(items[1:]))
    assert apart == lint_batch(items)


def test_the_job_and_the_tables_can_be_sent_to_another_process() -> None:
    brief = configured('select = ["DIS4"]\nexclude = ["a*"]\n')
    assert brief.config.exclude
    assert brief.config.exclude.decide("a.txt")  # and what it has worked out for that goes along
    assert pickle.loads(pickle.dumps(brief)) == brief  # noqa: S301 - our own
    tables = lint_batch([str(SAMPLE)], brief)
    assert pickle.loads(pickle.dumps(tables)) == tables  # noqa: S301 - our own


def test_the_linter_is_built_once_for_a_job() -> None:
    sent = pickle.loads(pickle.dumps(configured('select = ["DIS4"]')))  # noqa: S301 - our own
    assert bench_for(sent) is bench_for(configured('select = ["DIS4"]'))


def test_the_findings_are_those_of_the_linter(linter: Linter) -> None:
    source = linter.open(str(SAMPLE))
    assert isinstance(source, Source)
    said = linter.lint(source)
    rows = lint_batch([str(SAMPLE)]).findings
    assert [(row.line, row.column, row.code, row.message_zh) for row in rows] == [
        (one.start.line, one.start.column, one.code, one.message.zh) for one in said
    ]


def test_the_figures_are_those_of_extract_with_who_reports_on_what(linter: Linter) -> None:
    source = linter.open(str(SAMPLE))
    assert not isinstance(source, Diagnostic)
    records = list(figure_records(source, linter.bind(source)))
    rows = lint_batch([str(SAMPLE)]).figures
    assert [(row.form, row.row_id, row.column_id, row.state, row.text) for row in rows] == [
        (one.form, one.row_id, one.column_id, one.state, one.text) for one in records
    ]
    assert {(row.body, row.region, row.year, row.edition) for row in rows} == {
        ("青禾县", "青禾县", 2020, "2019")
    }
    amount = next(row for row in rows if row.row_id == "procurement" and row.unit)
    assert amount.value == Decimal("4120.6")


def test_a_value_that_no_column_of_numbers_holds_stays_a_text(linter: Linter) -> None:
    text = report_of(linter, 2023, {"fees.collected": "3", "received.person": "9" * 30})
    rows = lint_batch([("a.txt", text.encode())]).figures
    (row,) = (one for one in rows if one.text == "9" * 30)
    assert row.value is None
    assert row.state == "figure"


def test_a_file_has_the_counts_of_its_ledger_and_of_what_was_found() -> None:
    tables = lint_batch([str(SAMPLE)])
    (file,) = tables.files
    assert file.digest == digest_of(SAMPLE.read_bytes())
    assert (file.is_read, file.kind, file.reports, file.year) == (True, "ogi", 1, 2020)
    assert (file.errors, file.warnings, file.remarks) == (3, 3, 1)
    assert (file.relations_held, file.relations_broken, file.relations_undecided) == (45, 2, 1)
    assert file.figures == sum(row.value is not None for row in tables.figures)


def test_a_file_that_cannot_be_read_has_a_row_and_a_finding(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    tables = lint_batch([path, ("empty.docx", b"PK\x03\x04")])
    assert [(row.file, row.is_read, row.reports, row.year) for row in tables.files] == [
        (path, False, 0, None),
        ("empty.docx", False, 0, None),
    ]
    assert [(row.file, row.code) for row in tables.findings] == [
        (path, "DIS001"),
        ("empty.docx", "DIS001"),
    ]
    assert tables.files[0].digest == ""


def test_two_bodies_in_one_file_leave_open_whose_the_file_is(linter: Linter) -> None:
    bodies = ("青禾县林业局", "青禾县教育局")
    text = "\n".join(report_of(linter, 2023, body=body) for body in bodies)
    tables = lint_batch([("both.txt", text.encode())])
    (file,) = tables.files
    assert (file.reports, file.body, file.region, file.year) == (2, None, "青禾县", 2023)
    assert {(row.report, row.body) for row in tables.figures} == set(enumerate(bodies, start=1))


def test_a_file_on_which_a_rule_failed_is_to_be_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(MissingTotal, "look", fail)
    (file,) = lint_batch([str(SAMPLE)], configured('select = ["missing-total"]')).files
    assert file.is_read
    assert file.digest == ""


def test_what_is_suppressed_is_in_the_table_and_does_not_count() -> None:
    brief = configured('[[suppressions]]\ncode = "DIS406"\nreason = "原件如此"\nfile = "a.txt"\n')
    tables = lint_batch([("a.txt", SAMPLE.read_bytes())], brief)
    suppressed = [row for row in tables.findings if row.suppressed_by]
    assert {(row.code, row.suppressed_by, row.suppressed_reason) for row in suppressed} == {
        ("DIS406", "configuration", "原件如此")
    }
    assert (tables.files[0].errors, tables.files[0].suppressed) == (2, 1)


def test_what_changes_what_comes_out_changes_what_it_was_made_with() -> None:
    briefs = [
        Brief(),
        configured('select = ["DIS4"]'),
        configured("jump-factor = 3"),
        configured("", encoding="gb18030"),
        configured('[severity]\nDIS402 = "warning"'),
    ]
    assert len({bench_for(brief).made_with for brief in briefs}) == len(briefs)
    spoken = configured('lang = "zh"\nmax-findings = 3\nexclude = ["a*"]\ncache = false')
    assert bench_for(spoken).made_with == bench_for(configured("")).made_with


def test_a_job_that_cannot_be_done_is_said_at_once() -> None:
    with pytest.raises(UsageError, match="no such rule"):
        lint_batch([], configured('select = ["wrong-figur"]'))


def test_each_table_has_the_columns_of_its_rows() -> None:
    tables = lint_batch([str(SAMPLE)])
    for name, kind in KINDS.items():
        columns = tables.columns(name)
        assert list(columns) == [one.name for one in fields(kind)]
        assert {len(values) for values in columns.values()} == {len(getattr(tables, name))}
    assert list(KINDS.values()) == [FigureRow, FindingRow, FileRow]
