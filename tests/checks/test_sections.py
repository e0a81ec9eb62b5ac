"""The checks of presence, number and order of sections and tables."""

import pytest

from disclint.linter import Linter
from tests.checks.speaking import count, headings, report, said
from tests.writing import HEADINGS


@pytest.mark.parametrize("missing", range(6))
def test_a_missing_section_is_told_at_the_one_before(missing: int, linter: Linter) -> None:
    lines = [heading for number, heading in enumerate(HEADINGS) if number != missing]
    place = 2 * missing - 1 if missing else 1
    assert said(linter, "DIS101", headings(*lines)) == [
        f"{place}: the section {HEADINGS[missing]} is missing"
    ]


def test_where_most_headings_have_no_number_none_is_asked_for(linter: Linter) -> None:
    bare = [heading[2:] for heading in HEADINGS]
    assert count(linter, "DIS102", headings(*bare)) == 0
    assert count(linter, "DIS102", headings(*HEADINGS[:4], *bare[4:])) == 2


@pytest.mark.parametrize("number", ["3、", "3.", "４、", "（三）", "四、"])
def test_another_number_than_the_official_one_is_told(number: str, linter: Linter) -> None:
    lines = list(HEADINGS)
    lines[2] = number + lines[2][2:]
    assert count(linter, "DIS102", headings(*lines)) == 1
    assert count(linter, "DIS101", headings(*lines)) == 0


@pytest.mark.parametrize("number", ["三.", "三，", " 三、", "三 、"])
def test_how_a_number_is_set_off_is_no_matter(number: str, linter: Linter) -> None:
    lines = list(HEADINGS)
    lines[2] = number + lines[2][2:]
    assert count(linter, "DIS102", headings(*lines)) == 0


@pytest.mark.parametrize(
    ("order", "moved"), [((1, 0, 2, 3, 4, 5), 1), ((5, 0, 1, 2, 3, 4), 1), ((0, 3, 1, 2, 5, 4), 2)]
)
def test_as_few_sections_as_will_do_are_out_of_order(
    order: tuple[int, ...], moved: int, linter: Linter
) -> None:
    text = headings(*(HEADINGS[number] for number in order))
    assert count(linter, "DIS103", text) == moved


def test_tables_under_the_heading_of_another_are_out_of_order(linter: Linter) -> None:
    text = report(linter)
    start, middle, end = (text.index(heading) for heading in HEADINGS[1:4])
    first = text[start + len(HEADINGS[1]) : middle]
    second = text[middle + len(HEADINGS[2]) : end]
    swapped = text[:start] + HEADINGS[1] + second + HEADINGS[2] + first + text[end:]
    assert len(said(linter, "DIS103", swapped)) == 1


def test_a_table_anywhere_in_the_report_is_not_missing(linter: Linter) -> None:
    text = report(linter)
    heading = HEADINGS[1]
    moved = text.replace(heading, "").replace(HEADINGS[0], f"{HEADINGS[0]}\n\n{heading}")
    assert count(linter, "DIS104", moved) == 0


def test_a_table_of_contents_is_no_second_report(linter: Linter) -> None:
    contents = "\n".join(HEADINGS)
    text = report(linter).replace("\n", f"\n\n目录\n{contents}\n", 1)
    found = [
        one for code in ("DIS101", "DIS102", "DIS103", "DIS104") for one in said(linter, code, text)
    ]
    assert found == []


def test_many_missing_rows_are_told_in_one(linter: Linter) -> None:
    text = report(linter)
    first = text.index("\t（三）不予公开")
    last = text.index("\t（七）总计")
    (found,) = said(linter, "DIS105", text[:first] + text[last:])
    assert "17 rows of Table 3 are missing, from" in found
