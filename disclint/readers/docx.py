"""Word documents (.docx)."""

from attrs import field, frozen

from disclint.reading import Rejection, Request
from disclint.reading.signatures import ZIP
from disclint.source import Source


@frozen
class DocxReader:
    """What Word and WPS have written since 2007, by whatever name."""

    suffixes: frozenset[str] = field(
        default=frozenset({".docx", ".docm", ".dotx", ".dotm"}), init=False
    )

    def claims(self, data: bytes, suffix: str) -> bool:
        """Whether a zip container holds a Word document, or nothing known and is called one."""
        if not data.startswith(ZIP):
            return False
        from disclint.reading.container import document_kind  # noqa: PLC0415 - zipfile takes 9 ms

        kind = document_kind(data)
        return kind == "word" or (kind is None and suffix in self.suffixes)

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of the document, or why there is none."""
        from disclint.reading.damage import UnreadableError  # noqa: PLC0415 - see above
        from disclint.reading.word import KIND, read_word  # noqa: PLC0415

        try:
            return read_word(request.data, request.path, request.limits)
        except UnreadableError as error:
            return error.rejection(KIND)
