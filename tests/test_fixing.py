"""Proposals placed in a text and applied to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.diagnostics import Diagnostic, Proposal, Replacement, Severity
from disclint.fixes.fixing import Change, Draft, Mend, Refusal, moved, without_overlap
from disclint.reading.decoding import Manuscript
from disclint.source import Place
from disclint.wording import Wording

TEXT = "一、总体\r\n二、公开\r三、申请"


def diagnostic(line: int = 1, column: int = 1) -> Diagnostic:
    place = Place(line, column)
    return Diagnostic(
        path="a.txt",
        start=place,
        end=place,
        code="DIS208",
        name="number-format",
        severity=Severity.WARNING,
        message=Wording("", ""),
    )


def proposal(*replacements: tuple[int, int, str, str]) -> Proposal:
    return Proposal(
        tuple(
            Replacement(Place(line, column), Place(line, column + len(old)), old, new)
            for line, column, old, new in replacements
        ),
        is_safe=True,
    )


def place(text: str, *replacements: tuple[int, int, str, str]) -> Mend | Refusal:
    return Draft(Manuscript(text, "ascii")).place(diagnostic(), proposal(*replacements))


def applied(text: str, *replacements: tuple[int, int, str, str]) -> str:
    draft = Draft(Manuscript(text, "utf-8"))
    mend = draft.place(diagnostic(), proposal(*replacements))
    assert isinstance(mend, Mend)
    return draft.changed([mend]).manuscript.text


def test_places_count_lines_however_they_end() -> None:
    assert applied(TEXT, (2, 1, "二", "2"), (3, 3, "申请", "")) == "一、总体\r\n2、公开\r三、"


def test_something_may_be_written_in_at_the_end_of_a_line() -> None:
    assert applied("一\r\n二", (1, 2, "", "、"), (2, 2, "", "、")) == "一、\r\n二、"


@pytest.mark.parametrize(
    ("replacement", "reason"),
    [
        ((1, 1, "x", "y"), "what stands there is not what the proposal says"),
        ((1, 9, "a", "y"), "what stands there is not what the proposal says"),
        ((9, 1, "a", "y"), "what stands there is not what the proposal says"),
        ((1, 1, "a", "x\ny"), "the proposal goes beyond one line"),
        ((1, 1, "a", "一"), 'ASCII has no character for "一"'),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(
    replacement: tuple[int, int, str, str], reason: str
) -> None:
    refusal = place("ab\n", replacement)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.en == reason


def test_a_proposal_whose_replacements_overlap_is_refused() -> None:
    refusal = place("abc\n", (1, 1, "ab", "x"), (1, 2, "bc", "y"))
    assert isinstance(refusal, Refusal)
    assert refusal.reason.en == "its replacements overlap"


def mend(start: int, end: int, new: str = "") -> Mend:
    return Mend(diagnostic(), proposal(), (Change(start, end, new),))


def test_of_two_that_overlap_the_first_is_kept() -> None:
    one, across, beside, at_the_same = mend(0, 2), mend(1, 3), mend(2, 3), mend(0, 0, "x")
    assert without_overlap([one, across, beside]) == [one, beside]
    assert without_overlap([at_the_same, one]) == [at_the_same]
    assert without_overlap([across], kept=[one]) == []


@given(
    st.text("ab一", max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.text("xy", max_size=3))),
)
def test_what_is_not_changed_is_found_again_where_it_has_moved_to(
    text: str, asked: list[tuple[int, int, str]]
) -> None:
    mends = without_overlap(
        mend(start, min(start + length, len(text)), new)
        for start, length, new in asked
        if start <= len(text)
    )
    changes = [change for one in mends for change in one.changes]
    after = Draft(Manuscript(text, "utf-8")).changed(mends).manuscript.text
    for offset, char in enumerate(text):
        touched = [one for one in changes if one.start <= offset < one.end]
        written_in = [one for one in changes if one.start == offset == one.end]
        if not touched:
            at = moved(offset, changes) + sum(len(one.new) for one in written_in)
            assert after[at] == char
