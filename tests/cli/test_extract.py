import csv
import io
import json
from collections import Counter
from pathlib import Path

from tests.cli.running import run

SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
FIGURES = 22 + 161 + 15


def test_there_is_a_line_for_every_figure_of_the_form() -> None:
    done = run("extract", SAMPLE)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert done.status == 0
    assert len(rows) == FIGURES
    assert rows[0].keys() >= {"file", "form", "table", "row", "column", "value", "unit", "state"}


def test_a_figure_has_its_names_its_value_and_its_place() -> None:
    (report,) = json.loads(run("extract", SAMPLE, "--format", "json").out)
    rows = report["figures"]
    found = next(row for row in rows if row["row_id"] == "procurement" and row["unit"])
    assert found == {
        "file": str(SAMPLE),
        "report": 1,
        "form": "active-2019",
        "table": 2,
        "row_id": "procurement",
        "row": "第二十条第（九）项 · 政府集中采购",
        "column_id": "amount",
        "column": "采购总金额",
        "text": "4120.6万",
        "value": "4120.6",
        "unit": "万",
        "line": 80,
        "column_number": 2,
        "part": "",
        "state": "figure",
    }


def test_what_is_no_figure_has_a_state_and_no_value() -> None:
    rows = csv.DictReader(io.StringIO(run("extract", SAMPLE).out))
    blanks = [row for row in rows if row["state"] != "figure"]
    assert [(row["line"], row["state"], row["value"]) for row in blanks] == [
        ("60", "blank", ""),
        ("377", "blank", ""),
    ]


def test_both_formats_say_the_same() -> None:
    by_line = csv.DictReader(io.StringIO(run("extract", SAMPLE).out))
    (report,) = json.loads(run("extract", SAMPLE, "--format", "json").out)
    as_text = [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in report["figures"]
    ]
    assert list(by_line) == as_text


def test_a_file_without_tables_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("通知\n", encoding="utf-8")
    done = run("extract", tmp_path / "a.txt", tmp_path / "none.txt", SAMPLE)
    assert done.status == 2
    assert "a.txt: no official table found" in done.err
    assert "none.txt: cannot be read: no such file" in done.err
    assert len(done.out.splitlines()) == FIGURES + 1


def test_of_nothing_the_json_is_an_empty_list(tmp_path: Path) -> None:
    done = run("extract", "--format", "json", tmp_path / "none.txt")
    assert json.loads(done.out) == []


def test_the_json_carries_the_ledger_whole() -> None:
    (report,) = json.loads(run("extract", SAMPLE, "--format", "json").out)
    counts = Counter((entry["subject"], entry["standing"]) for entry in report["ledger"])
    assert counts["relation", "held"] == 45
    assert counts["relation", "broken"] == 2
    (undecided,) = (
        entry
        for entry in report["ledger"]
        if entry["subject"] == "relation" and entry["standing"] == "undecided"
    )
    assert undecided == {
        "subject": "relation",
        "id": "R4",
        "name": "group-total",
        "where": "表四 · 行政复议",
        "standing": "undecided",
        "reason": "表四 · 行政复议 · 总计空白",
        "line": 377,
    }
