"""A sheet without what is hidden on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from attrs import define, field, frozen

from disclint.reading.damage import DamageError
from disclint.reading.transcript import Run
from disclint.wording import Wording

_LETTERS = 26
_OVERLAP = Wording("合并的单元格相互重叠", "merged cells overlap each other")

At = tuple[int, int]
"""A row and a column, from 0."""


@frozen
class Area:
    """A block of merged cells by its corners, both within it."""

    top: int
    left: int
    bottom: int
    right: int


@frozen
class Extent:
    """Rows or columns from the first to the last."""

    first: int
    last: int


@define
class Sheet:
    """The cells with text, and those merged, by rows and columns that count only what is seen."""

    runs: dict[At, Run] = field(factory=dict)
    height: int = 0
    merged: dict[At, Area] = field(factory=dict)
    """The block that a cell belongs to, of each cell that belongs to one."""

    @classmethod
    def build(
        cls,
        name: str,
        texts: Mapping[At, str],
        areas: Iterable[Area],
        hidden: tuple[Iterable[Extent], Iterable[Extent]],
    ) -> "Sheet":
        """Return what is seen of the sheet called `name`, given its hidden rows and columns.

        Raises:
            DamageError: cells are merged in more than one way.

        """
        rows = _seen(max((row for row, _ in texts), default=-1), hidden[0])
        columns = _seen(max((column for _, column in texts), default=-1), hidden[1])
        sheet = cls(height=len(rows))
        left = len(rows) * len(columns)
        for area in areas:
            seen = _clipped(area, rows, columns)
            height, width = seen.bottom - seen.top + 1, seen.right - seen.left + 1
            left -= max(height, 0) * max(width, 0)
            if left < 0:
                raise DamageError(_OVERLAP)
            sheet._merge(seen, _run(name, texts, (area.top, area.left)))
        row_of = {at: row for row, at in enumerate(rows)}
        column_of = {at: column for column, at in enumerate(columns)}
        for at in texts:
            seen_at = (row_of.get(at[0], -1), column_of.get(at[1], -1))
            if min(seen_at) >= 0 and seen_at not in sheet.merged:
                sheet.runs[seen_at] = _run(name, texts, at)
        return sheet

    def _merge(self, area: Area, run: Run) -> None:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                self.merged[row, column] = area
                if (row, column) == (area.top, area.left) and run.text:
                    self.runs[row, column] = run


def _seen(last: int, hidden: Iterable[Extent]) -> list[int]:
    """Return the indices up to `last` that are not hidden."""
    changes = [0] * (last + 2)
    for extent in hidden:
        if extent.first <= min(last, extent.last):
            changes[extent.first] += 1
            changes[min(extent.last, last) + 1] -= 1
    depths = list(accumulate(changes))
    return [index for index in range(last + 1) if not depths[index]]


def _clipped(area: Area, rows: Sequence[int], columns: Sequence[int]) -> Area:
    return Area(
        bisect_left(rows, area.top),
        bisect_left(columns, area.left),
        bisect_right(rows, area.bottom) - 1,
        bisect_right(columns, area.right) - 1,
    )


def _run(name: str, texts: Mapping[At, str], at: At) -> Run:
    cell = f"{_letters(at[1])}{at[0] + 1}"
    return Run(texts.get(at, ""), Wording(f"工作表“{name}”的{cell}", f"{name}!{cell}"))


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
