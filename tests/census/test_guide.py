"""The page on the census: its columns are those that there are, its queries run."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclint.census.arrow import SCHEMAS
from tests.cli.running import run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "census.md").read_text(encoding="utf-8")
ASKING = """
import sys, duckdb
with duckdb.connect() as database:
    found = database.execute(sys.stdin.read())
    for line in ([one[0] for one in found.description], *found.fetchall()):
        print(*line, sep=" | ")
"""
"""In a process of its own: what DuckDB reserves is more than readers of PDF may have here."""
QUERIES = re.findall(r"```sql\n(.*?)```\n\n```text\n(.*?)```", GUIDE, re.DOTALL)


def columns_in_guide(table: str) -> Iterator[tuple[str, str]]:
    section = GUIDE.split(f"### {table}:")[1].split("\n#")[0]
    yield from re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, re.MULTILINE)


@pytest.mark.parametrize("table", SCHEMAS)
def test_the_schema_is_the_documented_one(table: str) -> None:
    assert list(columns_in_guide(table)) == [
        (one.name, f"{one.type}, or null" if one.nullable else str(one.type))
        for one in SCHEMAS[table]
    ]


def test_there_are_three_queries() -> None:
    assert len(QUERIES) == 3


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the census of the samples in it."""
    folder = tmp_path_factory.mktemp("samples")
    run("census", "docs/samples", "-o", folder / "disclint-census", cwd=ROOT)
    return folder


@pytest.mark.parametrize(("query", "answer"), QUERIES)
def test_a_query_gives_what_the_guide_says(samples: Path, query: str, answer: str) -> None:
    asked = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ASKING],
        input=query,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=samples,
        check=False,
    )
    assert (asked.returncode, asked.stderr) == (0, "")
    assert asked.stdout == answer
