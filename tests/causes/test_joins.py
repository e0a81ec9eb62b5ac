import pytest

from disclint.causes.joins import Join, find_join
from disclint.linter import Linter
from disclint.relations import Reckoning
from tests.filling import fill, row_of

IN_ORDER = (
    row_of("received", 21, 17)
    | row_of("disclosed", 12, 17)
    | row_of("declined-petition", 9)
    | row_of("results-total", 21, 17)
)


def join(linter: Linter, texts: dict[str, str], row: str) -> Join | None:
    reckoning = Reckoning(fill(linter, "requests-2019", IN_ORDER | texts))
    return find_join(reckoning, next(one for one in reckoning.table.rows if one.row.id == row))


@pytest.mark.parametrize(
    ("cell", "text", "expected"),
    [
        ("disclosed.person", "1\n\t2", Join(0, "12")),
        ("disclosed.business", "1\n\t7", Join(1, "17")),
        ("disclosed.total", "2\n\t9", Join(6, "29")),
    ],
)
def test_two_cells_that_make_all_hold_as_one_are_joined(
    cell: str, text: str, expected: Join, linter: Linter
) -> None:
    assert join(linter, {cell: text}, "disclosed") == expected


def test_where_no_join_makes_all_hold_there_is_none(linter: Linter) -> None:
    assert join(linter, {"disclosed.person": "1\n\t3"}, "disclosed") is None


def test_a_row_of_the_right_length_has_nothing_to_join(linter: Linter) -> None:
    assert join(linter, {}, "disclosed") is None


def test_of_two_joins_that_fit_none_is_taken(linter: Linter) -> None:
    texts = {f"carried-in.{name}": "" for name in ("person", "business", "total")}
    assert join(linter, texts | {"carried-in.research": "1\n\t1"}, "carried-in") is None


def test_cells_with_words_are_not_joined(linter: Linter) -> None:
    assert join(linter, {"disclosed.person": "1\n\t无据"}, "disclosed") is None
