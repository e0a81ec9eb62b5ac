"""Two real reports without any borders: what can be known of them, and what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from disclint.linter import Linter
from disclint.records import Record, figure_records
from disclint.source import Source

SEVEN_ZEROS = "0 0 0 0 0 0 0"
UNREADABLE = "unreadable"
# Read off the text by hand. Of a row that is not here, every figure is 0; of a row that cannot be
# known only that is written down.
FIGURES = {
    "2020": {
        "active-2019.rules": "0 0 7",
        "active-2019.normative-documents": UNREADABLE,
        "active-2019.licences": UNREADABLE,
        "active-2019.other-services": UNREADABLE,
        "active-2019.penalties": UNREADABLE,
        "active-2019.coercion": UNREADABLE,
        "active-2019.fees": "35 -15",
        "active-2019.procurement": UNREADABLE,
        "requests-2019.received": "20 0 0 0 0 1 21",
        "requests-2019.disclosed": "6 0 0 0 0 1 7",
        "requests-2019.partly-disclosed": "6 0 0 0 0 0 6",
        "requests-2019.unavailable-not-held": "4 0 0 0 0 0 4",
        "requests-2019.unavailable-unclear": "3 0 0 0 0 0 3",
        "requests-2019.declined-repeated": "3 0 0 0 0 0 3",
        "requests-2019.other-handling": "4 0 0 0 0 0 4",
        "requests-2019.results-total": "20 0 0 0 0 1 21",
    },
    "2021": {
        "active-2021.normative-documents": UNREADABLE,
        "active-2021.licences": "2293",
        "active-2021.penalties": "1282",
        "active-2021.coercion": "42",
        "active-2021.fees": "24252.311082",
        "requests-2021.received": "64 0 0 2 0 4 70",
        "requests-2021.disclosed": "27 0 0 2 0 1 30",
        "requests-2021.partly-disclosed": "5 0 0 0 0 0 5",
        "requests-2021.refused-internal-affairs": "1 0 0 0 0 0 1",
        "requests-2021.refused-enforcement-file": "6 0 0 0 0 0 6",
        "requests-2021.refused-administrative-query": "1 0 0 0 0 0 1",
        "requests-2021.unavailable-not-held": "22 0 0 0 0 3 25",
        "requests-2021.other-rest": "1 0 0 0 0 0 1",
        "requests-2021.results-total": "63 0 0 2 0 4 69",
        "requests-2021.carried-out": "1 0 0 0 0 0 1",
        "disputes.cases": "1 0 2 0 3 12 0 0 0 12 0 0 0 0 0",
    },
}
# What no relation was needed for: rows of zeros, and those whose borders stand in the text.
CERTAIN = {
    "2020": {"active-2019.rules", "active-2019.fees", "requests-2019.other-handling"},
    "2021": {"active-2021.licences", "active-2021.penalties", "active-2021.coercion"}
    | {"active-2021.fees"},
}
# Each read against the text: six rows of table 2 that cannot be known, and 部分公开 counted twice.
FINDINGS = {
    "2020": [
        "649 DIS502",
        "4653 DIS005",
        "4695 DIS005",
        "4714 DIS005",
        "4755 DIS005",
        "4769 DIS005",
        "4843 DIS005",
        "5412 DIS403",
    ],
    "2021": ["115 DIS701", "1574 DIS704", "2119 DIS005"],
}


def open_report(linter: Linter, folder: Path, year: str) -> Source:
    source = linter.open(str(folder / "corpus" / f"{year}_pingtan.runon.txt"))
    assert isinstance(source, Source)
    return source


def rows(records: Iterator[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(f"{record.form}.{record.row_id}", []).append(record)
    return found


@pytest.mark.parametrize("year", FIGURES)
def test_every_figure_that_can_be_known_is_read_to_the_digit(
    year: str, linter: Linter, real_reports: Path
) -> None:
    source = open_report(linter, real_reports, year)
    found = rows(figure_records(source, linter.bind(source)))
    assert FIGURES[year].keys() <= found.keys()
    assert sum(map(len, found.values())) == (22 + 161 + 15 if year == "2020" else 10 + 175 + 15)
    for name, records in found.items():
        zeros = " ".join("0" * len(records))
        expected = FIGURES[year].get(name, zeros)
        if expected == UNREADABLE:
            assert {record.state for record in records} == {UNREADABLE}, name
            continue
        assert " ".join(record.value for record in records) == expected, name
        plain = expected == zeros or name in CERTAIN[year]
        assert {record.state for record in records} == {"figure" if plain else "recovered"}, name


@pytest.mark.parametrize("year", FINDINGS)
def test_only_what_is_true_is_said(year: str, linter: Linter, real_reports: Path) -> None:
    found = linter.lint(open_report(linter, real_reports, year))
    assert {said.start.line for said in found} == {10}
    assert [f"{said.start.column} {said.code}" for said in found] == FINDINGS[year]


def test_the_row_that_is_counted_twice_is_named(linter: Linter, real_reports: Path) -> None:
    *_, found = linter.lint(open_report(linter, real_reports, "2020"))
    for words in ("写作 20", "26（6 + 6 + 4 + 3 + 3 + 4）", "共 2 列", "“（二）部分公开”一行"):
        assert words in found.message.zh


@pytest.mark.parametrize(("year", "broken"), [("2020", {"R2"}), ("2021", set())])
def test_no_relation_that_has_parted_a_figure_is_called_held(
    year: str, broken: set[str], linter: Linter, real_reports: Path
) -> None:
    verdict = linter.examine(open_report(linter, real_reports, year))
    outcomes = [o for one in verdict.inspection.reckonings for o in one.outcomes]
    assert {o.relation.id for o in outcomes if o.status == "broken"} == broken
    assert any(o.is_used for o in outcomes)
    assert {o.status for o in outcomes if o.is_used} == {"undecided"}
    assert {o.status for o in outcomes if o.relation.id == "R1"} <= {"held", "undecided"}


def test_one_line_without_tables_gives_its_six_sections(linter: Linter, real_reports: Path) -> None:
    name = "part_2020_kaiping_nongyeju_trad_notables.txt"
    source = linter.open(str(real_reports / "corpus" / name))
    assert isinstance(source, Source)
    assert len(linter.bind(source)[0].sections) == 6
    assert [found.code for found in linter.lint(source)] == ["DIS702", *["DIS104"] * 3]
