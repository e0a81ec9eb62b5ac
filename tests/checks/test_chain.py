"""Chains from year to year: what goes on, what breaks, and what cannot be told."""

from collections.abc import Mapping

import pytest

from disclint.ledger import Standing
from disclint.linter import Linter
from tests.filling import row_of
from tests.together import compare, entries, found, line_of, report_of, told

CARRIED_IN, CARRIED_OUT = "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"


def two_years(
    linter: Linter,
    before: Mapping[str, str],
    after: Mapping[str, str],
    year: int = 2023,
    rest: str = "0",
) -> dict[str, str]:
    return {
        "old.txt": report_of(linter, year - 1, before, rest=rest),
        "new.txt": report_of(linter, year, after, rest=rest),
    }


def seven_years(linter: Linter) -> dict[str, str]:
    """Return the reports of one body on seven years, over both editions, each going on from last.

    In year n, n requests are left over, one of them from a business.
    """
    return {
        f"{year}.txt": report_of(
            linter,
            year,
            row_of("carried-in", year - 2018, 1) | row_of("carried-out", year - 2017, 1),
        )
        for year in range(2018, 2025)
    }


def test_two_years_that_hang_together_are_silent(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3, 1), row_of("carried-in", 3, 1))
    assert told(linter, texts) == []


def test_a_broken_chain_names_both_places(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3, 1), row_of("carried-in", 2, 1))
    (one,) = found(linter, texts)
    old, new = (
        line_of(texts[name], row)
        for name, row in (("old.txt", CARRIED_OUT), ("new.txt", CARRIED_IN))
    )
    assert (one.path, one.start.line, one.code) == ("new.txt", new, "DIS601")
    assert one.message.zh == (
        "表三 · 二、上年结转政府信息公开申请数量：自然人 2（上一年为 3）、总计 3（上一年为 4），"
        f"与上一年报告的“四、结转下年度继续办理”不一致（old.txt:{old}）"
    )
    assert [(place.path, place.start.line) for place in one.related] == [("old.txt", old)] * 2


def test_seven_years_that_hang_together_are_silent(linter: Linter) -> None:
    assert told(linter, seven_years(linter)) == []


@pytest.mark.parametrize("year", range(2019, 2025))
def test_one_wrong_year_of_seven_is_said_where_it_begins(year: int, linter: Linter) -> None:
    texts = seven_years(linter)
    name = f"{year}.txt"
    texts[name] = texts[name].replace(f"| {year - 2018} | 1 |", "| 40 | 1 |", 1)
    assert told(linter, texts) == [f"{name}:{line_of(texts[name], CARRIED_IN)} DIS601"]


def test_the_order_of_the_files_does_not_matter(linter: Linter) -> None:
    texts = seven_years(linter)
    texts["2021.txt"] = texts["2021.txt"].replace("| 3 | 1 |", "| 40 | 1 |", 1)
    backwards = dict(reversed(texts.items()))
    assert told(linter, backwards) == told(linter, texts)


def test_a_year_that_is_left_out_ends_a_chain(linter: Linter) -> None:
    texts = seven_years(linter)
    del texts["2020.txt"]
    texts["2021.txt"] = texts["2021.txt"].replace("| 3 | 1 |", "| 40 | 1 |", 1)
    assert told(linter, texts) == []


def test_the_chain_of_requests_goes_on_where_the_edition_changes(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2), year=2021)
    assert told(linter, texts) == [f"new.txt:{line_of(texts['new.txt'], CARRIED_IN)} DIS601"]


def test_no_chain_of_documents_leads_from_the_other_edition(linter: Linter) -> None:
    """Table 2 of 2020 has three columns of other names in the place of those of 2021."""
    before = {"normative-documents.disclosed-in-all": "31"}
    texts = two_years(linter, before, {"normative-documents.in-force": "20"}, year=2021)
    assert told(linter, texts) == []
    (entry,) = (one for one in entries(linter, texts, "new.txt") if one.id == "R6")
    assert entry.standing is Standing.NOT_APPLICABLE
    assert str(entry.reason) == (
        "the table of the year before is of another edition, which has no such figures"
    )


def test_projects_are_those_of_last_year_with_their_change(linter: Linter) -> None:
    before = {"licences.previous": "12", "licences.change": "-3", "fees.previous": "5"}
    after = {"licences.previous": "12", "fees.previous": "5"}
    (one,) = found(linter, two_years(linter, before, after, year=2020))
    assert one.code == "DIS602"
    assert "写作 12，上一年报告的项目数量加增减为 9（12 - 3，见 old.txt:" in one.message.zh


def test_documents_in_force_are_those_of_last_year_with_their_change(linter: Linter) -> None:
    before = {"normative-documents.in-force": "20"}
    after = {
        "normative-documents.issued": "3",
        "normative-documents.repealed": "2",
        "normative-documents.in-force": "22",
    }
    (one,) = found(linter, two_years(linter, before, after))
    assert one.code == "DIS603"
    assert "现行有效加本年废止为 24（22 + 2），上一年现行有效加本年制发为 23" in one.message.zh


