from hypothesis import given
from hypothesis import strategies as st

from disclint.reporting.columns import ColumnUnit, column_of, display_width, length
from disclint.source import LineText, Place

LINE = "a中𠮷e\u0301😀\t。"
CHARACTERS = st.sampled_from("a 中𠮷😀\u0301\u200d\t，Ａé")


def columns(unit: ColumnUnit) -> list[int | None]:
    """Return the column of each place of the line."""
    return [
        column_of(Place(1, column, line_text=LineText(LINE)), unit)
        for column in range(1, len(LINE) + 1)
    ]


def test_each_unit_counts_what_it_is_called_after() -> None:
    assert columns(ColumnUnit.CHAR) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert columns(ColumnUnit.UTF16) == [1, 2, 3, 5, 6, 7, 9, 10]
    assert columns(ColumnUnit.BYTE) == [1, 2, 5, 9, 10, 12, 16, 17]
    assert columns(ColumnUnit.DISPLAY) == [1, 2, 4, 6, 7, 7, 9, 10]


@given(st.text(CHARACTERS, max_size=40), st.integers(0, 200), st.sampled_from(ColumnUnit))
def test_a_column_is_one_more_than_the_length_of_what_stands_before_it(
    piece: str, times: int, unit: ColumnUnit
) -> None:
    line = piece * times  # longer than what is measured at once
    for ahead in {0, len(line) // 3, len(line)}:
        place = Place(1, ahead + 1, line_text=LineText(line))
        assert column_of(place, unit) == 1 + length(line[:ahead], unit)


def test_without_the_line_only_code_points_can_be_told() -> None:
    assert column_of(Place(3, 5), ColumnUnit.CHAR) == 5
    assert column_of(Place(3, 5), ColumnUnit.BYTE) is None
    assert column_of(Place(3, 5, line_text=LineText("中文")), ColumnUnit.UTF16) is None


def test_bytes_that_could_not_be_decoded_have_a_length_too() -> None:
    assert length("中\udce4", ColumnUnit.BYTE) == 6


def test_what_has_no_width_takes_none() -> None:
    assert display_width("e\u0301\u200b") == 1
    assert display_width("（㈠）") == 6
