"""Tables whose cells the reader of the file knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.catalog import Catalog
from disclint.marks import CELL_END, GRID, ROW_END
from disclint.nodes import Table
from disclint.parsing import parse
from disclint.source import Source

texts = st.text(
    st.characters(exclude_characters="\x00\x1c\x1d\x1e\x1f\r", exclude_categories=["Cs"])
)


def grid(rows: list[list[str]]) -> str:
    written = "".join("".join(cell + CELL_END for cell in row) + ROW_END + "\n" for row in rows)
    return f"{GRID}\n{written}{GRID}\n"


@given(st.lists(st.lists(texts, min_size=1, max_size=4), max_size=4))
def test_any_cells_are_read_as_they_are(catalog: Catalog, rows: list[list[str]]) -> None:
    text = f"青禾县\n{grid(rows)}平稳。\n"
    tables = [
        b
        for b in parse(Source("", text), catalog.genre("ogi").vocabulary).blocks()
        if isinstance(b, Table)
    ]
    read = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    assert read == [[[cell.strip() for cell in row] for row in rows]]
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        assert text[cell.span.start : cell.span.end] == cell.text


@pytest.mark.parametrize(
    "text",
    [
        GRID,
        f"{GRID}\n规章\n",
        f"{GRID}\n规章\n{GRID}\n",
        f"{GRID}\n1{CELL_END}\n{GRID}\n",
        f"{GRID}x\n",
    ],
)
def test_marks_that_make_no_table_do_no_harm(catalog: Catalog, text: str) -> None:
    document = parse(Source("", text), catalog.genre("ogi").vocabulary)
    assert not any(isinstance(block, Table) for block in document.blocks())
