"""Plain text."""

from attrs import field, frozen

from disclint.marks import CLEAN
from disclint.reading import Rejection, Request
from disclint.reading.comments import take_out
from disclint.reading.decoding import decode
from disclint.reading.signatures import COMPOUND, PDF, ZIP
from disclint.source import Source
from disclint.wording import Wording

_CONTAINERS = (
    (ZIP, Wording("Office 文档或 ZIP 压缩包", "an Office document or ZIP archive")),
    (PDF, Wording("PDF", "a PDF document")),
    (
        COMPOUND,
        Wording("旧版 Office 或 WPS 文档", "an old Office or WPS document"),
    ),
    (b"\x1f\x8b", Wording("gzip 压缩包", "a gzip archive")),
    (b"Rar!", Wording("RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf", Wording("7z 压缩包", "a 7z archive")),
    (b"\x89PNG", Wording("PNG 图片", "a PNG picture")),
    (b"\xff\xd8\xff", Wording("JPEG 图片", "a JPEG picture")),
)


@frozen
class TextReader:
    """Text in any encoding that `decoding` knows: what no other reader claims."""

    suffixes: frozenset[str] = field(default=frozenset({".txt", ".md"}), init=False)

    def claims(self, _data: bytes, suffix: str) -> bool:
        """Whether a file is called a text."""
        return suffix in self.suffixes

    def read(self, request: Request) -> Source | Rejection:
        """Return the text, or why there is none."""
        for magic, kind in _CONTAINERS:
            if request.data.startswith(magic):
                return Rejection("unreadable-file", {"kind": kind}, variant="container")
        text = decode(request.data, request.encoding)
        if isinstance(text, Rejection):
            return text
        text, comments = take_out(text.translate(CLEAN))
        return Source(request.path, text, comments=comments)
