"""Web pages, under whatever name offices save them."""

import re

from attrs import evolve, field, frozen

from disclint.reading import Rejection, Request
from disclint.reading.decoding import decode, known_codec
from disclint.reading.signatures import COMPOUND, PDF, RICH_TEXT, ZIP
from disclint.reading.transcript import Transcript
from disclint.source import Source
from disclint.wording import Wording

_LOOKED_AT = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x84\x31\x95\x33")
_OTHER_FORMATS = (ZIP, PDF, COMPOUND[:4], RICH_TEXT)
_OFFICE_SUFFIXES = frozenset({".doc", ".xls", ".wps", ".et"})
_PREAMBLE = rb"(?:\s++|<\?[^>]*+>|<!--(?:(?!-->)[\s\S])*+-->)*+"
_PAGE = re.compile(_PREAMBLE + rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_PIECE = re.compile(
    _PREAMBLE + rb"<(?:head|meta|title|style|body|table|center|div|p)[\s>]", re.IGNORECASE
)
_ARCHIVE = re.compile(rb"[a-z-]+:[\s\S]*?multipart/related", re.IGNORECASE)
_DECLARED = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w-]+)",
    re.IGNORECASE,
)
_CHINESE = frozenset({"utf-8", "gb18030", "big5", "big5hkscs", "cp950"})
"""The encodings that a page may declare. Any other reads whatever there is, and wrongly: pages in
GB18030 that declare ISO-8859-1, as a program has written it unasked."""


@frozen
class HtmlReader:
    """Web pages, saved ones and those that word processors write."""

    suffixes: frozenset[str] = field(
        default=frozenset({".html", ".htm", ".xhtml", ".shtml"}), init=False
    )

    def claims(self, data: bytes, suffix: str) -> bool:
        """Whether a file begins as a page does, or is called one and is of no other known format.

        Offices serve pages, or pieces of them, as `.doc` and `.xls`.
        """
        head = _head(data)
        if suffix in self.suffixes and not data.startswith(_OTHER_FORMATS):
            return True
        is_piece = suffix in _OFFICE_SUFFIXES and _PIECE.match(head)
        return bool(is_piece or _PAGE.match(head) or _ARCHIVE.match(head))

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of the page and its tables, or why there is none.

        Raises:
            LimitError: there are too many cells, or tables too deep in each other.

        """
        head = _head(request.data)
        if _ARCHIVE.match(head):
            kind = Wording("MHTML 网页存档", "a web archive (MHTML)")
            return Rejection("unreadable-file", {"kind": kind}, variant="container")
        text = decode(request.data, request.encoding, _declared(head))
        if isinstance(text, Rejection):
            return text
        # Late, as start-up is a feature: the names of all entities come with it.
        from disclint.readers.html.page import read_page  # noqa: PLC0415

        transcript = Transcript(request.limits)
        page = read_page(text, request.limits)
        transcript.write(page.blocks)
        return evolve(transcript.source(request.path, page.comments), page=text)


def _head(data: bytes) -> bytes:
    """Return how a file begins, in ASCII as far as it is: without marks, and UTF-16 halved."""
    head = data[:_LOOKED_AT]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _declared(head: bytes) -> str | None:
    """Return the encoding that the page says it is in, where that can be one of Chinese."""
    found = _DECLARED.search(head)
    name = (found[1] or found[2]).decode(errors="ignore") if found else None
    return name if known_codec(name) in _CHINESE else None
