"""Word and Excel files written by hand, no larger than what a test speaks of."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.boxes import Cell, Rows, placed

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VENDOR = "application/vnd.openxmlformats-officedocument"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": WORD,
        "r": _OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip container with `parts`."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def docx(*blocks: str | Rows, **parts: str) -> bytes:
    """Return a Word document: of paragraphs, tables, and XML that begins with `<`.

    Further `parts`, `numbering` and `styles`, are XML as well.
    """
    return zipped(docx_parts("".join(map(_word_block, blocks)), **parts))


def docx_parts(body: str, **parts: str) -> dict[str, str]:
    """Return the parts of a Word document whose body is the XML `body`."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    main = f"{_VENDOR}.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": _content_types({"/word/document.xml": main}),
        "_rels/.rels": _relationships("word/document.xml"),
        "word/_rels/document.xml.rels": _all_relationships(relations),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
            for name, content in parts.items()
        },
    }


def para(text: str, properties: str = "") -> str:
    """Return the XML of a paragraph."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return the XML of a run."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{before}{lines}</w:r>"


def row(*cells: str, properties: str = "") -> str:
    """Return the XML of a row of cells that are XML."""
    before = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{before}{''.join(cells)}</w:tr>"


def cell(text: str = "", properties: str = "") -> str:
    """Return the XML of a cell with a paragraph, or with `text` that is XML itself."""
    content = text if text.startswith("<") else para(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    """Return the XML of a table of rows that are XML."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def _word_block(block: str | Rows) -> str:
    if isinstance(block, str):
        return block if block.startswith("<w:") else para(block)
    return table(
        *(
            row(
                *(
                    cell(
                        place.cell.text if place.is_first else "",
                        _spans(place.cell, place.is_first),
                    )
                    for place in places
                )
            )
            for places in placed(block)
        )
    )


def _spans(of: Cell, is_first: bool) -> str:  # noqa: FBT001
    across = f'<w:gridSpan w:val="{of.columns}"/>' if of.columns > 1 else ""
    mark = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    return across + (mark if of.rows > 1 else "")


Value = str | int | float
Sheet = Mapping[str, Value]


def xlsx(sheets: Mapping[str, str]) -> bytes:
    """Return a workbook of the XML of each sheet by name; a name with `-` in front is hidden."""
    hidden = ' state="hidden"'
    names = "".join(
        f'<sheet name="{escape(name.lstrip("-"))}" sheetId="{index}" r:id="r{index}"'
        f"{hidden if name.startswith('-') else ''}/>"
        for index, name in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/worksheet" Target="worksheets/s{index}.xml"/>'
        for index in range(1, len(sheets) + 1)
    )
    main = f"{_VENDOR}.spreadsheetml.sheet.main+xml"
    return zipped(
        {
            "[Content_Types].xml": _content_types({"/xl/workbook.xml": main}),
            "_rels/.rels": _relationships("xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": _all_relationships(relations),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{_OFFICE}">'
            f"<sheets>{names}</sheets></workbook>",
            **{
                f"xl/worksheets/s{index}.xml": content
                for index, content in enumerate(sheets.values(), start=1)
            },
        }
    )


def sheet(
    rows: Iterable[Sequence[Value | None]], merged: Iterable[str] = (), before: str = ""
) -> str:
    """Return the XML of a sheet of `rows` from A1 on."""
    written = "".join(
        f'<row r="{number}">'
        + "".join(_sheet_cell(number, *pair) for pair in enumerate(cells))
        + "</row>"
        for number, cells in enumerate(rows, start=1)
    )
    ranges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    merges = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
    return (
        f'<worksheet xmlns="{SHEET}">{before}<sheetData>{written}</sheetData>{merges}</worksheet>'
    )


def sheet_of(blocks: Iterable[str | Rows]) -> str:
    """Return the XML of a sheet that holds a whole report, each paragraph in a row of its own."""
    rows: list[list[Value | None]] = []
    merged: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            rows.append([block])
            continue
        first = len(rows)
        for places in placed(block):
            row_now: list[Value | None] = []
            for place in places:
                row_now += [place.cell.text if place.is_first else None]
                row_now += [None] * (place.cell.columns - 1)
                if place.is_first and place.cell.columns * place.cell.rows > 1:
                    merged.append(
                        f"{_name(first + place.row, place.column)}:"
                        + _name(
                            first + place.row + place.cell.rows - 1,
                            place.column + place.cell.columns - 1,
                        )
                    )
            rows.append(row_now)
    return sheet(rows, merged)


def column_name(column: int) -> str:
    """Return the letters of a column, which is from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _name(row_index: int, column: int) -> str:
    return f"{column_name(column)}{row_index + 1}"


def _sheet_cell(number: int, column: int, value: Value | None) -> str:
    if value is None:
        return ""
    name = f"{column_name(column)}{number}"
    if isinstance(value, str):
        if value.isdecimal() and value.isascii():
            return f'<c r="{name}"><v>{value}</v></c>'
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{name}"><v>{value!r}</v></c>'


def _content_types(overrides: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    defaults = (
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{listed}</Types>'


def _relationships(main: str) -> str:
    return _all_relationships(
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    )


def _all_relationships(relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def compound(*streams: str, inner: str = "", content: bytes = b"") -> bytes:
    """Return a compound file with `streams` at its top, one in a storage, and a first stream."""
    end, free, sector = 0xFFFFFFFE, 0xFFFFFFFF, 512
    header = bytearray(sector)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header[76:] = b"\xff" * (sector - 76)
    struct.pack_into("<I", header, 76, 0)
    names = ["Root Entry", *streams] + (["ObjectPool", inner] if inner else [])
    entries = [bytearray(128) for _ in range(-4 * (-len(names) // 4))]
    top = len(names) - bool(inner)
    for index, name in enumerate(names):
        text = name.encode("utf-16-le") + b"\0\0"
        entries[index][: len(text)] = text
        right = index + 1 if 0 < index < top - 1 else free
        kind = 5 if index == 0 else 2
        child = 1 if index == 0 else free
        struct.pack_into("<HBBIII", entries[index], 64, len(text), kind, 1, free, right, child)
    if inner:
        struct.pack_into("<I", entries[-1 - (len(entries) - len(names)) - 1], 76, len(names) - 1)
    directory = b"".join(entries)
    sectors = len(directory) // sector
    for entry in entries[1:2]:
        struct.pack_into("<I", entry, 116, 1 + sectors)
    directory = b"".join(entries)
    chain = [0xFFFFFFFD, *range(2, 1 + sectors), end, end]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    return bytes(header) + fat + directory + content.ljust(sector, b"\0")
