"""Tables of made-up reports with their cells merged, as offices lay them down."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from disclint.forms import Form, FormBlock, Named, Slot
from tests.writing import HEADINGS, PROSE, TITLE, Value


@frozen
class Cell:
    """A cell's text, and how far it reaches."""

    text: str = ""
    columns: int = 1
    rows: int = 1


Rows = Sequence[Sequence[Cell]]


@frozen
class Placed:
    """A cell at a row and a column, from 0; in the rows that it reaches into it is there again."""

    row: int
    column: int
    cell: Cell
    is_first: bool


@frozen
class Drawn:
    """A cell's text, where the cell begins, and over how many rows and columns it is."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def report_pieces(forms: Sequence[Form], value: Value, year: int = 2020) -> list[str | Rows]:
    """Return a whole report as `write_report` writes it, its three tables with merged cells."""
    pieces: list[str | Rows] = [TITLE.format(year=year), HEADINGS[0], PROSE]
    for heading, form in zip(HEADINGS[1:4], forms, strict=True):
        pieces += [heading, table_cells(form, value)]
    return [*pieces, HEADINGS[4], PROSE, HEADINGS[5], "无其他需要报告的事项，没有收取信息处理费。"]


def table_cells(form: Form, value: Value) -> Rows:
    """Return the cells of a table; all blocks are as wide as the widest."""
    labels = max(_depth(row) for block in form.blocks for row in block.rows)
    width = labels + max(len(block.columns) for block in form.blocks)
    return [row for block in form.blocks for row in _block(form, block, value, labels, width)]


def placed(rows: Rows) -> Iterator[list[Placed]]:
    """Yield for each row its cells, and those that reach down into it, by column."""
    reaching: dict[int, Placed] = {}
    for index, row in enumerate(rows):
        found: dict[int, Placed] = {}
        column = 0
        cells = list(row)
        while cells or column in reaching:
            if column in reaching:
                first = reaching[column]
                found[column] = Placed(first.row, column, first.cell, is_first=False)
            else:
                found[column] = Placed(index, column, cells.pop(0), is_first=True)
            column += found[column].cell.columns
        reaching |= found
        reaching = {
            at: place for at, place in reaching.items() if place.row + place.cell.rows > index + 1
        }
        yield list(found.values())


def report_blocks(forms: Sequence[Form], value: Value, year: int) -> Iterator[str | list[Drawn]]:
    """Yield what `report_pieces` returns, the cells of a table each with its place."""
    for piece in report_pieces(forms, value, year):
        yield piece if isinstance(piece, str) else list(drawn(piece))


def drawn(rows: Rows) -> Iterator[Drawn]:
    """Yield the cells of a table by row and column."""
    for row in placed(rows):
        for place in row:
            if place.is_first:
                cell = place.cell
                yield Drawn(cell.text, place.row, place.column, cell.rows, cell.columns)


def _depth(row: Named) -> int:
    return len(row.under) + bool(row.label)


def _block(
    form: Form, block: FormBlock, value: Value, labels: int, width: int
) -> Iterator[list[Cell]]:
    if block.title:
        yield [Cell(block.title, columns=width)]
    yield from _head(block, labels, width)
    for index, row in enumerate(block.rows):
        cells = [
            Cell(label, rows=count)
            for depth, label in enumerate(row.under)
            if (count := _run(block.rows, index, depth + 1))
        ]
        if row.label:
            cells.append(Cell(row.label, columns=labels - len(row.under)))
        figures = [value(Slot(form, block, row, column)) for column in block.columns]
        yield cells + _stretched(figures, width - labels)


def _run(items: Sequence[Named], index: int, depth: int) -> int:
    """Return how many of `items` are under the same labels from `index` on, or 0 within a run."""
    prefix = items[index].under[:depth]
    if index and items[index - 1].under[:depth] == prefix:
        return 0
    return sum(1 for _ in takewhile(lambda item: item.under[:depth] == prefix, items[index:]))


def _stretched(texts: Sequence[str], width: int) -> list[Cell]:
    *first, last = map(Cell, texts)
    return [*first, Cell(last.text, columns=width - len(first))]


def _head(block: FormBlock, labels: int, width: int) -> Iterator[list[Cell]]:
    levels = max(len(column.under) for column in block.columns) + 1
    corner = [Cell(block.headers[0], columns=labels, rows=levels)] if block.headers else []
    if len(block.headers) > 1:
        corner = [Cell(block.headers[0], columns=labels, rows=levels + 1)]
        yield [*corner, *(Cell(text, columns=width - labels) for text in block.headers[1:])]
        corner = []
    if levels == 1:
        yield corner + _stretched([column.label for column in block.columns], width - labels)
        return
    for level in range(levels):
        row = corner if level == 0 else []
        for index, column in enumerate(block.columns):
            if len(column.under) == level:
                row = [*row, Cell(column.label, rows=levels - level)]
            elif len(column.under) > level and (span := _run(block.columns, index, level + 1)):
                row = [*row, Cell(column.under[level], columns=span)]
        yield row
