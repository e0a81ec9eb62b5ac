"""What comments ask for."""

import pytest

from disclint.source import FILE_START, Comment
from disclint.suppressions import Fault, Ignore, read_comment


def read(text: str) -> Ignore | Fault:
    return read_comment(Comment(text, FILE_START))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("ignore[DIS402] -- 原件如此", ("DIS402",)),
        ("IGNORE [ dis402 , row-total ] --原件如此", ("dis402", "row-total")),
        ("ignore[DIS402 DIS403]--原件如此", ("DIS402", "DIS403")),
        ("ignore[DIS402，DIS403、DIS404]——原件如此", ("DIS402", "DIS403", "DIS404")),
        ("ignore【DIS4】 — 原件如此", ("DIS4",)),
    ],
)
def test_codes_and_names_are_read_as_people_write_them(text: str, rules: tuple[str, ...]) -> None:
    assert read(text) == Ignore(rules, "原件如此", is_for_file=False)


def test_a_comment_may_be_for_the_whole_file() -> None:
    assert read("Ignore-File[DIS402] -- 原件如此") == Ignore(
        ("DIS402",), "原件如此", is_for_file=True
    )


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("", ""),
        ("ignroe[DIS402] -- 原件如此", ""),
        ("ignore-all[DIS402] -- 原件如此", ""),
        ("ignore[DIS402] 原件如此", ""),
        ("ignore DIS402 -- 原件如此", ""),
        ("ignore -- 原件如此", "no-rule"),
        ("ignore[] -- 原件如此", "no-rule"),
        ("ignore[ , ] -- 原件如此", "no-rule"),
        ("ignore[DIS402]", "no-reason"),
        ("ignore[DIS402] --  ", "no-reason"),
    ],
)
def test_what_is_wrong_with_a_comment_is_told(text: str, variant: str) -> None:
    fault = read(text)
    assert isinstance(fault, Fault)
    assert fault.variant == variant


def test_a_comment_must_end_on_its_line_and_stand_there_alone() -> None:
    said = "ignore[DIS402] -- 原件如此"
    assert read_comment(Comment(said, FILE_START, is_closed=False)) == Fault("unclosed")
    assert read_comment(Comment(said, FILE_START, is_alone=False)) == Fault("not-alone")
