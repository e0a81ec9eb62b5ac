"""The text of a Word document, in the order in which it stands there."""

from collections.abc import Iterator, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from attrs import define, field

from disclint.marks import PICTURE
from disclint.reading.transcript import Box, Content, Grid, Para, Run
from disclint.reading.word.elements import children, find, has, is_on, value
from disclint.reading.word.numbering import Numbering
from disclint.reading.word.table import Cell, lay_out
from disclint.wording import Wording

_PICTURES = frozenset({"a:blip", "v:imagedata"})
_SHOWN = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
_NOT_SEEN = ("w:vanish", "w:strike", "w:dstrike")
"""Properties of text that is hidden, or struck out as web pages have it, too."""
_RAISED = frozenset({"superscript", "subscript"})
_HOLDERS = frozenset({"w:drawing", "w:pict", "w:object"})
_HEXADECIMAL = 16


@define
class Story:
    """The blocks of a document, with what is told only in passing: numbers and open fields."""

    _numbering: Numbering
    _fields: list[bool] = field(init=False, factory=list)
    """The fields that are open, and of each whether its result has begun."""
    _asking: int = field(init=False, default=0)
    """How many of them have no result so far."""

    def blocks(self, parent: Element, at: Wording | None = None) -> Iterator[Content]:
        """Yield the paragraphs and tables in `parent`, a part of the document that is called `at`.

        A paragraph whose end has been deleted goes on in the next one.
        """
        paragraphs, tables = count(1), count(1)
        begun = ""
        for child in children(parent):
            if child.tag == "w:p":
                pieces = list(self._pieces(child))
                begun += "".join(piece for piece in pieces if isinstance(piece, str))
                boxes = [piece for piece in pieces if isinstance(piece, Element)]
                if _is_joined(child):
                    here = at
                else:
                    text, begun = self._label(child) + begun, ""
                    here = at or _paragraph(next(paragraphs) if text.strip() or boxes else 0)
                    yield Para([Run(text, here)])
                for box in boxes:
                    yield from self.blocks(box, _text_box(here))
            elif child.tag == "w:tbl":
                yield self._table(child, at, next(tables))
        if begun:
            yield Para([Run(begun, at or _paragraph(next(paragraphs)))])

    def _table(self, table: Element, at: Wording | None, index: int) -> Grid:
        rows = [
            [self._box(cell, _cell(at, index, number, cell.index)) for cell in row]
            for number, row in enumerate(lay_out(table), start=1)
        ]
        return Grid(rows)

    def _box(self, cell: Cell, at: Wording) -> Box:
        content: Sequence[Content] = ()
        if cell.element is not None:
            content = tuple(self.blocks(cell.element, at))
        return Box(content, cell.columns, cell.rows)

    def _label(self, paragraph: Element) -> str:
        properties = find(paragraph, "w:pPr")
        if is_on(find(properties, "w:rPr"), "w:vanish"):
            return ""
        return self._numbering.label(properties)

    def _pieces(self, paragraph: Element) -> Iterator[str | Element]:
        """Yield the text of a paragraph, and the text boxes that are anchored in it."""
        for child in children(paragraph):
            if child.tag == "w:r":
                yield from self._run(child)
            elif child.tag.startswith("m:"):
                yield "".join(text.text or "" for text in child.iter("m:t"))
        # What a field asks for ends with its paragraph at the latest, or else a field that is not
        # whole would swallow the rest of the document.
        if self._asking:
            self._fields = [shows for shows in self._fields if shows]
            self._asking = 0

    def _run(self, run: Element) -> Iterator[str | Element]:
        look = find(run, "w:rPr")
        is_hidden = any(is_on(look, name) for name in _NOT_SEEN)
        # The number of a note is no digit of the figure beside it.
        apart = " " if value(look, "w:vertAlign") in _RAISED else ""
        yield apart
        for child in children(run):
            if child.tag == "w:fldChar":
                self._turn(child.get("w:fldCharType"))
            elif is_hidden or self._asking:
                continue
            elif child.tag == "w:r":  # with its reading above it
                yield from self._run(child)
            elif child.tag == "w:t":
                yield (child.text or "").replace("\n", " ")
            elif child.tag == "w:sym":
                yield _symbol(child.get("w:char", ""))
            elif child.tag in _HOLDERS:
                yield from _drawn(child)
            else:
                yield _SHOWN.get(child.tag, "")
        yield apart

    def _turn(self, mark: str | None) -> None:
        """Open a field, begin its result, or close it."""
        if mark == "begin":
            self._fields.append(False)
            self._asking += 1
        elif self._fields and mark in {"separate", "end"}:
            shows = self._fields.pop()
            self._asking -= not shows
            if mark == "separate":
                self._fields.append(True)


def _drawn(holder: Element) -> Iterator[str | Element]:
    """Yield the text boxes in a drawing, and a mark for each picture outside of them."""
    for child in children(holder):
        if child.tag == "w:txbxContent":
            yield child
        elif child.tag in _PICTURES:
            yield PICTURE
        else:
            yield from _drawn(child)


def _symbol(code: str) -> str:
    try:
        char = chr(int(code, _HEXADECIMAL))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= char <= "\udfff" else char


def _is_joined(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted or moved away."""
    mark = find(paragraph, "w:pPr", "w:rPr")
    return has(mark, "w:del", "w:moveFrom")


def _paragraph(number: int) -> Wording:
    return Wording(f"第{number}段", f"paragraph {number}")


def _text_box(at: Wording | None) -> Wording:
    if at is None:
        return Wording("文本框", "text box")
    return Wording(f"{at.zh}的文本框", f"{at.en}, text box")


def _cell(at: Wording | None, table: int, row: int, cell: int) -> Wording:
    zh = f"第{table}个表格第{row}行第{cell}格"
    en = f"table {table}, row {row}, cell {cell}"
    return Wording(zh, en) if at is None else Wording(f"{at.zh}内{zh}", f"{at.en}, {en}")
