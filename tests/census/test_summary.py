from pathlib import Path
from zipfile import ZipFile

import pytest

from disclint.catalog import Catalog
from disclint.census import Tables, lint_batch
from disclint.census.arrow import arrow_tables
from disclint.census.page import page_of
from disclint.census.store import Store, write_beside
from disclint.census.summary import Summary, Worst, kind_of_code, sum_up
from disclint.cli.census_summary import summary_lines
from disclint.linter import Linter
from tests.together import report_of


def put(store: Store, tables: Tables) -> None:
    store.put(write_beside(store.folder, arrow_tables(tables)))


@pytest.fixture
def summary(linter: Linter, tmp_path: Path) -> Summary:
    """Sum up four reports, three of them with slips, a text that is none, and a missing file."""
    store = Store.open(tmp_path)
    slip, two = {"received.person": "3"}, {"received.person": "3", "rules.issued": "x"}
    first = {
        "a.txt": report_of(linter, 2021, slip, "青禾县"),
        "b.txt": report_of(linter, 2022, {}, "青禾县"),
    }
    second = {
        "c<&>.txt": report_of(linter, 2022, two, "河口&镇"),
        "d.txt": report_of(linter, 2022, slip, "河口镇"),
        "e.txt": "没有报告",
    }
    for texts in (first, second):
        put(store, lint_batch([(name, text.encode()) for name, text in texts.items()]))
    put(store, lint_batch([str(tmp_path / "none.txt")]))
    return sum_up(store)


def test_files_are_counted_by_what_they_hold(summary: Summary) -> None:
    counts = summary.files, summary.with_report, summary.without_report, summary.unread
    assert counts == (6, 4, 1, 1)
    assert summary.faulty == 3


def test_a_kind_of_error_counts_the_reports_that_have_it(summary: Summary) -> None:
    arithmetic = next(one for one in summary.kinds if one.key == "DIS4")
    assert (arithmetic.files, arithmetic.of) == (3, 4)
    assert arithmetic.share == pytest.approx(0.75)


def test_rules_come_with_the_most_frequent_first(summary: Summary) -> None:
    assert [one.files for one in summary.rules] == sorted(
        (one.files for one in summary.rules), reverse=True
    )
    assert summary.rules[0].name == "wrong-figure"
    assert summary.findings == sum(one.findings for one in summary.rules)


def test_years_and_bodies_have_shares_of_their_own(summary: Summary) -> None:
    assert [(one.key, one.files, one.of) for one in summary.years] == [
        ("2021", 1, 1),
        ("2022", 2, 3),
    ]
    shares = {one.key: (one.files, one.of) for one in summary.bodies}
    assert shares["青禾县"] == (1, 2)
    assert shares["河口镇"] == shares["河口&镇"] == (1, 1)


def test_the_worst_file_comes_first(summary: Summary) -> None:
    first, *others = summary.worst
    assert first.file == "c<&>.txt"
    assert others == [Worst("a.txt", 1, 0), Worst("d.txt", 1, 0)]


def test_a_kind_is_what_codes_begin_with() -> None:
    assert kind_of_code("DIS402") == "DIS4"
    assert kind_of_code("SGJ101") == "SGJ1"


def test_the_terminal_is_told_all_of_it_in_both_languages(
    summary: Summary, catalog: Catalog
) -> None:
    chinese = "".join(summary_lines(summary, catalog, "zh"))
    english = "".join(summary_lines(summary, catalog, "en"))
    assert "文件 6 份：有报告的 4 份，没有报告的 1 份，无法读取的 1 份" in chinese
    assert "有错误或警告的报告 3 份，占 75.0%" in chinese
    assert "DIS4 数量关系" in chinese
    assert "reports with an error or a warning: 3, 75.0%" in english
    assert "DIS4 arithmetic" in english
    assert len(chinese.splitlines()) == len(english.splitlines())


def test_the_page_says_the_same_and_asks_nothing_of_the_network(
    summary: Summary, catalog: Catalog
) -> None:
    page = "".join(page_of(summary, catalog, "zh"))
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="zh-CN">' in page
    assert "有错误或警告的报告 3 份，占 75.0%" in page
    assert page.count("<svg") == page.count("</svg>") == 4
    assert "://" not in page
    assert "<script" not in page
    assert "src=" not in page


def test_the_page_escapes_what_reports_and_files_are_called(
    summary: Summary, catalog: Catalog
) -> None:
    page = "".join(page_of(summary, catalog, "en"))
    assert "c&lt;&amp;&gt;.txt" in page
    assert "河口&amp;镇" in page
    assert "河口&镇" not in page


def test_an_empty_census_is_summed_up_as_well(catalog: Catalog, tmp_path: Path) -> None:
    summary = sum_up(Store.open(tmp_path))
    assert "".join(summary_lines(summary, catalog, "en")) == (
        "files: 0; with a report: 0, without: 0, unreadable: 0\n"
    )
    assert "</html>" in "".join(page_of(summary, catalog, "en"))


def test_the_template_of_the_page_is_in_the_wheel(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        assert "disclint/census/page.html.jinja" in archive.namelist()
