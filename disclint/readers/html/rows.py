"""The rows of a table while it is being read."""

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from disclint.readers.html.markup import Tag
from disclint.reading.transcript import Box, Content, Grid
from disclint.source import Place

_NUMBER = re.compile(r"[ \t\n\f\r]*\+?0*([0-9]{1,6})")
_MOST_COLUMNS = 1000


@define
class _Group:
    """Rows that stand in one `thead`, `tbody` or `tfoot`, or in none."""

    kind: str
    rows: list[list[Box]] = field(factory=list)

    def settled(self) -> Iterator[list[Box]]:
        """Yield the rows; no box reaches out of them, and no row is without any box."""
        reach = 0
        for index, row in enumerate(self.rows):
            left = len(self.rows) - index
            boxes = [box if 0 < box.rows <= left else evolve(box, rows=left) for box in row]
            if boxes or reach > 0:
                yield boxes
            reach = max(reach - 1, *(box.rows - 1 for box in boxes), 0)


@define
class Rows:
    """The rows so far, the cells of the last one, and the spans of the cell that is open."""

    is_hidden: bool = False
    _groups: list[_Group] = field(init=False, factory=list)
    _row: list[Box] | None = field(init=False, default=None)
    _is_row_flat: bool = field(init=False, default=False)
    _is_row_hidden: bool = field(init=False, default=False)
    _columns: int = field(init=False, default=1)
    _spanned: int = field(init=False, default=1)
    _is_cell_hidden: bool = field(init=False, default=False)

    @property
    def is_silent(self) -> bool:
        """Whether the text of the cell that has begun is no text of the page."""
        return self.is_hidden or self._is_row_hidden or self._is_cell_hidden

    def start_group(self, kind: str) -> None:
        """End the row and begin a `thead`, `tbody` or `tfoot`."""
        self.end_row()
        self._groups.append(_Group(kind))

    def start_row(self, *, is_hidden: bool = False, is_flat: bool = False) -> None:
        """Begin a row; a flat one is none unless it has text."""
        self.end_row()
        self._row = []
        self._is_row_hidden = is_hidden
        self._is_row_flat = is_flat

    def start_cell(self, tag: Tag, *, is_hidden: bool) -> None:
        """Begin a cell, and a row where there is none."""
        if self._row is None:
            self.start_row()
        self._is_cell_hidden = is_hidden
        self._columns = min(_number(tag.value("colspan"), 1) or 1, _MOST_COLUMNS)
        self._spanned = _number(tag.value("rowspan"), 1)

    def end_cell(self, content: Sequence[Content], at: Place) -> None:
        """End the cell, which holds `content` and begins at `at`."""
        if self._row is not None and not self._is_cell_hidden:
            self._row.append(Box(content, self._columns, self._spanned, at))

    def end_row(self) -> None:
        """End the row, if there is one."""
        row, self._row = self._row, None
        if row is None or self._is_row_hidden:
            return
        if self._is_row_flat and not any(box.content for box in row):
            return
        if not self._groups:
            self._groups.append(_Group("tbody"))
        self._groups[-1].rows.append(row)

    def grid(self) -> Grid:
        """Return the table, with its first head on top and its first foot at the bottom."""
        self.end_row()
        heads = [group for group in self._groups if group.kind == "thead"][:1]
        feet = [group for group in self._groups if group.kind == "tfoot"][:1]
        moved = {id(group) for group in heads + feet}
        bodies = [group for group in self._groups if id(group) not in moved]
        return Grid([row for group in (*heads, *bodies, *feet) for row in group.settled()])


def _number(written: str, default: int) -> int:
    found = _NUMBER.match(written)
    return int(found[1]) if found else default
