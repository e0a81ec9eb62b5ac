"""The parts of a document that is a zip container, each read within bounds."""

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define, field

from disclint.reading import LimitError, Limits
from disclint.reading.damage import DamageError, ProtectedError, UnreadableError
from disclint.reading.signatures import ZIP
from disclint.wording import Wording

Kind = Literal["word", "excel", "ods"]

_DIRECTORY_ENTRY = b"PK\x01\x02"
_MOST_PARTS = 10_000
_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_KNOWN_KINDS: tuple[tuple[Kind, re.Pattern[bytes]], ...] = (
    ("word", re.compile(rb"(?:wordprocessingml|ms-word)\.[\w.]*main\+xml")),
    ("excel", re.compile(rb"(?:spreadsheetml|ms-excel)\.[\w.]*main\+xml")),
)
_CONTENT_TYPES = "[Content_Types].xml"
_MISTAKES = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    zlib.error,
)
"""What `zipfile` raises on bytes that are no zip file."""


@define
class Container:
    """The parts of a zip file by name, and how much has been read out of it.

    Nothing is ever written under a part's name, so that a name which leads out of the container is
    merely the name of a part that nobody asks for.
    """

    limits: Limits
    _zip: ZipFile
    _parts: Mapping[str, list[ZipInfo]]
    _unpacked: int = field(init=False, default=0)

    @classmethod
    def open(cls, data: bytes, limits: Limits) -> "Container":
        """Return the container in `data`.

        Raises:
            DamageError: it is none, or has far more parts than any document.

        """
        if data.count(_DIRECTORY_ENTRY) > _MOST_PARTS:
            raise DamageError(
                Wording(
                    f"有 {_MOST_PARTS} 个以上的组成部分", f"it has more than {_MOST_PARTS} parts"
                )
            )
        try:
            zipped = ZipFile(BytesIO(data))
        except _MISTAKES as error:
            raise _damaged(error) from error
        parts: dict[str, list[ZipInfo]] = {}
        for info in zipped.infolist():
            parts.setdefault(_key(info.filename), []).append(info)
        return cls(limits, zipped, parts)

    def __contains__(self, name: str) -> bool:
        """Whether there is a part called `name`."""
        return _key(name) in self._parts

    def names(self) -> Iterator[str]:
        """Yield the name of each part."""
        for infos in self._parts.values():
            yield infos[0].filename

    def read(self, name: str) -> bytes:
        """Return the part called `name`."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the part called `name` bit by bit.

        Raises:
            DamageError: there is no such part, there are two of them, or it is not whole.
            ProtectedError: it is encrypted.
            LimitError: more comes out of the container than is allowed.

        """
        info = self._find(name)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > self.limits.unpacked_bytes:
                        limit = "unpacked_bytes"
                        raise LimitError(limit, self.limits.unpacked_bytes)
                    yield chunk
        except _MISTAKES as error:
            raise _damaged(error) from error

    def _find(self, name: str) -> ZipInfo:
        infos = self._parts.get(_key(name), [])
        if len(infos) != 1:
            count = len(infos)
            raise DamageError(
                Wording(
                    f"有 {count} 个“{name}”，应有 1 个", f"there are {count} parts {name}, not one"
                )
            )
        (info,) = infos
        if info.flag_bits & _ENCRYPTED:
            raise ProtectedError
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DamageError(
                Wording(f"“{name}”的压缩方式不明", f"{name} is compressed in an unknown way")
            )
        return info


def document_kind(data: bytes) -> Kind | None:
    """Return what kind of document a zip container holds, by what it says of itself."""
    if not data.startswith(ZIP):
        return None
    try:
        container = Container.open(data, Limits(unpacked_bytes=1 << 22))
        if _CONTENT_TYPES in container:
            types = container.read(_CONTENT_TYPES)
            found = (kind for kind, pattern in _KNOWN_KINDS if pattern.search(types))
            return next(found, None)
        if "mimetype" in container and b"opendocument.spreadsheet" in container.read("mimetype"):
            return "ods"
    except (LimitError, UnreadableError):
        pass
    return None


def _key(name: str) -> str:
    """Return the form in which names are compared: case and the kind of slash do not count."""
    return name.replace("\\", "/").lstrip("/").lower()


def _damaged(error: Exception) -> DamageError:
    what = str(error) or type(error).__name__
    return DamageError(Wording(f"压缩数据有误（{what}）", f"its zip data: {what}"))
