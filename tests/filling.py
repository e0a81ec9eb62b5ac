"""Tables filled with given figures and bound, for tests of what they mean."""

from collections.abc import Callable, Mapping

from disclint.binding.bound import BoundReport, BoundTable, Figure
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.writing import write_table

Fill = Callable[[Slot], str]


def fill(linter: Linter, name: str, texts: Mapping[str, str], rest: str = "0") -> BoundTable:
    """Return the form called `name` with `texts` by `row.column`, and `rest` in all other cells."""
    form = find_form(linter, name)
    return bind_text(
        linter, write_table(form, lambda s: texts.get(f"{s.row.id}.{s.column.id}", rest))
    ).tables[0]


def find_form(linter: Linter, name: str) -> Form:
    """Return the form called `name`."""
    return next(form for form in linter.catalog.forms if form.id == name)


def bind_text(linter: Linter, text: str) -> BoundReport:
    """Return the report that `text` holds."""
    (report,) = linter.bind(Source("report.txt", text))
    return report


def row_of(name: str, *values: int) -> dict[str, str]:
    """Return the seven figures of a row of table 3, the total being the sum of `values`."""
    columns = ("person", "business", "research", "public-interest", "legal-service")
    parts = dict(zip((*columns, "other-organisation"), values, strict=False))
    texts = {f"{name}.{column}": str(value) for column, value in parts.items()}
    return texts | {f"{name}.total": str(sum(values))}


def name_of(figure: Figure) -> str:
    """Return `row.column` of a figure."""
    return f"{figure.slot.row.id}.{figure.slot.column.id}"
