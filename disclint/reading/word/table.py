"""The tables of a Word document: which cells are one."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, field

from disclint.reading.word.elements import children, find, has, is_on, number, value

_MOST_SPANNED = 1000


@define
class Cell:
    """A cell as it is seen; without an element, a place that the row leaves out at its start."""

    element: Element | None
    index: int
    """The how manieth of the row it is in the file, from 1."""
    columns: int = 1
    rows: int = field(default=1, init=False)


def lay_out(table: Element) -> Iterator[list[Cell]]:
    """Yield the rows of a table, each merged cell once, in the row where it begins."""
    rows: list[list[Cell]] = []
    reaching: dict[int, Cell] = {}
    for row in children(table):
        if row.tag == "w:tr" and not _is_gone(row):
            cells, reaching = _lay_out_row(row, reaching)
            rows.append(cells)
    yield from rows


def _is_gone(row: Element) -> bool:
    properties = find(row, "w:trPr")
    return has(properties, "w:del", "w:moveFrom") or is_on(properties, "w:hidden")


def _lay_out_row(row: Element, above: dict[int, Cell]) -> tuple[list[Cell], dict[int, Cell]]:
    """Return the cells that begin in a row, and by their columns those that may reach further.

    A cell that goes on one above, but is not as wide or where there is none, is one by itself.
    """
    cells: list[Cell] = []
    reaching: dict[int, Cell] = {}
    column = _columns(value(row, "w:trPr", "w:gridBefore"), 0)
    if column:
        cells.append(Cell(None, 0, column))
    for cell in _cells(row):
        merged = _vertical(cell.element)
        begun = above.get(column)
        if merged == "continue" and begun is not None and begun.columns == cell.columns:
            begun.rows += 1
            reaching[column] = begun
        else:
            cells.append(cell)
            if merged:
                reaching[column] = cell
        column += cell.columns
    return cells, reaching


def _cells(row: Element) -> list[Cell]:
    """Return the cells of a row, those merged in the old way (`hMerge`) as one."""
    cells: list[Cell] = []
    index = 0
    for child in children(row):
        if child.tag != "w:tc":
            continue
        index += 1
        properties = find(child, "w:tcPr")
        if has(properties, "w:cellDel"):
            continue
        columns = max(_columns(value(properties, "w:gridSpan"), 1), 1)
        merge = find(properties, "w:hMerge")
        if cells and merge is not None and merge.get("w:val") != "restart":
            cells[-1].columns += columns
        else:
            cells.append(Cell(child, index, columns))
    return cells


def _columns(text: str | None, default: int) -> int:
    return min(max(number(text, default), 0), _MOST_SPANNED)


def _vertical(cell: Element | None) -> str:
    """Return how a cell is merged with those above and below: `restart`, `continue` or not."""
    merge = find(cell, "w:tcPr", "w:vMerge")
    if merge is not None:
        return merge.get("w:val", "continue")
    tracked = find(cell, "w:tcPr", "w:cellMerge")
    if tracked is None:
        return ""
    return {"rest": "restart", "cont": "continue"}.get(tracked.get("w:vMerge", ""), "")
