"""The readers of file formats, one a file."""

from collections.abc import Iterable

from disclint.hooks import hookimpl
from disclint.readers.docx import DocxReader
from disclint.readers.excel import ExcelReader
from disclint.readers.html import HtmlReader
from disclint.readers.legacy import LegacyReader
from disclint.readers.pdf import PdfReader
from disclint.readers.text import TextReader
from disclint.reading import Reader

DISCLINT_API = 1


@hookimpl
def disclint_readers() -> Iterable[Reader]:
    """Return the readers that come with disclint."""
    return [
        DocxReader(),
        ExcelReader(),
        PdfReader(),
        LegacyReader(),
        HtmlReader(),
        TextReader(),
    ]
