"""Spans, and the way from a text back to the lines of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.source import FILE_START, Place, Source, Span
from tests.strategies import spans

TEXT = "甲\t乙丙\n\n𠮷丁\u2028戊\n"
offsets = st.integers(min_value=0, max_value=len(TEXT) - 1)


@given(spans, spans)
def test_two_spans_joined_hold_both(one: Span, other: Span) -> None:
    assert one in one | other
    assert other in one | other


@given(spans, spans, spans)
def test_two_spans_joined_are_the_smallest_that_holds_both(
    one: Span, other: Span, outer: Span
) -> None:
    assert (one in outer and other in outer) == ((one | other) in outer)


@given(spans, spans)
def test_it_is_all_the_same_which_span_is_joined_to_which(one: Span, other: Span) -> None:
    assert one | other == other | one


@given(spans, spans, spans)
def test_it_is_all_the_same_which_of_three_spans_are_joined_first(
    one: Span, two: Span, three: Span
) -> None:
    assert (one | two) | three == one | (two | three)


@given(spans)
def test_a_span_joined_to_itself_is_itself(span: Span) -> None:
    assert span | span == span


@given(spans, spans)
def test_two_spans_that_lie_within_each_other_are_equal(one: Span, other: Span) -> None:
    assert (one in other and other in one) == (one == other)


def test_a_span_that_sticks_out_is_not_within() -> None:
    assert Span(2, 5) in Span(2, 5)
    assert Span(1, 4) not in Span(2, 5)
    assert Span(3, 6) not in Span(2, 5)


def test_spans_sort_by_where_they_start_and_then_by_where_they_end() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


def test_places_sort_by_line_and_then_by_column() -> None:
    assert sorted([Place(2, 1), Place(1, 9), Place(1, 2)]) == [
        Place(1, 2),
        Place(1, 9),
        Place(2, 1),
    ]


@pytest.mark.parametrize(
    ("text", "ended"), [("", "\n"), ("甲", "甲\n"), ("甲\n", "甲\n"), ("甲\n\n", "甲\n\n")]
)
def test_the_last_line_is_ended_once(text: str, ended: str) -> None:
    assert Source("report.txt", text).text == ended


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", Place(1, 1)),
        ("甲\t", Place(1, 3)),
        ("甲\t乙丙", Place(1, 5)),
        ("甲\t乙丙\n", Place(2, 1)),
        ("甲\t乙丙\n\n", Place(3, 1)),
        ("甲\t乙丙\n\n𠮷", Place(3, 2)),
        ("甲\t乙丙\n\n𠮷丁\u2028", Place(3, 4)),
        (TEXT, Place(4, 1)),
    ],
)
def test_places_count_lines_and_code_points_from_one(before: str, place: Place) -> None:
    assert Source("report.txt", TEXT).place(len(before)) == place


def test_a_file_starts_in_its_first_line_and_column() -> None:
    assert Source("report.txt", "").place(0) == FILE_START == Place(1, 1)


@given(offsets)
def test_a_place_leads_back_to_its_character(offset: int) -> None:
    source = Source("report.txt", TEXT)
    place = source.place(offset)
    line = source.text.split("\n")[place.line - 1] + "\n"
    assert line[place.column - 1] == source.text[offset]


@given(offsets, offsets)
def test_what_stands_later_has_a_later_place(one: int, other: int) -> None:
    source = Source("report.txt", TEXT)
    assert (one < other) == (source.place(one) < source.place(other))


def test_an_excerpt_ends_before_the_end_of_its_span() -> None:
    source = Source("report.txt", "青禾县\n")
    assert source.excerpt(Span(1, 3)) == "禾县"
    assert source.excerpt(Span(2, 2)) == ""


@given(st.lists(offsets, min_size=3, max_size=3).map(sorted))
def test_the_excerpts_of_two_spans_that_touch_make_up_that_of_both(cuts: list[int]) -> None:
    source = Source("report.txt", TEXT)
    one, other = Span(cuts[0], cuts[1]), Span(cuts[1], cuts[2])
    assert source.excerpt(one) + source.excerpt(other) == source.excerpt(one | other)


def test_all_places_of_a_line_share_its_text() -> None:
    source = Source("a.txt", "甲乙丙\n丁\n")
    first, second, third = (source.place(offset) for offset in (0, 2, 4))
    assert first.line_text is second.line_text
    assert (second.line_text, third.line_text) == ("甲乙丙", "丁")