@pytest.mark.parametrize("blank", ["", "/", "未统计"])
def test_what_is_no_figure_is_not_zero_but_undecided(blank: str, linter: Linter) -> None:
    before = row_of("carried-out", 3) | {"carried-out.business": blank}
    texts = two_years(linter, before, row_of("carried-in", 3, 2))
    told_of = told(linter, texts)
    assert told_of == [f"new.txt:{line_of(texts['new.txt'], CARRIED_IN)} DIS601"]
    chain = [one for one in entries(linter, texts, "new.txt") if one.id == "R5"]
    assert [one.standing for one in chain][:2] == [Standing.HELD, Standing.UNDECIDED]
    assert str(chain[1].reason).endswith(f" (old.txt:{line_of(texts['old.txt'], CARRIED_OUT)})")
    assert chain[1].span is None


def test_a_blank_of_its_own_is_told_by_its_own_place(linter: Linter) -> None:
    after = row_of("carried-in", 3) | {"carried-in.business": ""}
    texts = two_years(linter, row_of("carried-out", 3), after)
    assert told(linter, texts) == []
    chain = [one for one in entries(linter, texts, "new.txt") if one.id == "R5"]
    assert chain[1].span
    assert str(chain[1].reason).endswith("商业企业 is blank")


def test_what_lies_past_the_end_of_a_file_is_unknown(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    texts["old.txt"] = texts["old.txt"].partition("（七）总计")[0]
    assert told(linter, texts) == []
    chain = [one.standing for one in entries(linter, texts, "new.txt") if one.id == "R5"]
    assert set(chain) == {Standing.UNDECIDED}


def test_a_table_that_leaves_zeros_blank_breaks_no_chain(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 3), rest="")
    assert told(linter, texts) == []


def test_in_the_ledger_a_chain_stands_as_it_came_out(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    ledger = entries(linter, texts, "new.txt")
    chain = [one.standing for one in ledger if one.id == "R5"]
    assert chain == [Standing.BROKEN, *[Standing.HELD] * 5, Standing.BROKEN]
    rules = {one.id: one.standing for one in ledger if one.id.startswith("DIS6")}
    assert rules["DIS601"] is Standing.BROKEN
    assert rules["DIS603"] is Standing.HELD
    assert rules["DIS605"] is Standing.NOT_APPLICABLE
    alone = entries(linter, texts, "old.txt")
    assert [(one.standing, str(one.reason)) for one in alone if one.id == "R5"] == [
        (Standing.NOT_APPLICABLE, "no report on the year before is given")
    ]


def test_two_reports_of_one_body_on_one_year_make_no_chain(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    for name in ("old.txt", "new.txt"):
        double = texts | {"again.txt": texts[name] + "\n附件\n"}
        assert told(linter, double) == []
        (entry,) = (one for one in entries(linter, double, "new.txt") if one.id == "R5")
        assert entry.standing is Standing.UNDECIDED
        assert str(entry.reason) == (
            f"there is more than one report of one body on one year: {name}, again.txt"
        )


def test_a_file_that_is_named_twice_is_one_report(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    (one,) = told(linter, texts)
    assert told(linter, texts | {"./old.txt": texts["old.txt"]}) == [one]
    twice = told(linter, texts | {"./new.txt": texts["new.txt"]})
    assert twice == [one, f"./{one}"]


def test_two_reports_of_one_year_in_one_file_are_two(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    texts["old.txt"] += "\n" + report_of(linter, 2022, row_of("carried-out", 4))
    assert told(linter, texts) == []


def test_who_cannot_be_told_has_no_chain_and_the_ledger_says_so(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    texts["new.txt"] = texts["new.txt"].replace("青禾县2023年", "", 1)
    assert told(linter, texts) == []
    ledger = entries(linter, texts, "new.txt")
    assert {str(one.reason) for one in ledger if one.id in ("R5", "DIS601")} == {
        "which body reports on which year cannot be told"
    }
    assert {one.standing for one in ledger if one.id in ("R5", "DIS601")} == {Standing.UNDECIDED}


def test_two_reports_in_one_file_are_set_against_each_other(linter: Linter) -> None:
    texts = two_years(linter, row_of("carried-out", 3), row_of("carried-in", 2))
    both = texts["old.txt"] + "\n" + texts["new.txt"]
    (comparison,) = compare(linter, {"both.txt": both})
    (one,) = comparison.diagnostics
    assert (one.code, one.path, one.related[0].path) == ("DIS601", "both.txt", "both.txt")
    assert f"both.txt:{line_of(texts['old.txt'], CARRIED_OUT)}" in one.message.zh
