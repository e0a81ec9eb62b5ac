"""The XML of a workbook looked through before anybody makes room for what it claims to hold."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from attrs import define, field, frozen

from disclint.readers.excel.rich import RichText
from disclint.readers.excel.sheet import Area, At, Extent
from disclint.reading import LimitError, Limits
from disclint.reading.container import Container
from disclint.reading.damage import DamageError
from disclint.reading.markup import Target, walk
from disclint.wording import Wording

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    _OFFICE + "spreadsheetml/2006/main": "x",
    _STRICT + "spreadsheetml/main": "x",
    _OFFICE + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _OFFICE + "package/2006/relationships": "rel",
    _OASIS + "table:1.0": "table",
    _OASIS + "text:1.0": "text",
    _OASIS + "office:1.0": "office",
}
_READ = (".xml", ".rels", "mimetype")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST_DIGITS = 15
_MOST_ROWS = 1 << 20
_MOST_COLUMNS = 1 << 14
_HIDDEN = frozenset({"collapse", "filter"})
_FILLED = frozenset({"x:v", "x:f", "x:is"})
_LONGEST_FORMULA = 60
"""How much of a formula is shown."""
_COPIES = 8
"""How many times as much memory as a workbook's parts have bytes it may take to read them."""
_SAME = Wording("两张工作表是同一个部分", "two sheets are the same part of it")
_TOO_LARGE = Wording("单元格超出了工作表的范围", "it has a cell beyond the edge of any sheet")


@define
class Scan:
    """What a sheet holds: how far it is filled, and what calamine does not tell."""

    errors: dict[At, str] = field(factory=dict)
    """Cells that show a mistake, such as `#REF!`, or a formula that nobody has worked out.

    And those with text that is struck out or raised in part, as it is to be read.
    """
    shared: dict[At, int] = field(factory=dict)
    """Cells whose text is in the part that holds those of all sheets, by its number there."""
    areas: list[Area] = field(factory=list)
    rows: list[Extent] = field(factory=list)
    """The rows that are hidden."""
    columns: list[Extent] = field(factory=list)
    """The columns that are hidden."""
    _first: At | None = field(init=False, default=None)
    _last: At = field(init=False, default=(0, 0))

    def fill(self, row: int, column: int) -> None:
        """Note that a cell has something in it."""
        if row >= _MOST_ROWS or column >= _MOST_COLUMNS:
            raise DamageError(_TOO_LARGE)
        first = self._first or (row, column)
        self._first = (min(first[0], row), min(first[1], column))
        self._last = (max(self._last[0], row), max(self._last[1], column))

    @property
    def size(self) -> int:
        """How many cells there are between the first filled row and column and the last."""
        if self._first is None:
            return 0
        return (self._last[0] - self._first[0] + 1) * (self._last[1] - self._first[1] + 1)


@frozen
class Scanned:
    """A workbook that may be read, and what has been seen of its sheets, by name."""

    data: bytes
    sheets: Mapping[str, Scan] = field(factory=dict)


def scan(data: bytes, limits: Limits) -> Scanned:
    """Look through the container in `data` and copy what is needed of it.

    The copy has each part once and is not compressed, so that there are not two ways to read it.

    Raises:
        UnreadableError: it is damaged or protected.
        LimitError: it goes beyond one of the limits.

    """
    container = Container.open(data, limits)
    copy = BytesIO()
    book = _Book()
    parts: dict[str, Scan] = {}
    with ZipFile(copy, "w") as plain:
        for name in container.names():
            if not name.lower().endswith(_READ):
                continue
            content = container.read(name)
            plain.writestr(name, content)
            if copy.tell() > limits.memory_bytes // _COPIES:
                limit = "memory_bytes"
                raise LimitError(limit, limits.memory_bytes)
            if name.lower().endswith((".xml", ".rels")):
                eye = _OpenDocument(book.tables) if name == "content.xml" else _Excel(book)
                walk([content], _PREFIXES, limits, eye)
                parts[name.lower()] = eye.scan
    for seen in parts.values():
        seen.errors |= {
            at: book.strings[number] for at, number in seen.shared.items() if number in book.strings
        }
    sheets = list(book.sheets())
    if len({target for _, target in sheets}) < len(sheets):
        raise DamageError(_SAME)
    if sum(seen.size for seen in (*parts.values(), *book.tables.values())) > limits.cells:
        limit = "cells"
        raise LimitError(limit, limits.cells)
    return Scanned(
        copy.getvalue(),
        book.tables | {title: parts[target] for title, target in sheets if target in parts},
    )


