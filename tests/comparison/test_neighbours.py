"""Which report is set against which."""

import pytest

from disclint.comparison import Filing, can_be_before, find_neighbours
from disclint.forms import Scope
from disclint.linter import Linter
from tests.together import filings, report_of


def filed(linter: Linter, body: str, year: int, path: str = "") -> Filing:
    text = report_of(linter, year, body=body)
    (filing,) = filings(linter, {path or f"{body}{year}.txt": text})
    return filing


def before_of(given: list[Filing], previous: Filing | None = None) -> str:
    """Return the path of what the last of `given` is set against, or nothing."""
    *_, last = find_neighbours(given, {}, previous)
    return last.succession.before.source.path if last.succession else ""


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("青禾县", "青禾县人民政府"),
        ("青禾县人民政府", "青禾县人民政府办公室"),
        ("青禾县林业局", "青禾县林业局"),
    ],
)
def test_a_body_is_known_again_under_each_of_its_names(
    body: str, last: str, linter: Linter
) -> None:
    given = [filed(linter, last, 2022, "old.txt"), filed(linter, body, 2023)]
    assert before_of(given) == "old.txt"


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("青禾区教育局", "区教育局"),
        ("青禾县林业局", "青禾县林业和草原局"),
        ("青禾县", "青禾县林业局"),
        ("县人民政府", "县人民政府"),
    ],
)
def test_names_that_are_only_alike_are_not_guessed_to_be_one(
    body: str, last: str, linter: Linter
) -> None:
    assert before_of([filed(linter, last, 2022), filed(linter, body, 2023)]) == ""


def test_the_report_that_the_user_names_goes_before_all_others(linter: Linter) -> None:
    given = [filed(linter, "青禾县", 2022), filed(linter, "青禾县", 2023)]
    previous = filed(linter, "青禾县", 2022, "named.txt")
    assert before_of(given, previous) == "named.txt"


def test_a_report_that_is_named_for_one_body_leaves_the_chains_of_the_others(
    linter: Linter,
) -> None:
    given = [filed(linter, "云岭市", 2022, "old.txt"), filed(linter, "云岭市", 2023)]
    assert before_of(given, filed(linter, "青禾县", 2022)) == "old.txt"


@pytest.mark.parametrize(
    ("body", "year", "can_be"),
    [
        ("青禾县", 2022, True),
        ("青禾县人民政府", 2022, True),
        ("青禾县", 2021, False),
        ("青禾县", 2023, False),
        ("云岭市", 2022, False),
    ],
)
def test_what_is_named_must_not_be_another_one(
    body: str, year: int, linter: Linter, *, can_be: bool
) -> None:
    filing = filed(linter, "青禾县", 2023)
    assert can_be_before(filed(linter, body, year), filing) is can_be


def test_where_a_title_is_silent_the_user_is_believed(linter: Linter) -> None:
    text = report_of(linter, 2022).partition("\n")[2]
    (nobody,) = filings(linter, {"old.txt": text})
    assert can_be_before(nobody, filed(linter, "青禾县", 2023))
    assert can_be_before(filed(linter, "青禾县", 2022), nobody)


def test_what_is_alone_has_no_doubts(linter: Linter) -> None:
    (one,) = find_neighbours([filed(linter, "县人民政府", 2023)], {})
    assert (list(one.kin()), one.doubts) == ([], {})


def test_many_bodies_that_are_not_there_are_not_all_named(linter: Linter) -> None:
    bodies = {"青禾县": [f"青禾县第{number}中心" for number in range(1, 9)]}
    (one,) = find_neighbours([filed(linter, "青禾县", 2023)], bodies)
    assert one.doubts[Scope.BODIES].zh == (
        "缺所属机关 2023 年的报告：青禾县第1中心、青禾县第2中心、青禾县第3中心、"
        "青禾县第4中心、青禾县第5中心 等，另有 3 个"
    )
    assert one.doubts[Scope.BODIES].en.endswith("青禾县第5中心 and 3 more")
