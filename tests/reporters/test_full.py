"""What people read of a finding: by a golden, and by where the caret stands."""

from pathlib import Path
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.reporting import Context
from disclint.reporting.columns import display_width
from disclint.source import LineText, Place, Source
from disclint.wording import Language, Wording
from tests.reporters.made import ALL, PLAIN, told
from tests.writing import PROSE, write_report

GOLDEN = Path(__file__).parents[1] / "goldens" / "full.txt"
FORMS = ("active-2021", "requests-2021", "disputes")
FIGURES = {
    "requests-2021.received.person": "１2件",
    "requests-2021.received.total": "15",
    "requests-2021.disclosed.person": "3",
    "requests-2021.disclosed.company": "4",
    "requests-2021.disclosed.total": "9",
}
SAID = "𠮷家村等处共受理申请35件，其中网络申请20件，信函申请14件；群众😀群众来访____次。"
CHARACTERS = st.sampled_from("a1 中𠮷😀。\u0301\t（")


def value(slot: Slot) -> str:
    return FIGURES.get(slot.id, "0")


@pytest.fixture(scope="module")
def report(forms: dict[str, Form]) -> str:
    text = write_report([forms[name] for name in FORMS], value, "pipes", year=2023)
    return text.replace(PROSE, f"{PROSE}{SAID}", 1)


def test_it_is_as_it_was(report: str, linter: Linter, pytestconfig: pytest.Config) -> None:
    found = [*ALL, *linter.lint(Source("河口镇.md", report))]
    languages: tuple[Language, ...] = get_args(Language)
    said = "".join(told("full", found, Context(language=language)) for language in languages)
    if pytestconfig.getoption("--rewrite-goldens"):
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


@given(
    st.text(CHARACTERS, max_size=150),
    st.text(CHARACTERS, min_size=1, max_size=20),
    st.text(CHARACTERS, max_size=150),
)
def test_the_caret_stands_under_what_it_is_about(ahead: str, about: str, after: str) -> None:
    line = ahead + about + after
    start, end = (
        Place(7, 1 + len(text), line_text=LineText(line)) for text in (ahead, ahead + about)
    )
    told_of = told("full", [evolve(PLAIN, start=start, end=end, line=line)])
    _, _, shown, pointer, *_ = told_of.split("\n")
    gap = on_screen(pointer[: pointer.index("^")])
    beginnings = [shown[:at] for at in range(len(shown)) if shown[at] == about[0]]
    assert gap in map(on_screen, beginnings)
    assert display_width(shown) <= 4 + 76 + 6
    if display_width(line) <= 76:
        assert (shown, gap) == (f"7 | {line}", on_screen(f"7 | {ahead}"))


def on_screen(text: str) -> list[int]:
    """Return how wide each piece between tabs is, wherever the stops of a terminal are."""
    return [display_width(piece) for piece in text.split("\t")]


@pytest.mark.parametrize("form", ["text", "full", "grouped"])
def test_what_a_terminal_obeys_is_written_out(form: str) -> None:
    odd = "\x1b[31m\r\n\x07\u202e"
    message = Wording(odd, odd)
    found = evolve(PLAIN, path=f"a{odd}b", message=message, line=f"甲{odd}乙", text=odd)
    assert not {"\x1b", "\r", "\x07", "\u202e"} & set(told(form, [found]))