@define
class _Book:
    """What the parts of a workbook say of its sheets."""

    ids: list[tuple[str, str]] = field(factory=list)
    targets: dict[str, str] = field(factory=dict)
    tables: dict[str, Scan] = field(factory=dict)
    strings: dict[int, str] = field(factory=dict)
    """The texts for all sheets that are struck out or raised in part, as they are to be read."""

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield each sheet of an Excel workbook with the name of its part."""
        for title, relation in self.ids:
            if target := self.targets.get(relation, "").lower():
                yield title, "xl/" + target.removeprefix("/").removeprefix("xl/")


@define
class _Excel(Target):
    """Any part of an Excel workbook."""

    book: _Book
    scan: Scan = field(init=False, factory=Scan)
    _at: At = field(init=False, default=(-1, -1))
    _is_error: bool = field(init=False, default=False)
    _is_value: bool = field(init=False, default=False)
    _is_text: bool = field(init=False, default=False)
    _formula: str = field(init=False, default="")
    """The formula of the cell, which has no value so far, or nothing."""
    _is_shared: bool = field(init=False, default=False)
    _text: RichText = field(init=False, factory=RichText)
    _number: int = field(init=False, default=-1)
    """The number of the text for all sheets that is being read."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """Take the start of an element."""
        if tag in {"x:si", "x:is"}:
            self._text = RichText()
            self._number += 1
        self._text.start(tag, attributes)
        if tag == "x:c":
            self._cell(attributes)
        elif tag in _FILLED:
            self.scan.fill(*self._at)
            self._is_value = tag == "x:v"
            self._formula = "=" if tag == "x:f" else self._formula
        elif tag == "x:row":
            row = _number(attributes.get("r"), self._at[0] + 2) - 1
            self._at = (row, -1)
            if attributes.get("hidden") in {"1", "true"}:
                self.scan.rows.append(Extent(row, row))
        elif tag == "x:col" and attributes.get("hidden") in {"1", "true"}:
            first, last = _number(attributes.get("min"), 1), _number(attributes.get("max"), 1)
            self.scan.columns.append(Extent(first - 1, last - 1))
        elif tag == "x:sheet":
            self.book.ids.append((attributes.get("name", ""), attributes.get("r:id", "")))
        elif tag == "rel:Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            self.book.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, tag: str, /) -> None:
        """Take its end."""
        self._text.end(tag)
        if tag == "x:v":
            self._is_value = False
        elif tag == "x:si" and self._text.is_set_apart:
            self.book.strings[self._number] = self._text.text
        elif tag == "x:is" and self._text.is_set_apart:
            self.scan.errors[self._at] = self._text.text
        elif tag == "x:c" and self._formula and not self._is_text:
            self.scan.errors[self._at] = self._formula

    def data(self, text: str, /) -> None:
        """Take text in it."""
        self._text.data(text)
        if self._is_value:
            self._formula = ""
            if self._is_shared:
                self.scan.shared[self._at] = _number(text, 0) if text != "0" else 0
        elif self._formula:
            self._formula = (self._formula + text)[:_LONGEST_FORMULA]
        if self._is_value and self._is_error:
            self.scan.errors[self._at] = self.scan.errors.get(self._at, "") + text

    def _cell(self, attributes: Mapping[str, str]) -> None:
        row, column = self._at[0], self._at[1] + 1
        if found := _CELL.fullmatch(attributes.get("r", "")):
            row, column = int(found[2]) - 1, 0
            for letter in found[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            column -= 1
        self._at = (row, column)
        self._is_error = attributes.get("t") == "e"
        self._is_text = attributes.get("t") == "str"
        self._is_shared = attributes.get("t") == "s"
        self._formula = ""


@define
class _OpenDocument(Target):
    """The content of an OpenDocument spreadsheet, in which rows and cells may be repeated."""

    tables: dict[str, Scan]
    scan: Scan = field(init=False, factory=Scan)
    _row: int = field(init=False, default=0)
    _column: int = field(init=False, default=0)
    _repeats: At = field(init=False, default=(1, 1))

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """Take the start of an element."""
        if tag == "table:table":
            self.scan = self.tables.setdefault(attributes.get("table:name", ""), Scan())
            self._row, self._column = 0, 0
        elif tag == "table:table-column":
            count = _number(attributes.get("table:number-columns-repeated"), 1)
            _hide(self.scan.columns, attributes, self._column, count)
            self._column += count
        elif tag == "table:table-row":
            count = _number(attributes.get("table:number-rows-repeated"), 1)
            _hide(self.scan.rows, attributes, self._row, count)
            self._column, self._repeats = 0, (count, 1)
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)
        elif tag == "text:p":
            self._fill()

    def end(self, tag: str, /) -> None:
        """Take its end."""
        if tag == "table:table-row":
            self._row += self._repeats[0]
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._column += self._repeats[1]

    def data(self, text: str, /) -> None:
        """Take text in it."""

    def _cell(self, attributes: Mapping[str, str]) -> None:
        count = _number(attributes.get("table:number-columns-repeated"), 1)
        self._repeats = (self._repeats[0], count)
        rows = _number(attributes.get("table:number-rows-spanned"), 1)
        columns = _number(attributes.get("table:number-columns-spanned"), 1)
        if max(rows, columns) > 1:
            last_row, last_column = self._row + rows - 1, self._column + columns - 1
            self.scan.areas.append(Area(self._row, self._column, last_row, last_column))
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._fill()

    def _fill(self) -> None:
        self.scan.fill(0, 0)  # from where calamine makes room here
        self.scan.fill(self._row + self._repeats[0] - 1, self._column + self._repeats[1] - 1)


def _hide(into: list[Extent], attributes: Mapping[str, str], first: int, count: int) -> None:
    if attributes.get("table:visibility") in _HIDDEN:
        into.append(Extent(first, first + count - 1))


def _number(text: str | None, default: int) -> int:
    """Return the number from 1 on that `text` is, or `default`."""
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        return default
    return max(int(text), 1)
