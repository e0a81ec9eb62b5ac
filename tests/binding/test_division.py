"""Several reports in one file."""

from collections.abc import Callable

import pytest

from disclint.diagnostics import Diagnostic
from disclint.forms import Form
from disclint.linter import Linter
from disclint.source import Source
from tests.writing import HEADINGS, write_report

EDITIONS = {
    2020: ("active-2019", "requests-2019", "disputes"),
    2023: ("active-2021", "requests-2021", "disputes"),
}
Write = Callable[[int], str]


@pytest.fixture(scope="module")
def write(forms: dict[str, Form]) -> Write:
    return lambda year: write_report(
        [forms[name] for name in EDITIONS[year]], lambda _: "0", "tabbed", year
    )


def lint(linter: Linter, text: str) -> list[Diagnostic]:
    return linter.lint(Source("report.txt", text))


@pytest.mark.parametrize("years", [(2020, 2023), (2023, 2020), (2023, 2023), (2020, 2023, 2020)])
def test_reports_one_after_the_other_are_each_read_by_themselves(
    years: tuple[int, ...], write: Write, linter: Linter
) -> None:
    text = "\n".join(map(write, years))
    reports = linter.bind(Source("report.txt", text))
    assert [report.identity.year for report in reports] == list(years)
    assert [len(report.sections) for report in reports] == [6] * len(years)
    assert [len(report.tables) for report in reports] == [3] * len(years)
    assert lint(linter, text) == []


def test_what_is_wrong_with_the_second_is_said_at_its_own_place(
    write: Write, linter: Linter
) -> None:
    first, second = write(2020), write(2023).replace(f"{HEADINGS[4]}\n", "", 1)
    found = lint(linter, first + second)
    assert [(said.code, said.start.line) for said in found] == [
        ("DIS101", first.count("\n") + lint(linter, second)[0].start.line)
    ]


def test_only_the_last_report_can_be_cut(write: Write, linter: Linter) -> None:
    first, second = write(2020), write(2023)
    found = lint(linter, first + second[: len(second) * 6 // 10])
    assert [said.code for said in found] == ["DIS006"]


def test_a_table_of_contents_is_no_report(write: Write, linter: Linter) -> None:
    title, rest = write(2020).split("\n", 1)
    text = "\n".join([title, "目录", *HEADINGS, rest])
    assert len(linter.bind(Source("report.txt", text))) == 1
    assert lint(linter, text) == []


def test_a_heading_that_comes_twice_is_a_slip_and_no_second_report(
    write: Write, linter: Linter
) -> None:
    text = write(2020) + f"{HEADINGS[0]}\n\n平稳有序。\n"
    assert len(linter.bind(Source("report.txt", text))) == 1


def test_a_title_that_is_not_there_leaves_the_year_open(write: Write, linter: Linter) -> None:
    second = write(2023).partition("\n")[2]
    reports = linter.bind(Source("report.txt", write(2020) + second))
    assert [report.identity.year for report in reports] == [2020, None]
