"""Compound files (OLE), in which Office kept documents before 2007: what streams there are."""

import struct
from collections.abc import Iterator, Mapping

from attrs import define, field, frozen

from disclint.reading.signatures import COMPOUND

_HEADER_FATS = 109
_HEADER_SIZE = 512
_MOST_DIRECTORY_SECTORS = 4096
_ENTRY_SIZE = 128
_NONE = 0xFFFFFFFF
_SECTOR_SHIFTS = (9, 12)
_FIB_FLAGS = 0x0A
_FIB_ENCRYPTED = 0x0100


@frozen
class _Entry:
    """A stream or storage, and the entries next to it."""

    name: str
    left: int
    right: int
    child: int
    start: int


@define
class Compound:
    """The streams and storages at the top of a compound file: where each one starts, by name."""

    _data: bytes
    _sector: int
    starts: Mapping[str, int] = field(factory=dict)

    @classmethod
    def open(cls, data: bytes) -> "Compound":
        """Return what stands at the top of the compound file in `data`; nothing if it is broken."""
        if len(data) < _HEADER_SIZE or not data.startswith(COMPOUND):
            return cls(data, _HEADER_SIZE)
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in _SECTOR_SHIFTS:
            return cls(data, _HEADER_SIZE)
        compound = cls(data, 1 << shift)
        compound.starts = dict(_top(list(compound._entries())))
        return compound

    def __contains__(self, name: str) -> bool:
        """Whether there is a stream or storage called `name` at the top."""
        return name in self.starts

    @property
    def is_protected(self) -> bool:
        """Whether a password protects the document, as far as its outside tells."""
        if "EncryptedPackage" in self:
            return True
        if "WordDocument" not in self:
            return False
        offset = (self.starts["WordDocument"] + 1) * self._sector + _FIB_FLAGS
        flags = self._data[offset : offset + 2]
        return bool(int.from_bytes(flags, "little") & _FIB_ENCRYPTED)

    def _entries(self) -> Iterator[_Entry]:
        (sector,) = struct.unpack_from("<I", self._data, 48)
        seen: set[int] = set()
        while sector not in seen and len(seen) < _MOST_DIRECTORY_SECTORS:
            seen.add(sector)
            content = self._content(sector)
            for offset in range(0, len(content) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
                yield _entry(content[offset : offset + _ENTRY_SIZE])
            sector = self._next(sector)

    def _content(self, sector: int) -> bytes:
        begin = (sector + 1) * self._sector
        return self._data[begin : begin + self._sector]

    def _next(self, sector: int) -> int:
        """Return the sector that follows, as far as the header's own list of tables reaches."""
        table, index = divmod(sector, self._sector // 4)
        if table >= _HEADER_FATS:
            return _NONE
        (at,) = struct.unpack_from("<I", self._data, 76 + 4 * table)
        number = self._content(at)[4 * index : 4 * index + 4]
        return int.from_bytes(number, "little") if len(number) == struct.calcsize("<I") else _NONE


def _entry(raw: bytes) -> _Entry:
    name_length, _, _, left, right, child = struct.unpack_from("<HBBIII", raw, 64)
    (start,) = struct.unpack_from("<I", raw, 116)
    name = raw[: max(0, min(name_length, 64) - 2)].decode("utf-16-le", errors="replace")
    return _Entry(name, left, right, child, start)


def _top(entries: list[_Entry]) -> Iterator[tuple[str, int]]:
    """Yield the names in the root storage, whose entries hang together as a tree."""
    waiting = [entries[0].child] if entries else []
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        entry = entries[index]
        yield entry.name, entry.start
        waiting += [entry.left, entry.right]
