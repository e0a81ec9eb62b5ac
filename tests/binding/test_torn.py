"""Figures that stand apart from their labels."""

from collections.abc import Callable

import pytest

from disclint.binding.bound import BoundReport, State
from disclint.diagnostics import Diagnostic
from disclint.forms import Form
from tests.writing import HEADINGS, write_report

Bind = Callable[[str], BoundReport]
Lint = Callable[[str], list[Diagnostic]]

FILLED = {
    "received": "6 0 0 0 0 0 6",
    "carried-in": "1 0 0 0 0 0 1",
    "disclosed": "3 0 0 0 0 0 3",
    "partly-disclosed": "2 0 0 0 0 0 2",
    "declined-repeated": "1 0 0 0 0 0 1",
    "results-total": "6 0 0 0 0 0 6",
    "carried-out": "1 0 0 0 0 0 1",
}
NONE = "0 0 0 0 0 0 0"


def rows(form: Form) -> list[tuple[str, str]]:
    """Return each row's label and its figures."""
    return [(row.label, FILLED.get(row.id, NONE)) for row in form.blocks[0].rows]


def figures(report: BoundReport) -> dict[str, str]:
    """Return the figures of table 3, by row; what is none as its state."""
    (table,) = [table for table in report.tables if table.form.table == 3]
    return {
        row.row.id: " ".join(
            figure.text if figure.state is State.FIGURE else figure.state for figure in row.figures
        )
        for row in table.rows
    }


def expected(form: Form) -> dict[str, str]:
    return {row.id: FILLED.get(row.id, NONE) for row in form.blocks[0].rows}


def whole(forms: dict[str, Form], table: str) -> str:
    """Return a report in order whose table 3 is `table`."""
    used = [forms[name] for name in ("active-2019", "requests-2019", "disputes")]
    text = write_report(used, lambda _: "0", "aligned")
    start, end = text.index(HEADINGS[2]) + len(HEADINGS[2]), text.index(HEADINGS[3])
    return f"{text[:start]}\n{table}\n{text[end:]}"


@pytest.fixture(scope="module")
def form(forms: dict[str, Form]) -> Form:
    return forms["requests-2019"]


def spaced(figures: str) -> str:
    return " " * 50 + figures.replace(" ", "    ")


def label_above(label: str, figures: str) -> str:
    return f"{label}\n{spaced(figures)}"


def label_below(label: str, figures: str) -> str:
    return f"{spaced(figures)}\n{label}"


def label_around(label: str, figures: str) -> str:
    half = len(label) // 2
    return f"{label[:half]}\n{spaced(figures)}\n{label[half:]}"


@pytest.mark.parametrize("place", [label_above, label_below, label_around])
@pytest.mark.parametrize("torn", [{1}, {3, 4}, {5, 6, 7, 15}, set(range(23))])
def test_a_label_above_below_or_around_its_figures_is_theirs(
    place: Callable[[str, str], str], torn: set[int], lint: Lint, bind: Bind, forms: dict[str, Form]
) -> None:
    form = forms["requests-2019"]
    lines = [
        place(label, row) if index in torn else f"{label}  {spaced(row)}"
        for index, (label, row) in enumerate(rows(form))
    ]
    text = whole(forms, "\n".join(lines))
    assert figures(bind(text)) == expected(form)
    assert lint(text) == []


