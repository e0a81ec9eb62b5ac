"""The recipe of docs/spark.md, run as it stands there by the real Spark on this machine.

`python -m benchmarks.spark [COUNT]` makes reports, has them linted by two workers of Spark, and
holds each table against what `lint_batch` makes of the same files. It takes pyspark, pandas and
Java, and is no test for that reason.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from disclint.census import lint_batch
from disclint.census.arrow import SCHEMAS, arrow_tables
from disclint.linter import Linter
from disclint.plugins import Plugins
from tests.census.made import write_reports
from tests.guides import files_of

_COUNT = 300
_GUIDE = Path(__file__).parent.parent / "docs" / "spark.md"
_RECIPE = "census.py"


def main() -> None:
    """Print how many rows Spark has made, how long that took, and whether they are right."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        paths = write_reports(Linter(Plugins.load()), here / "reports", count)
        start = time.perf_counter()
        _submit(here)
        print(f"{count} reports on Spark: {time.perf_counter() - start:.1f} s, starting included")
        items = [(path.as_uri().replace("///", "/"), path.read_bytes()) for path in paths]
        for name, table in arrow_tables(lint_batch(items)).items():
            made = pq.read_table(here / "census" / name).cast(SCHEMAS[name])
            is_right = _rows(made) == _rows(table)
            print(f"{name}: {made.num_rows} rows, {'as lint_batch' if is_right else 'WRONG'}")


def _submit(folder: Path) -> None:
    recipe = folder / _RECIPE
    recipe.write_text(files_of(_GUIDE.read_text(encoding="utf-8"))[_RECIPE], encoding="utf-8")
    subprocess.run(  # noqa: S603 - our own recipe
        [sys.executable, recipe, folder / "reports", folder / "census"],
        check=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
    )


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return sorted((tuple(row.values()) for row in table.to_pylist()), key=str)


if __name__ == "__main__":
    main()
