"""Blank cells that merged ones cover, in their place or at the end of the row."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport, State
from disclint.forms import Form, Slot
from tests.writing import table_rows

Bind = Callable[[str], BoundReport]

WIDTH = 7
DEPTH = 3
"""How many columns the labels of the third table take."""

texts = st.sampled_from(["", "", "0", "1", "56"])
bodies = st.lists(st.lists(texts, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=25)


def written(form: Form, body: list[list[str]], *, pushed: bool) -> str:
    """Return the first rows of the third table, as wide as all its columns, in pipes."""
    lines: list[str] = []
    places = iter(range(25 * WIDTH))
    table = table_rows(form, lambda _: str(next(places)))
    for row in [row for row in table if row[-1].isdigit()][: len(body)]:
        labels = [label for label in row[:-WIDTH] if label]
        figures = body[len(lines)]
        covered = [""] * (DEPTH - len(labels))
        cells = [*labels, *figures, *covered] if pushed else [*labels, *covered, *figures]
        lines.append(" | ".join(["", *cells, ""]).strip())
    return "\n".join(lines) + "\n"


def figures(bind: Bind, text: str) -> dict[str, str | None]:
    """Return the text of each figure, or nothing where it is in no certain place."""
    return {
        figure.slot.id: None if figure.state is State.UNPLACED else figure.text
        for table in bind(text).tables
        for figure in table.figures()
    }


@settings(max_examples=100, deadline=None)
@given(body=bodies, pushed=st.booleans())
def test_figures_are_read_back_exactly_or_left_unplaced(
    *, body: list[list[str]], pushed: bool, bind: Bind, forms: dict[str, Form]
) -> None:
    form = forms["requests-2021"]
    block = form.blocks[0]
    due = {
        Slot(form, block, row, column).id: text
        for row, cells in zip(block.rows, body, strict=False)
        for column, text in zip(block.columns, cells, strict=True)
    }
    found = figures(bind, written(form, body, pushed=pushed))
    assert all(text in (None, due[slot]) for slot, text in found.items())


@pytest.mark.parametrize("pushed", [True, False])
def test_a_table_that_shows_its_side_is_read_to_the_last_figure(
    *, pushed: bool, bind: Bind, forms: dict[str, Form]
) -> None:
    sure = ["5", "", "", "", "", "", "5"]
    ambiguous = ["", "", "1", "", "1", "", ""]
    found = figures(bind, written(forms["requests-2021"], [sure, ambiguous, sure], pushed=pushed))
    assert list(found.values()) == [*sure, *ambiguous, *sure]


def test_where_both_sides_are_as_likely_the_figures_are_unplaced_and_no_row_is_too_long(
    bind: Bind, forms: dict[str, Form]
) -> None:
    ambiguous = ["", "", "1", "", "1", "", ""]
    text = written(forms["requests-2021"], [ambiguous, ambiguous], pushed=True)
    (table,) = bind(text).tables
    assert {figure.state for figure in table.figures()} == {State.UNPLACED}
    assert [row.misfit for row in table.rows] == [None, None]


def test_blocks_of_fewer_columns_end_in_blanks(bind: Bind) -> None:
    text = "| 规章 | 1 | 2 | 3 |\n| 行政许可 | | | |\n| 行政处罚 | 4 | | |\n| 行政强制 | 5 | | |\n"
    assert list(figures(bind, text).values()) == ["1", "2", "3", "", "4", "5"]


def test_a_column_of_blanks_at_the_end_of_a_table_is_none_of_the_form(bind: Bind) -> None:
    text = "| 行政处罚 | 1 | | 3 | |\n| 行政强制 | | +1 | 3 | |\n"
    head = "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 | |\n"
    assert list(figures(bind, head + text).values()) == ["1", "", "3", "", "+1", "3"]


def test_a_lone_row_with_a_blank_too_many_shows_nothing(bind: Bind, forms: dict[str, Form]) -> None:
    text = written(forms["requests-2021"], [list("1234567")] * 3, pushed=True).replace(
        "1 | 2 | 3 | 4 | 5 | 6 | 7 |  |  |", "1 | 2 | 3 | 4 | 5 | 6 | 7 |"
    )
    lines = text.splitlines()
    lines[0] = "| 一、本年新收政府信息公开申请数量 | 1 | | 2 | 3 | 4 | 5 | 6 | |"
    assert list(figures(bind, "\n".join(lines[:2]) + "\n").values())[:3] == ["1", None, None]
