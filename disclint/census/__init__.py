"""A census: figures, findings and files of many reports, as plain tables.

`lint_batch` makes them of some reports, in whatever process and on whatever machine; the other
modules keep them as Parquet, and sum them up.
"""

from disclint.census.batch import Item, lint_batch
from disclint.census.brief import Brief
from disclint.census.rows import FigureRow, FileRow, FindingRow, Tables

__all__ = ["Brief", "FigureRow", "FileRow", "FindingRow", "Item", "Tables", "lint_batch"]
