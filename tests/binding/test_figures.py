"""Cells of a row bound to the columns of a form: what is certain, and what is not said."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.binding.bound import BoundRow, Misfit, State
from disclint.binding.columns import ColumnHeads
from disclint.binding.covered import Covered
from disclint.binding.figures import _place, bind_row
from disclint.binding.lexicon import RowKey
from disclint.forms import Form
from disclint.nodes import Cell, Edges
from disclint.source import Span

LABEL = Span(0, 5)
WIDTH = 7
SEVEN = ["1", "2", "3", "4", "5", "6", "7"]

figure_texts = st.lists(st.sampled_from(["", "0", "1", "2", "30"]), min_size=7, max_size=7)
blank_places = st.lists(st.integers(0, 9), max_size=3)


def bound(form: Form, texts: Sequence[str], row_id: str = "") -> BoundRow:
    """Bind cells of `texts`, each ten code points after the last, to a row of `form`."""
    block, row = next(
        (block, row) for block in form.blocks for row in block.rows if row_id in ("", row.id)
    )
    cells = [
        Cell(text=text, span=Span(10 * place, 10 * place + len(text)))
        for place, text in enumerate(texts, start=1)
    ]
    return bind_row(Covered(form), RowKey(block, row), cells, LABEL, ColumnHeads())


def certain(row: BoundRow) -> list[str | None]:
    """Return the text of each figure that has a cell of its own."""
    return [
        None if figure.state in {State.UNPLACED, State.MISSING} else figure.text
        for figure in row.figures
    ]


@pytest.fixture(scope="module")
def requests(forms: dict[str, Form]) -> Form:
    return forms["requests-2021"]


def test_as_many_cells_as_columns_are_the_figures_in_order(requests: Form) -> None:
    row = bound(requests, SEVEN)
    assert [(figure.slot.column.id, figure.text) for figure in row.figures] == [
        (column.id, text) for column, text in zip(row.block.columns, SEVEN, strict=True)
    ]
    assert {figure.state for figure in row.figures} == {State.FIGURE}
    assert (row.misfit, row.shift) == (None, None)


def test_a_row_knows_where_it_and_its_cells_stand(requests: Form) -> None:
    row = bound(requests, SEVEN)
    assert row.span == Span(0, 71)
    assert [cell.span.start for cell in row.cells] == [10, 20, 30, 40, 50, 60, 70]
    assert len(row.cells) == WIDTH
    assert row.figures[2].span == Span(30, 31)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("12", State.FIGURE),
        ("", State.BLANK),
        ("—", State.PLACEHOLDER),
        ("无", State.PLACEHOLDER),
        ("见附件", State.WORDS),
        ("3 4", State.FUSED),
        ("007", State.FUSED),
    ],
)
def test_a_cell_is_in_the_state_that_its_text_tells(
    text: str, state: State, requests: Form
) -> None:
    figure = bound(requests, [text, *SEVEN[1:]]).figures[0]
    assert (figure.state, figure.text) == (state, text)
    assert (figure.quantity is not None) is (state is State.FIGURE)


def test_of_fewer_cells_none_is_said_to_be_any_column_s(requests: Form) -> None:
    row = bound(requests, SEVEN[:6])
    assert row.misfit is Misfit.FEWER
    assert len(row.cells) == 6
    assert {figure.state for figure in row.figures} == {State.UNPLACED}
    assert {figure.text for figure in row.figures} == {"1 | 2 | 3 | 4 | 5 | 6"}
    assert {figure.span for figure in row.figures} == {LABEL}


def test_without_any_cell_the_figures_are_missing_at_the_label(requests: Form) -> None:
    row = bound(requests, [])
    assert row.misfit is Misfit.FEWER
    assert {figure.state for figure in row.figures} == {State.MISSING}
    assert (row.span, row.cells) == (LABEL, ())


def test_of_more_cells_without_a_blank_none_is_said_to_be_any_column_s(requests: Form) -> None:
    row = bound(requests, [*SEVEN, "8"])
    assert row.misfit is Misfit.MORE
    assert {figure.state for figure in row.figures} == {State.UNPLACED}
    assert row.shift is None


def test_more_cells_than_blanks_can_account_for_are_not_placed(requests: Form) -> None:
    row = bound(requests, ["1", "", "2", "3", "4", "5", "6", "7", "8"])
    assert row.misfit is Misfit.MORE
    assert certain(row) == [None] * WIDTH


def test_one_blank_too_many_moves_the_rest_to_the_right(requests: Form) -> None:
    row = bound(requests, ["1", "2", "", "3", "4", "5", "6", "7"])
    assert row.misfit is Misfit.MORE
    assert certain(row) == SEVEN
    assert row.shift == 2
    assert row.cells[2].span == Span(30, 30)


def test_two_blanks_too_many_move_the_rest_from_the_first_on(requests: Form) -> None:
    row = bound(requests, ["1", "", "2", "3", "4", "", "5", "6", "7"])
    assert certain(row) == SEVEN
    assert (row.misfit, row.shift) == (Misfit.MORE, 1)


def test_between_two_blanks_one_of_which_is_too_many_nothing_is_certain(requests: Form) -> None:
    row = bound(requests, ["1", "", "2", "", "3", "4", "5", "6"])
    assert certain(row) == ["1", None, None, "3", "4", "5", "6"]
    assert row.misfit is Misfit.MORE
    assert row.shift is None


def test_which_of_two_neighbouring_blanks_is_too_many_does_not_matter(requests: Form) -> None:
    row = bound(requests, ["1", "", "", "2", "3", "4", "5", "6"])
    assert certain(row) == ["1", "", "2", "3", "4", "5", "6"]
    assert row.figures[1].state is State.BLANK
    assert row.misfit is Misfit.MORE


def test_a_blank_at_the_end_and_one_within_leave_open_which_is_too_many(requests: Form) -> None:
    row = bound(requests, ["1", "", "2", "3", "4", "5", "6", ""])
    assert certain(row) == ["1", *[None] * 6]


@pytest.mark.parametrize("count", [1, 2])
def test_blanks_behind_a_full_row_are_its_frame(count: int, requests: Form) -> None:
    row = bound(requests, [*SEVEN, *[""] * count])
    assert certain(row) == SEVEN
    assert (row.misfit, row.shift) == (None, None)


@pytest.mark.parametrize("count", [1, 2])
def test_blanks_before_a_full_row_are_the_ends_of_merged_labels(count: int, requests: Form) -> None:
    row = bound(requests, [*[""] * count, *SEVEN])
    assert certain(row) == SEVEN
    assert (row.misfit, row.shift) == (None, None)


def test_more_blanks_before_a_row_than_the_form_has_labels_move_it(requests: Form) -> None:
    row = bound(requests, ["", "", "", *SEVEN])
    assert certain(row) == SEVEN
    assert (row.misfit, row.shift) == (Misfit.MORE, 0)


def test_a_form_with_one_column_of_labels_has_no_frame_before_its_figures(
    forms: dict[str, Form],
) -> None:
    row = bound(forms["active-2021"], ["", "1", "2", "3"], "normative-documents")
    assert certain(row) == ["1", "2", "3"]
    assert (row.misfit, row.shift) == (Misfit.MORE, 0)


def test_a_row_of_blanks_alone_is_as_long_as_it_likes(requests: Form) -> None:
    row = bound(requests, [""] * 9)
    assert {figure.state for figure in row.figures} == {State.BLANK}
    assert row.misfit is None


@settings(max_examples=100)
@given(texts=figure_texts, places=blank_places)
def test_blank_cells_put_in_never_make_a_figure_another_s(
    requests: Form, texts: list[str], places: list[int]
) -> None:
    cells = list(texts)
    for place in places:
        cells.insert(place, "")
    said = certain(bound(requests, cells))
    assert all(one in (None, text) for one, text in zip(said, texts, strict=True))


def test_a_figure_between_very_many_blanks_is_not_certain_either(requests: Form) -> None:
    cells = ["1", "", "2", *[""] * 17]
    assert certain(bound(requests, cells))[1] is None


def loose(*texts: str, edges: Edges = Edges.LOOSE) -> list[Cell]:
    return [Cell(text=text, span=Span(at, at + 1), edges=edges) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("values", "width", "misfit"),
    [
        (loose("0007"), 3, Misfit.FUSED),
        (loose("1", "23"), 3, Misfit.FUSED),
        (loose("1", "2"), 3, Misfit.FEWER),
        (loose("1", "2", "30"), 3, None),
        (loose("1", "2", "3", "4"), 3, Misfit.MORE),
        (loose("1", "2", "3", edges=Edges.DOUBTFUL), 3, Misfit.FUSED),
        (loose("1", "23", edges=Edges.FIRM), 3, Misfit.FEWER),
    ],
)
def test_only_cells_without_borders_may_be_several_figures(
    values: list[Cell], width: int, misfit: Misfit | None, forms: dict[str, Form]
) -> None:
    assert _place(values, width, Covered(forms["disputes"])).misfit is misfit


def test_a_span_that_reaches_too_far_takes_no_figure_s_place(forms: dict[str, Form]) -> None:
    own = [Cell(text=text, span=LABEL) for text in SEVEN]
    covered = [Cell(text="", span=LABEL, is_covered=True)] * 3
    placement = _place([*own[:2], *covered, *own[2:]], WIDTH, Covered(forms["requests-2021"]))
    assert [cell and cell.text for cell in placement.cells] == SEVEN
    assert placement.misfit is None
