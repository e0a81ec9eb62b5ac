"""Tables of made-up reports as grids of merged cells, the way offices rule them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from disclint.forms import Form, FormBlock, Slot
from tests.writing import HEADINGS, PROSE, TITLE, Value

_WIDTH = 12
"""As many columns as the blocks of table 2, which have two to four, can all be drawn on."""
_Path = tuple[str, ...]


@frozen
class Drawn:
    """A cell of a grid, and how many rows and columns it is over."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def report_blocks(forms: Sequence[Form], value: Value, year: int) -> Iterator[str | list[Drawn]]:
    """Yield the paragraphs and grids of the report that `write_report` writes."""
    yield from (TITLE.format(year=year), HEADINGS[0], PROSE)
    for heading, form in zip(HEADINGS[1:4], forms, strict=True):
        yield heading
        yield grid_of(form, value)
    yield from (HEADINGS[4], PROSE, HEADINGS[5], "无其他需要报告的事项。")


def grid_of(form: Form, value: Value) -> list[Drawn]:
    """Return the cells of one table by row and column; `value` gives the text of its figures."""
    cells: list[Drawn] = []
    for block in form.blocks:
        top = max((cell.row + cell.rows for cell in cells), default=0)
        wide = _WIDTH // (len(block.columns) + 1) if len(form.blocks) > 1 else 1
        cells += (
            Drawn(c.text, top + c.row, c.column * wide, c.rows, c.columns * wide)
            for c in _block(form, block, value)
        )
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _block(form: Form, block: FormBlock, value: Value) -> Iterator[Drawn]:
    labels = [(*row.under, *filter(None, [row.label])) for row in block.rows]
    heads = [(*column.under, column.label) for column in block.columns]
    depth, levels = max(map(len, labels)), max(map(len, heads))
    if block.title:
        yield Drawn(block.title, 0, 0, columns=depth + len(heads))
    first = bool(block.title)
    top = first + len(block.headers[1:])
    if block.headers:
        yield Drawn(block.headers[0], first, 0, top - first + levels, depth)
    for below, text in enumerate(block.headers[1:], start=first):
        yield Drawn(text, below, depth, columns=len(heads))
    for text, level, start, count, reach in _merged(heads, levels):
        yield Drawn(text, top + level, depth + start, reach, count)
    top += levels
    for text, level, start, count, reach in _merged(labels, depth):
        yield Drawn(text, top + start, level, count, reach)
    for down, row in enumerate(block.rows):
        for across, column in enumerate(block.columns, start=depth):
            yield Drawn(value(Slot(form, block, row, column)), top + down, across)


def _merged(paths: Sequence[_Path], levels: int) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield each label with its level, where it starts, over how many it is, and how deep."""
    for level in range(levels):
        start = 0
        for path, group in groupby(paths, key=lambda path: path[: level + 1]):
            count = len(list(group))
            if len(path) > level:
                is_last = path in paths
                yield path[level], level, start, count, levels - level if is_last else 1
            start += count
