"""Files of old word processors."""

import struct
from collections.abc import Callable

import pytest

from disclint.readers.legacy import LegacyReader
from disclint.reading import Limits, Rejection, Request, conversion
from disclint.reading.conversion import MissingConverterError
from disclint.source import Source
from disclint.wording import Wording
from tests.office import compound, docx

ENCRYPTED = compound("WordDocument", content=b"\0" * 10 + struct.pack("<H", 0x0100))
RTF = rb"{\rtf1\ansi a}"


def read(data: bytes) -> Source | Rejection:
    return LegacyReader().read(Request(data=data, path="report.doc"))


def converting(monkeypatch: pytest.MonkeyPatch, to: Callable[[bytes, str, Limits], bytes]) -> None:
    monkeypatch.setattr(conversion, "to_docx", to)


@pytest.mark.parametrize(
    ("data", "suffix", "claimed"),
    [
        (compound("WordDocument", inner="Workbook"), ".doc", True),
        (compound("WordDocument"), ".wps", True),
        (compound("WordDocument"), ".txt", True),
        (compound("EncryptedPackage"), ".docx", True),
        (compound("EncryptedPackage"), ".xlsx", True),
        (compound("Anything"), ".doc", True),
        (compound("Anything")[:100], ".wps", True),
        (compound("Anything"), ".msi", False),
        (RTF, ".doc", True),
        (RTF, ".txt", True),
        (docx("甲"), ".doc", False),
        ("青禾县".encode(), ".doc", False),
    ],
)
def test_a_file_is_known_by_what_is_in_it(data: bytes, suffix: str, *, claimed: bool) -> None:
    assert LegacyReader().claims(data, suffix) is claimed


@pytest.mark.parametrize(("data", "kind"), [(compound("WordDocument"), "doc"), (RTF, "rtf")])
def test_what_the_converter_makes_is_read(
    data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def to_docx(_data: bytes, kind: str, _limits: Limits) -> bytes:
        asked.append(kind)
        return docx("青禾县")

    converting(monkeypatch, to_docx)
    source = read(data)
    assert isinstance(source, Source)
    assert source.text == "青禾县\n"
    assert str(source.place(0).part) == "paragraph 1"
    assert asked == [kind]


def test_without_a_converter_the_file_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    def to_docx(*_: object) -> bytes:
        raise MissingConverterError

    converting(monkeypatch, to_docx)
    rejection = read(compound("WordDocument"))
    assert isinstance(rejection, Rejection)
    assert rejection.variant == "converter"
    assert rejection.facts["kind"] == Wording(
        "旧版 Word 或 WPS 文档", "an old Word or WPS document"
    )


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (compound("EncryptedPackage", "EncryptionInfo"), "encrypted"),
        (ENCRYPTED, "encrypted"),
        (compound("Anything"), "damaged"),
        (compound("WordDocument")[:600], "damaged"),
        (compound("WordDocument")[:8], "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, variant: str) -> None:
    rejection = read(data)
    assert isinstance(rejection, Rejection)
    assert (rejection.rule, rejection.variant) == ("unreadable-file", variant)


def test_what_the_converter_makes_may_itself_be_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    converting(monkeypatch, lambda *_: b"PK\x03\x04")
    rejection = read(RTF)
    assert isinstance(rejection, Rejection)
    assert rejection.variant == "damaged"
