"""Files of old word processors (.doc, .wps, .rtf), which other programs make into .docx."""

from attrs import field, frozen

from disclint.reading import Rejection, Request
from disclint.reading.signatures import COMPOUND, RICH_TEXT
from disclint.source import Source
from disclint.wording import Wording

_STREAM = "WordDocument"
_OLD_WORD = Wording("旧版 Word 或 WPS 文档", "an old Word or WPS document")
_RICH_TEXT = Wording("RTF 文档", "an RTF document")
_NO_DOCUMENT = Wording("其中没有正文", "there is no document in it")


@frozen
class LegacyReader:
    """What Word and WPS wrote before 2007, and rich text."""

    suffixes: frozenset[str] = field(
        default=frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf"}), init=False
    )

    def claims(self, data: bytes, suffix: str) -> bool:
        """Whether a file is rich text, or a compound file with a document in it or so called."""
        if not data.startswith(COMPOUND):
            return data.startswith(RICH_TEXT)
        from disclint.reading.compound import Compound  # noqa: PLC0415 - needed for few files

        compound = Compound.open(data)
        return _STREAM in compound or compound.is_protected or suffix in self.suffixes

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of the document, or why there is none."""
        from disclint.reading.compound import Compound  # noqa: PLC0415 - see above
        from disclint.reading.conversion import MissingConverterError, to_docx  # noqa: PLC0415
        from disclint.reading.damage import DamageError, ProtectedError, UnreadableError  # noqa: PLC0415
        from disclint.reading.word import read_word  # noqa: PLC0415

        is_rtf = request.data.startswith(RICH_TEXT)
        kind = _RICH_TEXT if is_rtf else _OLD_WORD
        compound = Compound.open(request.data)
        try:
            if compound.is_protected:
                raise ProtectedError
            if not is_rtf and _STREAM not in compound:
                raise DamageError(_NO_DOCUMENT)
            made = to_docx(request.data, "rtf" if is_rtf else "doc", request.limits)
            return read_word(made, request.path, request.limits)
        except MissingConverterError:
            return Rejection("unreadable-file", {"kind": kind}, variant="converter")
        except UnreadableError as error:
            return error.rejection(kind)
