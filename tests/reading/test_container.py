"""Zip containers of every ill kind, read within bounds."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.reading import LimitError, Limits
from disclint.reading.container import Container, document_kind
from disclint.reading.damage import DamageError, ProtectedError, UnreadableError
from tests.office import docx, xlsx, zipped

PARTS = {"a.xml": "甲" * 100, "b.xml": "乙"}
CENTRAL = b"PK\x01\x02"


def read(data: bytes, name: str = "a.xml", limits: Limits | None = None) -> bytes:
    return Container.open(data, limits or Limits()).read(name)


def patched(data: bytes, offset: int, layout: str, value: int) -> bytes:
    """Return `data` with another value in the first entry of its directory."""
    changed = bytearray(data)
    struct.pack_into(layout, changed, data.index(CENTRAL) + offset, value)
    return bytes(changed)


def test_parts_are_read_whatever_the_case_and_slashes_of_their_names() -> None:
    data = zipped({"word\\A.xml": "甲"})
    assert read(data, "word/a.XML").decode() == "甲"
    assert read(data, "/word/a.xml").decode() == "甲"


def test_what_comes_out_counts_and_not_what_is_declared() -> None:
    data = zipped({"a.xml": b"\0" * 10_000_000, "b.xml": b"\0" * 600_000})
    assert len(data) < 20_000
    with pytest.raises(LimitError, match="unpacked_bytes"):
        read(data, limits=Limits(unpacked_bytes=1_000_000))
    lying = patched(data, 24, "<I", 10)  # the size when unpacked
    with pytest.raises(DamageError):
        read(lying, limits=Limits(unpacked_bytes=1_000_000))


def test_all_parts_together_count() -> None:
    container = Container.open(
        zipped({"a.xml": "a" * 600, "b.xml": "b" * 600}), Limits(unpacked_bytes=1000)
    )
    container.read("a.xml")
    with pytest.raises(LimitError, match="unpacked_bytes"):
        container.read("b.xml")


@pytest.mark.parametrize(
    "broken",
    [
        lambda data: data[:-40],
        lambda data: data[: len(data) // 2],
        lambda data: data[:30],
        lambda data: patched(data, 16, "<I", 7),  # the checksum
        lambda data: patched(data, 24, "<I", 1),  # the size
        lambda data: patched(data, 42, "<I", 9),  # where the part begins
        lambda data: patched(data, 42, "<I", 1 << 31),
        lambda data: patched(data, 10, "<H", 99),  # the way of compression
        lambda data: patched(data, 28, "<H", 60_000),  # the length of the name
        lambda data: data.replace(b"\x50\x4b\x05\x06", b"\x50\x4b\x05\x07"),
    ],
)
def test_what_is_broken_is_damaged(broken: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamageError):
        read(broken(zipped(PARTS)))


def test_a_part_that_is_not_there_or_there_twice_is_damage() -> None:
    with pytest.raises(DamageError, match="0 parts"):
        read(zipped(PARTS), "c.xml")
    with pytest.raises(DamageError, match="2 parts"):
        read(zipped({"a.xml": "a", "A.xml": "b"}))


def test_two_entries_for_the_same_bytes_are_damage() -> None:
    data = zipped({"a.xml": "a" * 100, "b.xml": "b" * 100})
    second = data.rindex(CENTRAL)
    overlapping = bytearray(data)
    struct.pack_into("<I", overlapping, second + 42, 0)
    with pytest.raises(DamageError):
        read(bytes(overlapping), "b.xml")


def test_an_encrypted_part_is_protected() -> None:
    with pytest.raises(ProtectedError):
        read(patched(zipped(PARTS), 8, "<H", 1))


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_only_the_ways_of_compression_that_documents_use_are_taken(method: int) -> None:
    file = BytesIO()
    with ZipFile(file, "w", method) as container:
        container.writestr("a.xml", "a")
    with pytest.raises(DamageError, match="unknown way"):
        read(file.getvalue())


def test_a_name_that_leads_out_is_but_a_name() -> None:
    data = zipped({"../../a.xml": "a", "/etc/passwd": "b", "a.xml": "c"})
    assert read(data) == b"c"


def test_more_parts_than_any_document_has_are_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as container:
        for index in range(10_001):
            container.writestr(f"{index}", b"")
    with pytest.raises(DamageError, match="more than 10000 parts"):
        Container.open(file.getvalue(), Limits())


@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_at_all_are_read_or_refused(junk: bytes, at: int) -> None:
    data = zipped(PARTS)
    try:
        read(data[:at] + junk + data[at + len(junk) :])
    except UnreadableError:
        return


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx("甲"), "word"),
        (xlsx({"a": "<a/>"}), "excel"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (zipped({"mimetype": "application/epub+zip"}), None),
        (zipped({"[Content_Types].xml": "<Types/>"}), None),
        (zipped({"[Content_Types].xml": b" " * (1 << 23)}), None),
        (zipped({"[Content_Types].xml": 'ContentType="a/x.wordprocessingml.document"'}), None),
        (zipped(PARTS)[:-30], None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
def test_a_container_tells_what_document_it_holds(data: bytes, kind: str | None) -> None:
    assert document_kind(data) == kind