def test_columns_that_a_converter_prints_one_after_the_other_are_rows(
    bind: Bind, lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    listed = rows(form)
    columns = zip(*(row.split() for _, row in listed[4:20]), strict=True)
    block = "\n\n".join("\n".join(column) for column in columns)
    lines = [f"{label}\n\n" + "\n\n".join(row.split()) for label, row in listed]
    labels = "\n".join(label for label, _ in listed[4:20])
    text = whole(forms, "\n\n".join([*lines[:4], block, labels, *lines[20:]]))
    assert figures(bind(text)) == expected(form)
    assert lint(text) == []


def test_rows_without_labels_in_tables_of_their_own_are_part_of_the_table_that_is_due(
    bind: Bind, lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    pieces = []
    for index, (label, row) in enumerate(rows(form)):
        cells = " | ".join(row.split())
        if index in {3, 7, 8, 14}:
            half = len(label) // 2
            pieces.append(f"{label[:half]}\n{label[half:]}\n| {cells} |")
        else:
            pieces.append(f"| {label} | {cells} |")
    text = whole(forms, "\n\n".join(pieces))
    assert figures(bind(text)) == expected(form)
    assert lint(text) == []


@pytest.mark.parametrize("change", ["one row more", "one figure more", "a label that is nowhere"])
def test_where_number_and_labels_do_not_agree_nothing_is_guessed(
    change: str, bind: Bind, lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    lines = [label_below(label, row) for label, row in rows(form)]
    if change == "one row more":
        lines.insert(4, spaced("5 0 0 0 0 0 5"))
    elif change == "one figure more":
        lines[4] = lines[4].replace("0", "0    9", 1)
    else:
        lines[4] = spaced(NONE)
    text = whole(forms, "\n".join(lines))
    assert [table.form.table for table in bind(text).tables] == [2, 4]
    assert [one.code for one in lint(text)] == ["DIS104"]


def test_a_label_misspelt_far_from_its_figures_is_told_at_the_label(
    lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    lines = [label_below(label, row) for label, row in rows(form)]
    text = whole(forms, "\n".join(lines)).replace("2.重复申请", "2.重复申清")
    (found,) = lint(text)
    assert found.code == "DIS107"
    assert text.split("\n")[found.start.line - 1].strip() == "2.重复申清"


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("2.重复申请      1", "（五）不予 2.重复申请      1"),
        ("2.重复申请      1", "处理）不 （五 2.重复申请      1"),
        ("2.重复申请      1", "2.重复申请1"),
        ("2.重复申请      1", "（五）不予处理 2.重复申请1"),
    ],
)
def test_a_label_is_told_from_what_a_converter_has_left_next_to_it(
    line: str, broken: str, lint: Lint, bind: Bind, forms: dict[str, Form]
) -> None:
    form = forms["requests-2019"]
    lines = [f"{label}      {row.replace(' ', '    ')}" for label, row in rows(form)]
    text = whole(forms, "\n".join(lines))
    assert line in text
    changed = text.replace(line, broken)
    assert figures(bind(changed)) == expected(form)
    assert lint(changed) == []


def test_where_a_row_is_unknown_and_another_is_not_there_nothing_is_read(
    lint: Lint, forms: dict[str, Form]
) -> None:
    form = forms["requests-2019"]
    lines = [f"{label}      {row.replace(' ', '    ')}" for label, row in rows(form)]
    text = whole(forms, "\n".join(lines)).replace("2.重复申请      1", "2.重复\n   申请1")
    assert [one.code for one in lint(text)] == ["DIS104"]


def with_blanks(form: Form, blank: set[int], place: Callable[[str, str], str]) -> str:
    """Return a table each label of which is put to its figures by `place`, some rows blank."""
    return "\n".join(
        label if index in blank else place(label, row)
        for index, (label, row) in enumerate(rows(form))
    )


@pytest.mark.parametrize("blank", [{5, 9}, {22, 23}, {2, 22}, {6, 17}])
def test_as_many_figures_as_another_edition_has_are_none_of_it(
    blank: set[int], bind: Bind, lint: Lint, forms: dict[str, Form]
) -> None:
    text = whole(forms, with_blanks(forms["requests-2021"], blank, label_around))
    assert [table.form.table for table in bind(text).tables] == [2, 4]
    assert [one.code for one in lint(text)] == ["DIS104"]


def test_a_report_of_the_earlier_edition_is_no_later_one_for_want_of_figures(
    bind: Bind, forms: dict[str, Form]
) -> None:
    form = forms["requests-2019"]
    lines = with_blanks(form, {6, 19, 20}, lambda label, row: f"{label}  {spaced(row)}")
    broken = lines.replace("2.重复申请", "2.重\n复申请")
    (table,) = [one for one in bind(whole(forms, broken)).tables if one.form.table == 3]
    assert table.form is form


def test_a_blank_row_does_not_get_the_figures_of_the_next_whose_label_is_broken(
    bind: Bind, forms: dict[str, Form], form: Form
) -> None:
    listed = rows(form)
    lines = [f"{label}  {spaced(row)}" for label, row in listed]
    lines[2] = listed[2][0]
    lines[3] = label_around(*listed[3])
    found = figures(bind(whole(forms, "\n".join(lines))))
    assert set(found["disclosed"].split()) == {"missing"}
    assert found["partly-disclosed"] == FILLED["partly-disclosed"]


def test_a_blank_row_between_rows_that_are_read_by_their_number_is_not_called_missing(
    lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    lines = [f"{label}  {spaced(row)}" for label, row in rows(form)]
    lines[3] = label_around(*rows(form)[3])
    lines[5] = rows(form)[5][0]
    assert [one.code for one in lint(whole(forms, "\n".join(lines)))] == ["DIS202"]


def test_a_label_out_of_its_place_is_not_believed_where_another_row_lacks_figures(
    bind: Bind, forms: dict[str, Form], form: Form
) -> None:
    lines = [f"{label}  {spaced(row)}" for label, row in rows(form)]
    lines[5] = rows(form)[5][0]
    lines[4], lines[8] = "", f"{lines[8]}\n{lines[4]}"
    assert [table.form.table for table in bind(whole(forms, "\n".join(lines))).tables] == [2, 4]


def test_the_labels_of_blank_rows_out_of_their_place_tell_that_others_may_be_so_too(
    bind: Bind, forms: dict[str, Form], form: Form
) -> None:
    listed = rows(form)
    alone = [label for label, _ in listed]
    cells = ["\n\n".join(row.split()) for _, row in listed]
    lines = [f"{label}\n\n{row}" for label, row in zip(alone, cells, strict=True)]
    moved = [alone[3], alone[9], alone[18], cells[19], lines[20]]
    end = [alone[21], cells[21], cells[22], alone[19], alone[22]]
    text = "\n\n".join([*lines[:3], *lines[4:9], *lines[10:18], *moved, *end])
    assert [one.form.table for one in bind(whole(forms, text)).tables] == [2, 4]


def test_a_number_that_is_right_by_chance_is_not_believed(
    bind: Bind, lint: Lint, forms: dict[str, Form], form: Form
) -> None:
    listed = rows(form)
    lost, broken = "3 0 0 0 0 3", "6 0 0 0 0 0 0 6"
    lines = [f"{label}\n\n" + "\n\n".join(row.split()) for label, row in listed]
    torn = [listed[2][1], "0 4 0 0 0 0 4", lost, "2 0 0 0 0 0 2", "1 0 5 0 0 0 6", broken]
    block = "\n\n".join(cell for row in torn for cell in row.split())
    labels = "\n".join(label for label, _ in listed[2:8])
    text = whole(forms, "\n\n".join([*lines[:2], block, labels, *lines[8:]]))
    assert [table.form.table for table in bind(text).tables] == [2, 4]
    assert "DIS104" in [one.code for one in lint(text)]
