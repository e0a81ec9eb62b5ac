"""The values of cells, written as a person reads them."""

import datetime as dt
from decimal import Decimal

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def text_of(value: Value) -> str:
    """Return what a cell shows, as far as its value tells: 5 for 5.0, 0.3 for 0.1 + 0.2.

    Like Excel it shows 15 digits at most; how many of them the cell's format rounds to, or that it
    is a percentage, is not known.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        shortest = f"{value or 0:.15g}"
        return f"{Decimal(shortest):f}"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return str(value)
