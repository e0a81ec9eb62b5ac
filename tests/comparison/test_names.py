"""Names that are those of one body, and names that only look like it."""

import pytest

from disclint.comparison.names import body_of, is_office, may_be_one, names_under

OFFICE = "青禾县人民政府办公室"


@pytest.mark.parametrize(
    "name", ["青禾县", "青禾县人民政府", OFFICE, "青禾县人民政府办公厅", "青禾縣人民政府"]
)
def test_a_government_has_one_name_however_it_reports(name: str) -> None:
    assert body_of(name) == "青禾县"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("河口镇人民政府", "河口镇"),
        ("云溪街道办事处", "云溪街道"),
        ("青禾县林业局", "青禾县林业局"),
        ("青禾县政府办公室", "青禾县政府办公室"),
        ("青禾县驻云岭办事处", "青禾县驻云岭办事处"),
        ("青禾县法制办公室", "青禾县法制办公室"),
    ],
)
def test_other_names_are_their_own(name: str, body: str) -> None:
    assert body_of(name) == body


@pytest.mark.parametrize("name", ["", "县人民政府", "人民政府", "市人民政府办公室"])
def test_a_name_without_a_place_is_none(name: str) -> None:
    assert body_of(name) == ""


def test_an_office_that_reports_for_itself_keeps_its_name() -> None:
    assert body_of(OFFICE, {OFFICE}) == OFFICE
    assert is_office(OFFICE)
    assert not is_office("青禾县人民政府")


def test_a_body_may_bear_the_name_of_its_government_before_its_own() -> None:
    assert list(names_under("青禾县", "河口镇", ())) == ["河口镇", "青禾县河口镇"]
    assert list(names_under("青禾县", "青禾县林业局", ())) == ["青禾县林业局"]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("青禾县林业局", "林业局", True),
        ("林业局", "青禾县林业局", True),
        ("青禾县林业局", "青禾县林业局", True),
        ("青禾县林业局", "", True),
        ("青禾县林业局", "云岭县林业局", False),
        ("青禾县", "青禾县林业局", False),
    ],
)
def test_names_of_which_one_ends_like_the_other_may_be_those_of_one_body(
    one: str, other: str, *, may_be: bool
) -> None:
    assert may_be_one(one, other) is may_be
