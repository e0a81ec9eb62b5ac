"""Workbooks (.xlsx, .xls, .ods): the tables and the lines between them on the sheets to be seen."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from disclint.readers.excel.parting import part
from disclint.readers.excel.scan import Scan, Scanned, scan
from disclint.readers.excel.sheet import Area, Sheet
from disclint.readers.excel.value import text_of
from disclint.reading import LimitError, Limits
from disclint.reading.damage import DamageError, ProtectedError
from disclint.reading.signatures import ZIP
from disclint.reading.transcript import Content, Transcript
from disclint.source import Source
from disclint.wording import Wording

KIND = Wording("Excel 工作簿", "an Excel workbook")


def read_workbook(data: bytes, path: str, limits: Limits) -> Source:
    """Return the text of the workbook in `data`.

    Calamine makes room for each sheet from the first filled cell to the last before anybody can
    ask how many that will be, and ends the whole process where there is not enough. So what is in
    a container is looked through first, and calamine is given a plain copy of it. The sheets of
    .xls have 65,536 rows and 256 columns at most.

    Raises:
        UnreadableError: it is damaged or protected.
        LimitError: it goes beyond one of the limits.

    """
    scanned = scan(data, limits) if data.startswith(ZIP) else Scanned(data)
    transcript = Transcript(limits)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(scanned.data)) as workbook:
            transcript.write(_blocks(workbook, scanned, limits))
    except PasswordError as error:
        raise ProtectedError from error
    except CalamineError as error:
        raise _damaged(error) from error
    except BaseException as error:
        # A bug of calamine's; its type derives from no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(error) from None
    return transcript.source(path)


def _damaged(error: BaseException) -> DamageError:
    first = str(error).partition("\n")[0]
    return DamageError(Wording(f"读取时出错（{first}）", first))


def _blocks(workbook: CalamineWorkbook, scanned: Scanned, limits: Limits) -> Iterator[Content]:
    left = limits.cells
    for index, metadata in enumerate(workbook.sheets_metadata):
        if not _is_seen(metadata):
            continue
        sheet = workbook.get_sheet_by_index(index)
        left -= sheet.height * sheet.width
        if left < 0:
            limit = "cells"
            raise LimitError(limit, limits.cells)
        yield from part(_sheet(sheet, scanned.sheets.get(metadata.name, Scan())))


def _is_seen(metadata: SheetMetadata) -> bool:
    is_sheet = metadata.typ == SheetTypeEnum.WorkSheet
    return is_sheet and metadata.visible == SheetVisibleEnum.Visible


def _sheet(sheet: CalamineSheet, seen: Scan) -> Sheet:
    top, left = sheet.start or (0, 0)
    texts = {
        (row, column): text
        for row, values in enumerate(sheet.to_python(), start=top)
        for column, value in enumerate(values, start=left)
        if (text := text_of(value)).strip()
    }
    areas = [Area(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    hidden = (seen.rows, seen.columns)
    shown = {at: text for at, text in (texts | seen.errors).items() if text.strip()}
    return Sheet.build(sheet.name, shown, areas or seen.areas, hidden)
