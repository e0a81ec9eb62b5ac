"""The ways to part the digits of a row."""

from decimal import Decimal

import pytest

from disclint.borders.strip import Strip
from disclint.borders.ways import Sum, find_only_way, find_slips, find_ways
from disclint.forms import Kind
from disclint.nodes import Cell
from disclint.source import Span

TOTAL = Sum("R3", sum=(6,), against=(0, 1, 2, 3, 4, 5))


def strip(text: str, kinds: list[Kind]) -> Strip:
    cells, at = [], 0
    for piece in text.split():
        at = text.index(piece, at)
        cells.append(Cell(text=piece, span=Span(at, at + len(piece))))
        at += len(piece)
    found = Strip.of(cells, kinds)
    assert found
    return found


def counts(text: str, columns: int) -> Strip:
    return strip(text, [Kind.COUNT] * columns)


def only(one: Strip) -> list[str] | None:
    way = find_only_way(one)
    return [one.text[start:end] for start, end in way] if way else None


def ways(one: Strip, *sums: Sum, blanks: int = 1) -> list[str]:
    found = find_ways(one, sums, blanks)
    assert found is not None
    return [" ".join(one.text[start:end] or "_" for start, end in way) for way in found]


@pytest.mark.parametrize(
    ("text", "columns", "figures"),
    [
        ("007", 3, ["0", "0", "7"]),
        ("0000000", 7, ["0"] * 7),
        ("0 0 00 00 0", 7, ["0"] * 7),
        ("0000001", 7, ["0"] * 6 + ["1"]),
        ("０10", 2, ["0", "10"]),
    ],
)
def test_what_can_be_parted_in_one_way_only_needs_no_relation(
    text: str, columns: int, figures: list[str]
) -> None:
    assert only(counts(text, columns)) == figures


@pytest.mark.parametrize(("text", "columns"), [("7777166", 3), ("123", 3), ("100", 3), ("00", 3)])
def test_where_a_blank_may_have_left_no_trace_nothing_is_certain(text: str, columns: int) -> None:
    assert only(counts(text, columns)) is None


def test_signs_and_points_stand_only_where_the_form_has_them() -> None:
    change = [Kind.COUNT, Kind.CHANGE]
    assert only(strip("35-15", change)) == ["35", "-15"]
    assert only(strip("35-15", [Kind.COUNT, Kind.COUNT])) is None
    assert only(strip("0.5万元0", [Kind.MONEY, Kind.COUNT])) == ["0.5万元", "0"]
    assert only(strip("3957.90元", [Kind.COUNT, Kind.MONEY])) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("200 000121", "20 0 0 0 0 1 21"),
        ("20 0 00 0 121", "20 0 0 0 0 1 21"),
        ("6000017", "6 0 0 0 0 1 7"),
        ("500000 5", "5 0 0 0 0 0 5"),
    ],
)
def test_a_total_leaves_one_way(text: str, way: str) -> None:
    assert ways(counts(text, 7), TOTAL) == [way]


def test_a_total_may_leave_more_ways() -> None:
    found = ways(counts("270020130", 7), TOTAL)
    assert sorted(found) == ["2 7 0 0 20 1 30", "27 0 0 2 0 1 30"]


def test_white_space_is_a_border_for_certain() -> None:
    assert ways(counts("1 1 2", 3), Sum("R", (2,), (0, 1))) == ["1 1 2"]
    assert ways(counts("11 2", 3), Sum("R", (2,), (0, 1))) == ["1 1 2"]
    assert ways(counts("11 22", 3), Sum("R", (2,), (0, 1))) == []


def test_ways_with_blanks_compete() -> None:
    assert ways(counts("11", 3), Sum("R", (2,), (0, 1))) == ["1 _ 1", "_ 1 1"]
    assert ways(counts("11", 4), Sum("R", (3,), (0, 1, 2)), blanks=1) == []


def test_a_slip_may_be_any_figure() -> None:
    found = find_slips(counts("00055", 5), [Sum("R4", (4,), (0, 1, 2, 3))])
    assert found is not None
    texts = ["".join("_" if a == b else "x" for a, b in way) for way in found]
    assert sorted(texts) == sorted({"_xxxx", "x_xxx", "xx_xx", "xxx_x", "xxxx_"})


def test_the_search_gives_up_on_what_is_too_long_or_has_too_many_ways() -> None:
    assert Strip.of([Cell(text="1" * 100, span=Span(0, 100))], [Kind.COUNT] * 7) is None
    assert find_ways(counts("12" * 35, 15), [Sum("R", (14,), tuple(range(14)))], 1) is None
    assert find_ways(counts("1" * 12, 7), [], 1) is None


def test_a_cell_of_a_way_stands_where_it_is_written() -> None:
    one = counts("10 ２20", 3)
    assert one.cell(2, 3) == Cell(text="２", span=Span(3, 4))
    assert one.cell(3, 5).span == Span(4, 6)
    assert one.values(((0, 2), (2, 3), (3, 5))) == (Decimal(10), Decimal(2), Decimal(20))
