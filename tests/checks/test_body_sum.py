"""A government and its bodies: sums that hold, that do not, and that cannot be told yet."""

from collections.abc import Mapping

import pytest
from attrs import evolve

from disclint.config import Config
from disclint.ledger import Entry, Standing
from disclint.linter import Linter
from tests.filling import row_of
from tests.together import entries, found, line_of, report_of, told

CHILDREN = ("青禾县林业局", "青禾县教育局", "青禾县财政局", "河口镇", "云溪街道")
TITLES = (*CHILDREN[:3], "青禾县河口镇人民政府", "云溪街道办事处")
"""As the bodies write their names in their own reports."""
RECEIVED = "一、本年新收政府信息公开申请数量"


@pytest.fixture
def county(linter: Linter) -> Linter:
    """Return a linter that knows the five bodies under 青禾县."""
    return evolve(linter, config=Config(bodies={"青禾县": CHILDREN}))


def six(linter: Linter, own: Mapping[str, str], year: int = 2023) -> dict[str, str]:
    """Return the reports of 青禾县 and of its five bodies, which received 1, 2, 3, 4 and 5."""
    texts = {
        f"{number}.txt": report_of(
            linter, year, row_of("received", number) | {"cases.review-upheld": "1"}, body=title
        )
        for number, title in enumerate(TITLES, start=1)
    }
    return texts | {"county.txt": report_of(linter, year, own, body="青禾县人民政府")}


RIGHT = row_of("received", 15) | {"cases.review-upheld": "5"}


def sums(linter: Linter, texts: Mapping[str, str]) -> list[Entry]:
    return [one for one in entries(linter, texts, "county.txt") if one.id == "R12"]


def test_a_government_whose_figures_are_the_sums_is_silent(county: Linter) -> None:
    texts = six(county, RIGHT)
    assert told(county, texts) == []
    assert {one.standing for one in sums(county, texts)} == {Standing.HELD}


def test_a_sum_that_is_out_names_every_place(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    (one,) = found(county, texts)
    lines = {name: line_of(text, RECEIVED) for name, text in texts.items()}
    assert (one.path, one.start.line, one.code) == ("county.txt", lines["county.txt"], "DIS605")
    terms = " + ".join(f"{number}（{number}.txt:{lines['1.txt']}）" for number in range(1, 6))
    assert one.message.zh == (
        "表三 · 一、本年新收政府信息公开申请数量：自然人 16，所属 5 个机关之和为 15："
        f"{terms}；本行共 2 列不符"
    )
    assert [place.path for place in one.related][:5] == [f"{number}.txt" for number in range(1, 6)]


def test_a_sum_of_table_four_is_said_by_its_column(county: Linter) -> None:
    texts = six(county, RIGHT | {"cases.review-upheld": "6"})
    (one,) = found(county, texts)
    assert one.message.zh.startswith(
        "表四：行政复议 · 结果维持 6，所属 5 个机关之和为 5：1（1.txt:"
    )


@pytest.mark.parametrize("absent", range(1, 6))
def test_nothing_is_said_until_all_bodies_are_there(absent: int, county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    del texts[f"{absent}.txt"]
    assert told(county, texts) == []
    assert {(one.standing, str(one.reason)) for one in sums(county, texts)} == {
        (Standing.UNDECIDED, f"no report on 2023 of {CHILDREN[absent - 1]}")
    }


def test_a_report_of_another_year_is_not_there(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    texts["1.txt"] = report_of(county, 2022, row_of("received", 1), body=TITLES[0])
    assert told(county, texts) == []


def test_two_reports_of_one_body_leave_the_sum_undecided(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    texts["again.txt"] = texts["3.txt"] + "\n附件\n"
    assert told(county, texts) == []
    assert "3.txt, again.txt" in str(sums(county, texts)[0].reason)


def test_a_body_without_a_table_leaves_that_table_alone(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16) | {"cases.review-upheld": "6"})
    head, heading, rest = texts["2.txt"].partition("四、政府信息公开行政复议")
    texts["2.txt"] = head + "五、存在的主要问题" + rest.partition("五、存在的主要问题")[2]
    assert heading
    (one,) = found(county, texts)
    assert "表三" in one.message.zh
    assert [str(entry.reason) for entry in sums(county, texts) if "4" in entry.where.en][-1:] == [
        "a report that is set against it does not have this table"
    ]


def test_a_blank_of_one_body_leaves_its_sums_undecided(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    texts["5.txt"] = texts["5.txt"].replace("| 5 | 0 |", "|  | 0 |")
    (one,) = found(county, texts)
    assert "：总计 16，所属" in one.message.zh
    (blank,) = (entry for entry in sums(county, texts) if entry.standing is Standing.UNDECIDED)
    assert str(blank.reason).endswith(f" (5.txt:{line_of(texts['5.txt'], RECEIVED)})")


def test_a_body_with_the_old_form_is_added_up_as_far_as_the_forms_agree(county: Linter) -> None:
    texts = six(county, RIGHT | row_of("received", 16))
    old = report_of(county, 2020, row_of("received", 1), body=TITLES[0])
    texts["1.txt"] = old.replace("2020年政府", "2023年政府", 1)
    assert "表三 · 一、本年新收" in found(county, texts)[0].message.zh
    reasons = {str(one.reason) for one in sums(county, texts)}
    assert any("is not there" in reason for reason in reasons)


def test_without_a_configuration_nobody_is_anybody_s_body(linter: Linter) -> None:
    texts = six(linter, RIGHT | row_of("received", 16))
    assert told(linter, texts) == []
    assert {one.standing for one in sums(linter, texts)} == {Standing.NOT_APPLICABLE}


def test_a_government_s_office_may_be_one_of_its_bodies(linter: Linter) -> None:
    office = "青禾县人民政府办公室"
    bodies = {"青禾县": ("青禾县林业局", office)}
    known = evolve(linter, config=Config(bodies=bodies))
    texts = {
        "1.txt": report_of(known, 2023, row_of("received", 1), body="青禾县林业局"),
        "2.txt": report_of(known, 2023, row_of("received", 2), body=office),
        "county.txt": report_of(known, 2023, row_of("received", 3)),
    }
    assert told(known, texts) == []
    texts["county.txt"] = report_of(known, 2023, row_of("received", 4))
    assert len(told(known, texts)) == 1
