"""The tables of a census as CSV, a file each."""

import os
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from disclint.census.arrow import SCHEMAS
from disclint.census.store import Store


def write_sheets(store: Store) -> Sequence[Path]:
    """Write each table whole into one file beside the parts, and return the files.

    Raises:
        OSError: they cannot be written.

    """
    return [_write(store, name, store.folder / f"{name}.csv") for name in SCHEMAS]


def _write(store: Store, name: str, path: Path) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    schema = pa.schema([_as_text(column) for column in SCHEMAS[name]])
    try:
        with csv.CSVWriter(beside, schema) as sheet:
            for table in store.tables(name):
                sheet.write_table(_in_plain_digits(table).cast(schema))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return path


def _as_text(column: pa.Field) -> pa.Field:
    return column.with_type(pa.string()) if pa.types.is_decimal(column.type) else column


def _in_plain_digits(table: pa.Table) -> pa.Table:
    """Return a table in which a value is written as `12`, and not as `12.000000`."""
    for index, column in enumerate(table.schema):
        if pa.types.is_decimal(column.type):
            digits = pc.cast(table.column(index), pa.string())
            shortened = pc.utf8_rtrim(pc.utf8_rtrim(digits, characters="0"), characters=".")
            table = table.set_column(index, column.name, shortened)
    return table
