"""Places counted as a client counts them, and the way back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind

from disclint.linter import Linter
from disclint.lsp.positions import Ruler, find_offset
from disclint.source import Place, Source

_SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "lanshui-2023.txt"
_TEXTS = st.text(alphabet="ab\t年é𠮷\u2028\x0b\x85", max_size=12)
_ENCODINGS = st.sampled_from(list(PositionEncodingKind))


@given(st.lists(_TEXTS, min_size=1), st.sampled_from(["\n", "\r\n", "\r"]), _ENCODINGS, st.data())
def test_a_place_comes_back_from_the_client_as_it_was(
    lines: list[str], end: str, encoding: PositionEncodingKind, data: st.DataObject
) -> None:
    ruler = Ruler(encoding, end.join(lines))
    number = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[number])))
    place = Place(number + 1, column + 1)
    position = ruler.position(place)
    assert position.line == number
    assert ruler.place(position) == place


@pytest.mark.parametrize("encoding", list(PositionEncodingKind))
def test_a_position_beyond_its_line_is_the_end_of_it(encoding: PositionEncodingKind) -> None:
    ruler = Ruler(encoding, "年报\n")
    assert ruler.place(Position(0, 99)) == Place(1, 3)
    assert ruler.place(Position(9, 9)) == Place(10, 1)


def test_every_place_of_a_text_leads_back_to_its_offset() -> None:
    text = "<!-- disclint: ignore[DIS402] -- 已核对 -->\n一、总体情况\n平稳𠮷。\n"
    source = Source("a.txt", text)
    for offset in range(len(text)):
        assert find_offset(source, source.place(offset)) == offset


def test_every_place_of_a_page_leads_back_to_where_it_is_read(linter: Linter) -> None:
    page = (
        "<p>一、总体&#24773;况</p>\n<table><tr><td>行政许可<td>12</tr>\n<tr><td>合计<td>7</table>"
    )
    source = linter.read(page.encode(), "a.html", "utf-8")
    assert isinstance(source, Source)
    assert source.origins
    offset = source.text.index("12")
    assert find_offset(source, source.place(offset)) == offset
    assert find_offset(source, Place(9, 1)) is None
