"""Pieces of text: what they share, where, and how few marks stand for all of them."""

from hypothesis import given
from hypothesis import strategies as st

from disclint.comparison.shingles import (
    LENGTH,
    in_common,
    longest_run,
    shared,
    shingles,
    sketch,
)

texts = st.text(alphabet="甲乙丙丁戊", max_size=60)
MANY = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))


@given(texts)
def test_every_piece_stands_in_the_text_where_its_number_says(text: str) -> None:
    for at, piece in enumerate(shingles(text)):
        assert text[at : at + LENGTH] == piece


@given(texts, texts)
def test_the_share_is_between_none_and_all(one: str, other: str) -> None:
    assert 0 <= shared(one, other) <= 1
    assert shared(one, one + other) == (1 if len(one) >= LENGTH else 0)


@given(texts, texts)
def test_the_longest_run_stands_in_both_texts(one: str, other: str) -> None:
    start, elsewhere, length = longest_run(one, other)
    assert one[start : start + length] == other[elsewhere : elsewhere + length]
    assert length == 0 or length >= LENGTH
    assert (length > 0) == (shared(one, other) > 0)


short = st.text(alphabet="甲乙丙丁戊", max_size=20)


@given(short, short, short)
def test_of_pieces_that_come_once_the_longest_run_is_found(
    before: str, after: str, other: str
) -> None:
    copied = "abcdefghijklmnopqrstuvwxyz"
    one = before + copied + after
    start, elsewhere, length = longest_run(one, other + copied)
    assert copied in one[start : start + length]
    assert elsewhere <= len(other)


@given(texts)
def test_the_longest_run_of_equal_texts_is_all_of_them(text: str) -> None:
    """Even where the same pieces come again and again."""
    _, _, length = longest_run(text, text)
    assert length == (len(text) if len(text) >= LENGTH else 0)


def test_a_sketch_sees_chinese_letters_and_nothing_else() -> None:
    assert sketch("2022年，" + MANY) == sketch("年" + MANY[:200] + " (12%) " + MANY[200:])
    assert len(sketch("无其他需要报告的事项")) == 3
    assert len(sketch("无")) == 0


def test_texts_nearly_the_same_share_most_marks_and_others_none() -> None:
    changed = MANY[:100] + "甲乙丙" + MANY[103:]
    assert in_common(sketch(MANY), sketch(changed)) >= 12
    assert in_common(sketch(MANY), sketch(MANY[::-1])) == 0
