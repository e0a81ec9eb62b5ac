"""The checks of single figures: units, amounts, powers, signs."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, report, said

AMOUNT = "active-2019.procurement.amount"
PROJECTS = "active-2019.procurement.projects"
FEES = "active-2021.fees.fees-collected"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("799100", {"DIS301"}),
        ("0", set()),
        ("0.00", set()),
        ("799100元", set()),
        ("79.91万元", set()),
        ("0.5亿元", set()),
        ("¥799100", set()),
        ("79.91万", {"DIS302"}),
        ("79.91亿", {"DIS302"}),
        ("12件", {"DIS302"}),
    ],
)
def test_an_amount_without_a_printed_unit_needs_one(
    text: str, codes: set[str], linter: Linter
) -> None:
    whole = report(
        linter, {AMOUNT: text, PROJECTS: "0" if text.startswith("0.0") or text == "0" else "3"}
    )
    assert {
        code for code in ("DIS301", "DIS302", "DIS303", "DIS305") if count(linter, code, whole)
    } == codes


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("43.788", "", ""),
        ("43.788万元", "DIS303", "warning"),
        ("437880元", "DIS302", "error"),
        ("0.0043亿元", "DIS302", "error"),
        ("43.788万", "DIS302", "warning"),
    ],
)
def test_an_amount_under_a_head_in_wan_needs_none(
    text: str, code: str, severity: str, linter: Linter
) -> None:
    whole = report(linter, {FEES: text}, year=2023, title="青禾县2023年政府信息公开工作年度报告")
    source = linter.read(whole.encode(), "report.txt")
    found = [one for one in linter.lint(source) if one.code.startswith("DIS3")]  # type: ignore[arg-type]
    assert [(one.code, one.severity.value) for one in found] == ([(code, severity)] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [("12件", "DIS303"), ("12项", "DIS303"), ("12元", "DIS302"), ("1.2万", "DIS302")],
)
def test_a_count_bears_no_unit(text: str, code: str, linter: Linter) -> None:
    whole = report(linter, {"active-2019.licences.decisions": text})
    assert count(linter, code, whole) == 1
    assert count(linter, "DIS207", whole) == 0


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("青禾县河口镇", "50000万元", 0),
        ("青禾县河口镇", "50001万元", 1),
        ("青禾县", "50001万元", 0),
        ("青禾县", "1000001万元", 1),
        ("云山市", "1000001万元", 0),
        ("云山市", "1001亿元", 1),
        ("青禾县河口镇", "999999999元", 0),
    ],
)
def test_what_is_too_much_depends_on_the_level(
    title: str, text: str, expected: int, linter: Linter
) -> None:
    whole = report(
        linter, {AMOUNT: text, PROJECTS: "3"}, title=f"{title}2020年政府信息公开工作年度报告"
    )
    assert count(linter, "DIS304", whole) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("青禾县河口镇", 1),
        ("青禾县林业局", 1),
        ("云山市青禾区", 1),
        ("云山市", 0),
        ("云山省司法厅", 0),
    ],
)
def test_rules_are_made_from_the_city_up(body: str, expected: int, linter: Linter) -> None:
    rules = {
        f"active-2019.rules.{column}": "1" for column in ("made", "disclosed", "disclosed-in-all")
    }
    whole = report(linter, rules, title=f"{body}2020年政府信息公开工作年度报告")
    assert count(linter, "DIS408", whole) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (("+3", "+4", "0"), 0),
        (("3", "4", "-2"), 0),
        (("+3", "4", "0"), 1),
        (("+3", "-4", "-2"), 0),
        (("0", "0", "0"), 0),
    ],
)
def test_signs_are_mixed_where_increases_are_written_both_ways(
    changes: tuple[str, ...], expected: int, linter: Linter
) -> None:
    rows = ("licences", "penalties", "fees")
    texts = {f"active-2019.{row}.change": text for row, text in zip(rows, changes, strict=True)}
    texts |= {f"active-2019.{row}.previous": "9" for row in rows}
    assert count(linter, "DIS209", report(linter, texts)) == expected


def test_a_row_that_is_blank_throughout_is_told_once(linter: Linter) -> None:
    blank = {f"active-2019.licences.{column}": "" for column in ("previous", "change", "decisions")}
    (found,) = said(linter, "DIS201", report(linter, blank))
    assert "行政许可: all 3 figures are blank" in found


def test_a_blank_that_relations_determine_is_told_with_its_value(linter: Linter) -> None:
    (found,) = said(linter, "DIS201", report(linter, {"requests-2019.disclosed.person": ""}))
    assert found.endswith("自然人 is blank; by the relations of the table it is 0")


def test_a_row_without_cells_that_relations_determine_is_told_with_its_figures(
    linter: Linter,
) -> None:
    text = report(linter)
    start = text.index("\t四、结转下年度继续办理\n") + len("\t四、结转下年度继续办理\n")
    (found,) = said(linter, "DIS202", text[:start] + text[start + 7 * len("\t0\n") :])
    assert found.endswith("by the relations of the table they are 0 0 0 0 0 0 0")


@pytest.mark.parametrize(
    ("year", "title", "expected"),
    [
        (2020, "青禾县2020年", 0),
        (2020, "青禾县2023年", 2),
        (2023, "青禾县2023年", 0),
        (2023, "青禾县2020年", 2),
        (2020, "青禾县", 0),
    ],
)
def test_the_edition_goes_by_the_report_year(
    year: int, title: str, expected: int, linter: Linter
) -> None:
    whole = report(linter, year=year, title=f"{title}政府信息公开工作年度报告")
    assert count(linter, "DIS108", whole) == expected
