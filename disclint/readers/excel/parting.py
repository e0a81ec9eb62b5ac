"""A sheet parted into its tables and the lines of text between them."""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from disclint.readers.excel.sheet import At, Sheet
from disclint.reading.transcript import Box, Content, Grid, Para

_LONGEST_LABEL = 60
# A caption within a table, with which a part of it begins; and labels that look like headings.
_CAPTION = re.compile(r"\s*第[一二三四五六七八九十]+[条條]")
_LABEL = re.compile(r"新收|上年[结結][转轉]|[办辦]理[结結]果|[继繼][续續][办辦]理|[结結][转轉]下年")
_LINE = re.compile(
    r"\s*(?:[一二三四五六七八九十]+\s*[、.．]|第[一二三四五六七八九十]+部分|(?:备注|注|说明)[:：])"
    r"|.*[。；！]\s*$",
    re.DOTALL,
)


def part(sheet: Sheet) -> Iterator[Content]:
    """Yield the tables of a sheet, and each text that has a row for itself, as they come."""
    yield from _Parting(sheet).blocks()


@define
class _Parting:
    """A sheet by its rows."""

    sheet: Sheet
    _filled: dict[int, list[int]] = field(init=False, factory=dict)
    """The columns in which a row has text."""
    _reached: set[int] = field(init=False, factory=set)
    """The rows that a cell with text reaches down into."""

    def __attrs_post_init__(self) -> None:
        """Look through the cells."""
        for row, column in sorted(self.sheet.runs):
            self._filled.setdefault(row, []).append(column)
            if area := self.sheet.merged.get((row, column)):
                self._reached.update(range(area.top + 1, area.bottom + 1))

    def blocks(self) -> Iterator[Content]:
        """Yield tables and lines; a row without text and a caption part two tables."""
        table: list[int] = []
        for row in range(self.sheet.height):
            columns = self._filled.get(row, [])
            is_line = len(columns) == 1 and self._is_line((row, columns[0]), table)
            is_caption = len(columns) == 1 and _CAPTION.match(self._text((row, columns[0])))
            goes_on = bool(columns) or (bool(table) and row in self._reached)
            if is_line or is_caption or not goes_on:
                yield from self._table(table)
                table = []
            if is_line:
                yield Para([self.sheet.runs[row, columns[0]]])
            elif goes_on:
                table.append(row)
        yield from self._table(table)

    def _text(self, at: At) -> str:
        return self.sheet.runs[at].text

    def _is_line(self, at: At, table: Sequence[int]) -> bool:
        """Whether the only text in a row is a heading, a title or prose rather than a label.

        A label, too, may stand alone, where all its figures are blank.
        """
        text = self._text(at)
        if _CAPTION.match(text) or _LABEL.search(text[:_LONGEST_LABEL]):
            return False
        if not table or len(text) > _LONGEST_LABEL or _LINE.match(text):
            return True
        area = self.sheet.merged.get(at)
        first, last = self._width(table)
        return area is not None and first < last and area.left <= first and area.right >= last

    def _table(self, rows: Sequence[int]) -> Iterator[Grid]:
        if rows:
            first, last = self._width(rows)
            columns = range(first, last + 1)
            yield Grid([list(self._boxes(row, columns, rows[-1])) for row in rows])

    def _boxes(self, row: int, columns: Sequence[int], last_row: int) -> Iterator[Box]:
        """Yield the cells that begin in a row, and not those that others are merged with."""
        for column in columns:
            area = self.sheet.merged.get((row, column))
            run = self.sheet.runs.get((row, column))
            content = [Para([run])] if run else []
            if area is None:
                yield Box(content)
            elif (row, column) == (area.top, area.left):
                height = min(area.bottom, last_row) - area.top + 1
                yield Box(content, area.right - area.left + 1, height)

    def _width(self, rows: Sequence[int]) -> tuple[int, int]:
        """Return the first and last column of a table, with all that its texts reach over."""
        found = [(row, column) for row in rows for column in self._filled.get(row, [])]
        areas = [self.sheet.merged.get(at) for at in found]
        return min(column for _, column in found), max(
            area.right if area else at[1] for at, area in zip(found, areas, strict=True)
        )
