"""Plain text: which encoding it is in, and whether it is text at all."""

import codecs

from attrs import field, frozen

from disclint.reading import Rejection
from disclint.source import Place, Source
from disclint.wording import Wording

_CONTAINERS = (
    (b"PK\x03\x04", Wording("Office 文档或 ZIP 压缩包", "an Office document or ZIP archive")),
    (b"%PDF-", Wording("PDF", "a PDF document")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Wording("旧版 Office 或 WPS 文档", "an old Office or WPS document"),
    ),
    (b"\x1f\x8b", Wording("gzip 压缩包", "a gzip archive")),
    (b"Rar!", Wording("RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf", Wording("7z 压缩包", "a 7z archive")),
    (b"\x89PNG", Wording("PNG 图片", "a PNG picture")),
    (b"\xff\xd8\xff", Wording("JPEG 图片", "a JPEG picture")),
)
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WITHOUT_MARK = ("utf-8", "gb18030")


@frozen
class TextReader:
    """Text in the encoding of its byte-order mark, else in strict UTF-8, else in strict GB18030.

    No locale is asked and no guess made from frequencies: on a single line of Chinese in GBK the
    detectors answer Big5 or Korean.
    """

    suffixes: frozenset[str] = field(default=frozenset({".txt"}), init=False)

    def read(self, data: bytes, path: str, encoding: str | None) -> Source | Rejection:
        """Return the text in `data`, or why there is none."""
        for magic, kind in _CONTAINERS:
            if data.startswith(magic):
                return Rejection("unreadable-file", {"kind": kind}, variant="container")
        text = _decode(data, encoding)
        if isinstance(text, Rejection):
            return text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\0" in text:
            facts = {"byte": "00", "encodings": encoding or "UTF-8, GB18030"}
            return Rejection("undecodable-text", facts, "nul", _end(text.partition("\0")[0]))
        return Source(path, text)


def _decode(data: bytes, encoding: str | None) -> str | Rejection:
    mark, marked = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", None))
    if encoding:
        candidates: tuple[str, ...] = (codecs.lookup(encoding).name.removesuffix("-sig"),)
    else:
        candidates = (marked,) if marked else _WITHOUT_MARK
    if marked and codecs.lookup(candidates[0]).name == marked:
        data = data[len(mark) :]
    furthest = ("", -1)
    for candidate in candidates:
        try:
            return data.decode(candidate)
        except UnicodeError as error:
            start = getattr(error, "start", 0)
            furthest = max(furthest, (candidate, start), key=lambda reached: reached[1])
            if candidate == "utf-8" and not data[:start].isascii():
                break  # text in UTF-8 with a bad byte in it, whatever GB18030 makes of it
    return _undecodable(data, furthest, candidates)


def _undecodable(data: bytes, furthest: tuple[str, int], candidates: tuple[str, ...]) -> Rejection:
    """Say where the encoding that came furthest met its first bad byte."""
    codec, offset = furthest
    before = data[:offset].decode(codec, errors="ignore").replace("\r\n", "\n").replace("\r", "\n")
    facts = {
        "byte": f"{data[offset]:02x}",
        "encodings": ", ".join(candidate.upper() for candidate in candidates),
    }
    return Rejection("undecodable-text", facts, place=_end(before))


def _end(text: str) -> Place:
    """Return the place right after `text`."""
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))
