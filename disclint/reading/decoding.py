"""From bytes to text: the encoding of the byte-order mark, else strict UTF-8, else GB18030."""

import codecs
from collections.abc import Iterable

from attrs import frozen

from disclint.marks import CLEAN
from disclint.reading import Rejection
from disclint.source import Place

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_UTF_8 = "utf-8"
_GB18030 = "gb18030"
_THREE_BYTES = "\u0800"
"""The first character that takes three bytes, as those of Chinese do."""
_LIKELY_UTF_8 = 3
_SURELY_UTF_8 = 8
"""As many such characters that are UTF-8 are so by no chance, even against a declaration."""
# What pages declare and the standard for browsers reads as their superset.
_SUPERSETS = {"gb2312": _GB18030, "gbk": _GB18030, "hz": _GB18030}


@frozen
class Manuscript:
    """The text of a file as it stands there, with its own line ends."""

    text: str
    codec: str
    mark: bytes = b""
    """The byte-order mark that stands before it."""

    @property
    def plain(self) -> str:
        """The text with line feeds for line ends."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def clean(self) -> str:
        """The text as readers hand it on, free of the marks that they use themselves."""
        return self.plain.translate(CLEAN)

    def encoded(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            UnicodeError: a character is none of its encoding.

        """
        return self.mark + self.text.encode(self.codec)


@frozen
class _Attempt:
    """How far one encoding came."""

    codec: str
    offset: int


def decode(
    data: bytes, encoding: str | None = None, declared: str | None = None
) -> str | Rejection:
    """Return the text in `data` with line feeds for line ends, or why there is none.

    `encoding` overrides any guess; one that is merely `declared` in the file itself comes after
    UTF-8, which nothing else passes for, and before GB18030. No locale is asked and no guess made
    from frequencies: on a single line of Chinese in GBK the detectors answer Big5 or Korean.
    """
    found = read_manuscript(data, encoding, declared)
    if isinstance(found, Rejection):
        return found
    text = found.plain
    if "\0" in text:
        facts = {"byte": "00", "encodings": encoding or "UTF-8, GB18030"}
        return Rejection("undecodable-text", facts, "nul", _end(text.partition("\0")[0]))
    return text


def known_codec(name: str | None) -> str | None:
    """Return the name of the codec that reads the encoding called `name`, if there is one."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip()).name.removesuffix("-sig")
        " ".encode(found)
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(found, found)


def read_manuscript(
    data: bytes, encoding: str | None = None, declared: str | None = None
) -> Manuscript | Rejection:
    """Return the text in `data` as it stands there, or why there is none; guesses as `decode`."""
    mark, marked = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", ""))
    candidates = _candidates(encoding, marked, known_codec(declared))
    if marked.startswith(candidates[0]):  # UTF-16, asked for by name, is of the order of the mark
        data, candidates = data[len(mark) :], (marked,)
    else:
        mark = b""
    furthest = _Attempt("", -1)
    for candidate in candidates:
        try:
            return Manuscript(data.decode(candidate), candidate, mark)
        except UnicodeError as error:
            start = getattr(error, "start", 0)
            furthest = max(furthest, _Attempt(candidate, start), key=lambda attempt: attempt.offset)
            if candidate == _UTF_8 and _is_utf_8(data[:start], declared):
                break  # text in UTF-8 with a bad byte in it, whatever GB18030 makes of it
    return _undecodable(data, furthest, candidates)


def _candidates(encoding: str | None, marked: str, declared: str | None) -> tuple[str, ...]:
    if encoding:
        return (codecs.lookup(encoding).name.removesuffix("-sig"),)
    if marked:
        return (marked,)
    return tuple(dict.fromkeys((_UTF_8, *filter(None, [declared]), _GB18030)))


def _is_utf_8(start: bytes, declared: str | None) -> bool:
    """Whether what stands before the first bad byte is UTF-8 more likely than anything else.

    A character of GBK is often one of two bytes in UTF-8, as 一 is; one or two of three bytes may
    be so by chance. Where the file declares another encoding, it takes more of them.
    """
    count = sum(char >= _THREE_BYTES for char in start.decode(errors="ignore"))
    return count >= (_SURELY_UTF_8 if known_codec(declared) else _LIKELY_UTF_8)


def _undecodable(data: bytes, furthest: _Attempt, candidates: Iterable[str]) -> Rejection:
    """Say where the encoding that came furthest met its first bad byte."""
    before = data[: furthest.offset].decode(furthest.codec, errors="ignore")
    facts = {
        "byte": f"{data[furthest.offset]:02x}",
        "encodings": ", ".join(candidate.upper() for candidate in candidates),
    }
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return Rejection("undecodable-text", facts, place=_end(lines))


def _end(text: str) -> Place:
    """Return the place right after `text`."""
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))
