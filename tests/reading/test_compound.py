"""What stands at the top of a compound file."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from disclint.reading.compound import Compound
from disclint.reading.signatures import COMPOUND
from tests.office import compound


def test_the_streams_at_the_top_are_known_and_no_others() -> None:
    found = Compound.open(compound("WordDocument", "Data", inner="Workbook"))
    assert set(found.starts) == {"WordDocument", "Data", "ObjectPool"}


def test_a_document_tells_by_itself_that_it_is_encrypted() -> None:
    assert Compound.open(compound("EncryptedPackage", "EncryptionInfo")).is_protected
    assert not Compound.open(compound("WordDocument")).is_protected
    flags = struct.pack("<H", 0x0100)
    assert Compound.open(compound("WordDocument", content=b"\0" * 10 + flags)).is_protected


@given(st.binary(max_size=600), st.integers(0, 1600))
def test_any_bytes_at_all_are_looked_through(junk: bytes, at: int) -> None:
    data = compound("WordDocument", "Data")
    broken = COMPOUND + (data[:at] + junk + data[at + len(junk) :])[len(COMPOUND) :]
    assert Compound.open(broken).is_protected in {True, False}


def test_a_directory_that_leads_back_to_itself_comes_to_an_end() -> None:
    data = bytearray(compound("WordDocument"))
    struct.pack_into("<I", data, 512 + 4 * 1, 1)  # the sector after the directory is itself
    struct.pack_into("<II", data, 1024 + 128 + 68, 1, 1)  # and so are the neighbours of a stream
    assert "WordDocument" in Compound.open(bytes(data))
