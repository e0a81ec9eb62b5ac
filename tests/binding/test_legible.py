"""Tables that a converter has torn, and whether they have been read as they stand."""

from collections.abc import Callable, Mapping

import pytest

from disclint.binding.bound import BoundReport
from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from tests.writing import LayoutName, write_report

Bind = Callable[[str], BoundReport]
Lint = Callable[[str], list[Diagnostic]]

EDITION = ("active-2019", "requests-2019", "disputes")


def write(forms: dict[str, Form], given: Mapping[str, str], layout: LayoutName) -> str:
    """Return a report of zeros but for the figures `given`."""

    def value(slot: Slot) -> str:
        return given.get(f"{slot.row.id}.{slot.column.id}", "0")

    return write_report([forms[name] for name in EDITION], value, layout)


def read(report: BoundReport) -> set[int]:
    """Return the numbers of the official tables that are read."""
    return {table.form.table for table in report.tables}


@pytest.mark.parametrize(
    ("change", "decisions", "tables"),
    [
        ("+7", "120", {2, 3, 4}),
        ("-7", "0", {2, 3, 4}),
        ("120", "+7", {3, 4}),
        ("0", "-7", {3, 4}),
    ],
)
def test_a_sign_on_a_count_that_the_change_lacks_tells_of_another_order(
    change: str, decisions: str, tables: set[int], bind: Bind, forms: dict[str, Form]
) -> None:
    given = {"penalties.change": change, "penalties.decisions": decisions}
    assert read(bind(write(forms, given, "paragraphs"))) == tables


def test_a_sign_in_the_wrong_column_is_the_writer_s_where_nothing_is_torn(
    bind: Bind, forms: dict[str, Form]
) -> None:
    given = {"penalties.change": "120", "penalties.decisions": "+7"}
    assert read(bind(write(forms, given, "tabbed"))) == {2, 3, 4}


ROW = {"person": "700", "business": "130"}
SHORT = {"person": "20", "business": "12"}


def requests(**totals: str) -> dict[str, str]:
    """Return figures for rows of table 3: those of `ROW` and `SHORT`, with these totals."""
    parts = {"received": ROW, "results_total": ROW, "carried_in": SHORT}
    return {
        f"{row.replace('_', '-')}.{column}": text
        for row, total in totals.items()
        for column, text in {**parts[row], "total": total}.items()
    }


@pytest.mark.parametrize("total", ["83", "8"])
def test_totals_cut_off_at_the_edge_of_a_page_are_not_read(
    total: str, bind: Bind, forms: dict[str, Form]
) -> None:
    given = requests(received=total, results_total=total, carried_in="32")
    assert read(bind(write(forms, given, "aligned"))) == {2, 4}


def test_a_total_that_lacks_a_digit_is_a_slip_where_another_is_as_long(
    bind: Bind, lint: Lint, forms: dict[str, Form]
) -> None:
    text = write(forms, requests(received="83", results_total="830", carried_in="32"), "aligned")
    assert read(bind(text)) == {2, 3, 4}
    assert "DIS402" in [one.code for one in lint(text)]


@pytest.mark.parametrize("layout", ["tabbed", "pipes", "paragraphs"])
def test_a_total_that_lacks_a_digit_is_a_slip_where_no_page_has_an_edge(
    layout: LayoutName, bind: Bind, forms: dict[str, Form]
) -> None:
    given = requests(received="83", results_total="83", carried_in="32")
    assert read(bind(write(forms, given, layout))) == {2, 3, 4}


def test_the_last_total_of_table_4_is_not_read_if_it_is_cut_off(
    bind: Bind, forms: dict[str, Form]
) -> None:
    given = {"cases.after-review-upheld": "20", "cases.after-review-total": "2"}
    assert read(bind(write(forms, given, "aligned"))) == {2, 3}
    assert read(bind(write(forms, given, "tabbed"))) == {2, 3, 4}
