"""PDF: the text of its pages, and the tables that are ruled on them.

The file is read by PDFium, in a process of its own; see `disclint.reading.confined`.
"""

from attrs import field, frozen

from disclint.reading import Rejection, Request
from disclint.reading.signatures import PDF
from disclint.source import Source

_WITHIN = 1024
"""The mark need not be the file's first bytes, as the standard's annex allows."""


@frozen
class PdfReader:
    """PDF documents."""

    suffixes: frozenset[str] = field(default=frozenset({".pdf"}), init=False)

    def claims(self, data: bytes, _suffix: str) -> bool:
        """Whether the mark of a PDF stands near the beginning."""
        return PDF in data[:_WITHIN]

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of all pages, or why there is none.

        Raises:
            LimitError: it goes beyond one of the limits.

        """
        # Late, because most runs read no PDF.
        from disclint.readers.pdf.document import read_document, rejected  # noqa: PLC0415
        from disclint.reading.confined import CrashError, run_confined  # noqa: PLC0415

        try:
            return run_confined(
                read_document, request.data, request.path, request.limits, limits=request.limits
            )
        except CrashError as error:
            return rejected("damaged", error.reason)
