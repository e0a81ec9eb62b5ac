"""Made-up reports, written out from figures in each layout that disclint reads."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal
from unicodedata import east_asian_width

from disclint.forms import Form, FormBlock, Slot

LayoutName = Literal[
    "tabbed", "paragraphs", "pipes", "cells", "turns", "oneline", "aligned", "printed", "tabs"
]
Value = Callable[[Slot], str]

HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
TITLE = "青禾县{year}年政府信息公开工作年度报告"
_ITEM = re.compile(r"\d\.(?!\d)")
_LABEL_WIDTH = 100
_COLUMN_WIDTH = 9
PROSE = "全县政府信息公开工作平稳有序。"


def write_report(
    forms: Sequence[Form], value: Value, layout: LayoutName = "tabbed", year: int = 2020
) -> str:
    """Return a whole report in order, its three tables on `forms`."""
    pieces = [TITLE.format(year=year), HEADINGS[0], PROSE]
    for heading, form in zip(HEADINGS[1:4], forms, strict=True):
        pieces += [heading, write_table(form, value, layout)]
    pieces += [HEADINGS[4], PROSE, HEADINGS[5], "无其他需要报告的事项，没有收取信息处理费。"]
    return "\n\n".join(pieces) + "\n"


def write_table(form: Form, value: Value, layout: LayoutName = "tabbed") -> str:
    """Return one table; `value` gives the text of each cell."""
    return write_rows(table_rows(form, value), layout)


def write_rows(rows: Iterable[Sequence[str]], layout: LayoutName = "tabbed") -> str:
    """Return `rows` of cells laid down in `layout`."""
    cells = [list(row) for row in rows]
    every = [cell for row in cells for cell in row]
    match layout:
        case "tabbed":
            text = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in cells)
        case "paragraphs":
            text = "\n\n".join(filter(None, every)) + "\n"
        case "tabs":
            text = "".join("\t".join(row) + "\n" for row in cells)
        case "pipes":
            text = "\n".join("| " + " | ".join(row) + " |" for row in cells) + "\n"
        case "cells":
            text = "".join(f"{cell} |\n".lstrip() for cell in every)
        case "turns":
            text = "|\n" + "".join(f"{cell}\n|\n" for cell in every)
        case "oneline":
            text = "| " + " | ".join(every) + " |\n"
        case "aligned":
            text = "".join(f"{_aligned(row, screen_width)}\n" for row in cells)
        case "printed":
            text = "".join(f"{_aligned(row, len)}\n" for row in cells)
    return text


def screen_width(text: str) -> int:
    """Return how many columns of a screen `text` takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _aligned(row: Sequence[str], width: Callable[[str], int]) -> str:
    """Return a row whose last cells, its figures, stand in columns."""
    first = 1 + max((i for i, cell in enumerate(row) if cell and not _is_figure(cell)), default=-1)
    labels, figures = [cell for cell in row[:first] if cell], row[first:]
    line = "  ".join(labels)
    for index, cell in enumerate(figures):
        line += " " * (_LABEL_WIDTH + _COLUMN_WIDTH * index - width(line)) + cell
    return line.rstrip()


def _is_figure(cell: str) -> bool:
    return cell[0] in "+-" or (cell[0].isdecimal() and not _ITEM.match(cell))


def table_rows(form: Form, value: Value) -> Iterator[list[str]]:
    """Yield the rows of a table as word processors lay them down, heads and all."""
    for block in form.blocks:
        yield from _head(block)
        seen: tuple[str, ...] = ()
        for row in block.rows:
            spanning = [
                "" if row.under[: depth + 1] == seen[: depth + 1] else label
                for depth, label in enumerate(row.under)
            ]
            seen = row.under or seen
            label = [row.label] if row.label else []
            slots = (Slot(form, block, row, column) for column in block.columns)
            yield [*spanning, *label, *map(value, slots)]


def _head(block: FormBlock) -> Iterator[list[str]]:
    if block.title:
        yield [block.title]
    depth = max(len(column.under) for column in block.columns)
    if depth == 0:
        yield [*block.headers, *(column.label for column in block.columns)]
        return
    if block.headers:
        yield list(block.headers)
    for level in range(depth + 1):
        cells: list[str] = []
        previous: tuple[str, ...] = ()
        for column in block.columns:
            if len(column.under) > level:
                if column.under[: level + 1] != previous:
                    cells.append(column.under[level])
                previous = column.under[: level + 1]
            else:
                previous = ()
                cells.append(column.label if len(column.under) == level else "")
        yield cells


def write_line(
    forms: Sequence[Form],
    value: Value,
    gap: Callable[[], str] = lambda: "",
    year: int = 2020,
) -> str:
    """Return a whole report on one line, each cell followed by `gap`; a blank leaves no trace."""
    pieces = [TITLE.format(year=year), " ", HEADINGS[0], PROSE]
    for heading, form in zip(HEADINGS[1:4], forms, strict=True):
        pieces += [heading, write_run(table_rows(form, value), gap)]
    pieces += [HEADINGS[4], PROSE, HEADINGS[5], "无其他需要报告的事项，没有收取信息处理费。", "\n"]
    return "".join(pieces)


def write_run(rows: Iterable[Sequence[str]], gap: Callable[[], str] = lambda: "") -> str:
    """Return `rows` with nothing between the cells but `gap`."""
    return "".join(cell + gap() for row in rows for cell in row if cell)
