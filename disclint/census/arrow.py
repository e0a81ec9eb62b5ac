"""The tables as Arrow has them."""

from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import get_args

import pyarrow as pa
from attrs import fields

from disclint.census.rows import DECIMALS, DIGITS, KINDS, Row, Tables

_TYPES: Mapping[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    Decimal: pa.decimal128(DIGITS, DECIMALS),
}


def _field(name: str, annotation: object) -> pa.Field:
    """Return a column; one that may have nothing in it is annotated so."""
    is_optional = isinstance(annotation, UnionType)
    kind = get_args(annotation)[0] if is_optional else annotation
    return pa.field(name, _TYPES[kind], nullable=is_optional)


def _schema(kind: type[Row]) -> pa.Schema:
    return pa.schema([_field(one.name, one.type) for one in fields(kind)])


SCHEMAS: Mapping[str, pa.Schema] = {name: _schema(kind) for name, kind in KINDS.items()}
"""The columns of each table, by its name."""


def arrow_tables(tables: Tables) -> dict[str, pa.Table]:
    """Return the three tables, by name."""
    return {name: pa.table(tables.columns(name), schema=schema) for name, schema in SCHEMAS.items()}
