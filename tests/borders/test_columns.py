"""Rows that are parted together, by the relations over columns."""

from decimal import Decimal

from disclint.borders.columns import Equation, solve


def figures(*values: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


def equation(column: int, known: int, **signs: int) -> Equation:
    return Equation("R", column, signs, Decimal(known), signs.keys())


def test_the_way_is_chosen_under_which_the_columns_hold() -> None:
    options = {"a": [figures(1, 12), figures(11, 2)], "b": [figures(3, 4), figures(34, 0)]}
    assert solve(options, [equation(0, -4, a=1, b=1)]) == {"a": 0, "b": 0}
    assert solve(options, [equation(0, -45, a=1, b=1), equation(1, -2, a=1)]) == {"a": 1, "b": 1}


def test_a_row_that_nothing_speaks_of_is_left() -> None:
    options = {"a": [figures(1), figures(2)], "b": [figures(3), figures(4)]}
    assert solve(options, [equation(0, -2, a=1)]) == {"a": 1}
    assert solve(options, []) == {}


def test_two_solutions_agree_on_what_they_agree_on() -> None:
    options = {"a": [figures(1, 0), figures(2, 0)], "b": [figures(1, 0), figures(2, 5)]}
    assert solve(options, [equation(0, -3, a=1, b=1)]) == {}
    assert solve(options, [equation(0, -3, a=1, b=1), equation(1, 0, b=1)]) == {"a": 1, "b": 0}


def test_equations_that_contradict_each_other_are_told() -> None:
    assert solve({"a": [figures(1), figures(2)]}, [equation(0, -7, a=1)]) is None


def test_the_search_gives_up_where_there_are_too_many_ways() -> None:
    options = {f"row {index}": [figures(0), figures(0)] for index in range(30)}
    assert solve(options, [equation(0, 0, **dict.fromkeys(options, 1))]) == {}
    impossible = [equation(0, 1, **dict.fromkeys(options, 1))]
    assert solve(options, impossible) == {}
