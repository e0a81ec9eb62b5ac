"""Spreadsheets (.xlsx, .xls, .ods)."""

from attrs import field, frozen

from disclint.reading import Rejection, Request
from disclint.reading.signatures import COMPOUND, ZIP
from disclint.source import Source
from disclint.wording import Wording

_STREAMS = ("Workbook", "Book")


@frozen
class ExcelReader:
    """What Excel and WPS write, and OpenDocument spreadsheets, by whatever name."""

    suffixes: frozenset[str] = field(
        default=frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".et", ".ods"}),
        init=False,
    )

    def claims(self, data: bytes, suffix: str) -> bool:
        """Whether a container holds a spreadsheet, or nothing known and is called one."""
        if data.startswith(ZIP):
            from disclint.reading.container import document_kind  # noqa: PLC0415 - zipfile takes 9 ms

            kind = document_kind(data)
            return kind in {"excel", "ods"} or (kind is None and suffix in self.suffixes)
        if data.startswith(COMPOUND):
            from disclint.reading.compound import Compound  # noqa: PLC0415 - needed for few files

            streams = Compound.open(data)
            if any(name in streams for name in _STREAMS):
                return True
            is_other = "WordDocument" in streams or streams.is_protected
            return suffix in self.suffixes and not is_other
        return False

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of the workbook, or why there is none."""
        from disclint.reading.damage import UnreadableError  # noqa: PLC0415 - see above

        try:
            from disclint.readers.excel.workbook import KIND, read_workbook  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            if error.name != "python_calamine":
                raise
            kind = Wording("Excel 工作簿", "Excel workbooks")
            return Rejection("unreadable-file", {"kind": kind, "extra": "xlsx"}, variant="extra")
        try:
            return read_workbook(request.data, request.path, request.limits)
        except UnreadableError as error:
            return error.rejection(KIND)
