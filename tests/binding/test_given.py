"""What is given of a report goes before what its title tells."""

from disclint.binding.bound import BodyKind, Identity, Level
from disclint.binding.given import NOTHING_GIVEN, Given

TOLD = Identity(
    title="青禾县林业局2022年政府信息公开工作年度报告",
    body="青禾县林业局",
    year=2022,
    level=Level.COUNTY,
    kind=BodyKind.DEPARTMENT,
)


def test_where_nothing_is_given_the_title_counts() -> None:
    assert NOTHING_GIVEN.applied_to(TOLD) == TOLD


def test_a_body_that_is_given_tells_its_level_and_kind_as_well() -> None:
    known = Given(body="河口镇人民政府").applied_to(TOLD)
    assert (known.body, known.level, known.kind) == (
        "河口镇人民政府",
        Level.TOWNSHIP,
        BodyKind.TOWNSHIP,
    )
    assert (known.title, known.year) == (TOLD.title, 2022)


def test_a_kind_that_is_given_goes_before_that_of_the_name() -> None:
    given = Given(body="云岭高新区管理委员会", year=2023, kind=BodyKind.GOVERNMENT)
    known = given.applied_to(TOLD)
    assert (known.kind, known.year) == (BodyKind.GOVERNMENT, 2023)


def test_what_is_said_first_leaves_room_for_what_is_said_besides() -> None:
    over = Given(year=2023).over(Given(body="河口镇", year=2020))
    assert over == Given(body="河口镇", year=2023)
