"""Random figures of whole reports that keep every relation of the form."""

from collections.abc import Sequence
from random import Random

from disclint.forms import Form, Kind, Slot

EDITIONS = {
    2020: ("active-2019", "requests-2019", "disputes"),
    2023: ("active-2021", "requests-2021", "disputes"),
}
PARTS = 6
BALANCE = {"received", "carried-in", "results-total", "carried-out"}

Figures = dict[str, str]
"""The text of each cell by the id of its slot."""


def slots(form: Form) -> list[Slot]:
    """Return every place for a figure in `form`."""
    return [
        Slot(form, block, row, column)
        for block in form.blocks
        for row in block.rows
        for column in block.columns
    ]


def valid_figures(random: Random, forms: Sequence[Form], zeros: float | None = None) -> Figures:
    """Return figures for a whole report, in order.

    Two counts of three are 0, and as many are large as are small; with `zeros`, that share is 0,
    and no count is above 30, as in the reports of small offices.
    """
    active, requests, disputes = forms
    return {
        **_active(random, active),
        **_requests(random, requests, zeros),
        **_disputes(random, disputes, zeros),
    }


def _count(random: Random, zeros: float | None) -> int:
    if zeros is not None:
        return random.randint(1, 30) if random.random() > zeros else 0
    return random.choice((0, 0, 0, 0, random.randint(1, 9), random.randint(10, 999)))


def _active(random: Random, form: Form) -> Figures:
    figures = {}
    for slot in slots(form):
        if slot.column.kind is Kind.MONEY:
            figures[slot.id] = (
                f"{random.randint(1, 90000) / 100}{'' if slot.column.unit else '万元'}"
            )
        elif slot.column.kind is Kind.CHANGE:
            figures[slot.id] = f"{random.randint(-50, 50):+}".replace("+0", "0")
        else:
            figures[slot.id] = str(random.randint(100, 9999))
    for row in form.blocks[0].rows:
        first, second, total = (column.id for column in form.blocks[0].columns)
        prefix = f"{form.id}.{row.id}"
        new = 0 if row.id == "rules" else random.randint(0, 30)
        figures[f"{prefix}.{first}"] = figures[f"{prefix}.{second}"] = str(new)
        figures[f"{prefix}.{total}"] = str(new * 2)
    return figures


def _requests(random: Random, form: Form, zeros: float | None) -> Figures:
    rows = {row.id: [_count(random, zeros) for _ in range(PARTS)] for row in form.blocks[0].rows}
    total = [
        sum(values[column] for name, values in rows.items() if name not in BALANCE)
        for column in range(PARTS)
    ]
    rows["results-total"] = total
    rows["carried-in"] = [
        min(old, done + left)
        for old, done, left in zip(rows["carried-in"], total, rows["carried-out"], strict=True)
    ]
    rows["received"] = [
        done + left - old
        for old, done, left in zip(rows["carried-in"], total, rows["carried-out"], strict=True)
    ]
    columns = [column.id for column in form.blocks[0].columns]
    return {
        f"{form.id}.{name}.{column}": str(value)
        for name, values in rows.items()
        for column, value in zip(columns, [*values, sum(values)], strict=True)
    }


def _disputes(random: Random, form: Form, zeros: float | None) -> Figures:
    values: list[int] = []
    for _ in range(3):
        parts = [_count(random, zeros) for _ in range(4)]
        values += [*parts, sum(parts)]
    return {slot.id: str(value) for slot, value in zip(slots(form), values, strict=True)}
