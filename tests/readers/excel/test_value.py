"""Values as a person reads them."""

import datetime as dt

import pytest

from disclint.readers.excel.value import Value, text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", ""),
        ("５件", "５件"),
        (5, "5"),
        (5.0, "5"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (24252.311082, "24252.311082"),
        (123456789012345678, "123456789012346000"),
        (1e-7, "0.0000001"),
        (float("inf"), "Infinity"),
        (True, "TRUE"),
        (dt.datetime(2024, 1, 31), "2024-01-31"),  # noqa: DTZ001 - cells know no time zone
        (dt.datetime(2024, 1, 31, 8, 30), "2024-01-31 08:30:00"),  # noqa: DTZ001
        (dt.date(2024, 1, 31), "2024-01-31"),
        (dt.time(8, 30), "08:30:00"),
    ],
)
def test_a_value_is_written_as_it_is_read(value: Value, text: str) -> None:
    assert text_of(value) == text
