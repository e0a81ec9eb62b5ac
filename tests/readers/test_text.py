"""Plain text: encodings, line ends, and what is no text at all."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.readers.text import TextReader
from disclint.reading import Rejection, Request
from disclint.source import Place, Source
from disclint.wording import Wording

TEXT = "青禾县\n总计 ０\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}
ENCODINGS = (None, "utf-8", "utf-16", "utf-16-le", "utf-32", "gb18030", "gbk", "big5", "ascii")
texts = st.text(st.characters(exclude_characters="\r\0\x1c\x1d\x1e\x1f", exclude_categories=["Cs"]))
each_mark = pytest.mark.parametrize("encoding", MARKS)


def text_in(data: bytes, encoding: str | None = None) -> str:
    source = TextReader().read(Request(data=data, path="report.txt", encoding=encoding))
    assert isinstance(source, Source)
    return source.text


def rejection_of(data: bytes, encoding: str | None = None) -> Rejection:
    rejection = TextReader().read(Request(data=data, path="report.txt", encoding=encoding))
    assert isinstance(rejection, Rejection)
    return rejection


def test_the_source_keeps_the_path() -> None:
    source = TextReader().read(Request(data=b"", path="青禾县/report.txt"))
    assert source == Source("青禾县/report.txt", "")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk"])
def test_utf_8_and_gb18030_are_known_without_a_mark(encoding: str) -> None:
    assert text_in(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "start",
    ["一、总体情况\n", "全县政府信息公开", "一", "涓丰县", "一二三全文如下：", "1.一般情况"],
)
def test_gb18030_is_known_where_its_first_bytes_are_utf_8_by_chance(start: str) -> None:
    assert text_in(f"{start}{TEXT}".encode("gb18030")) == start + TEXT


def test_a_character_of_four_bytes_in_gb18030_is_read() -> None:
    assert text_in("\u4dae青禾\n".encode("gb18030")) == "\u4dae青禾\n"


@each_mark
@given(text=texts)
def test_any_text_is_read_by_its_mark_which_is_no_part_of_it(encoding: str, text: str) -> None:
    assert text_in(MARKS[encoding] + text.encode(encoding)) == Source("", text).text


def test_marks_by_which_other_readers_part_cells_are_spaces_in_a_text() -> None:
    assert text_in(b"a\x1cb\x1dc\x1ed\x1fe") == "a b c d e\n"


@each_mark
def test_a_mark_alone_is_an_empty_text(encoding: str) -> None:
    assert text_in(MARKS[encoding]) == "\n"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", codecs.BOM_UTF8 + TEXT.encode()),
        ("UTF8", codecs.BOM_UTF8 + TEXT.encode()),
        ("utf-8-sig", codecs.BOM_UTF8 + TEXT.encode()),
        ("utf-16", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")),
        ("utf-16-le", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")),
        ("gb18030", MARKS["gb18030"] + TEXT.encode("gb18030")),
        ("utf-16-le", TEXT.encode("utf-16-le")),
        ("big5", TEXT.replace("县", "縣").replace("总计", "總計").encode("big5")),
    ],
)
def test_an_encoding_that_is_named_is_used_and_the_mark_dropped(encoding: str, data: bytes) -> None:
    assert text_in(data, encoding).replace("縣", "县").replace("總計", "总计") == TEXT


def test_an_encoding_that_is_named_comes_before_any_guess() -> None:
    assert text_in("é\n".encode(), "latin-1") == "Ã©\n"


@given(texts)
def test_all_line_ends_are_read_alike(text: str) -> None:
    lf, crlf, cr = (
        text_in(codecs.BOM_UTF8 + text.replace("\n", end).encode()) for end in ("\n", "\r\n", "\r")
    )
    assert lf == crlf == cr


def test_line_ends_of_several_kinds_may_be_mixed() -> None:
    assert text_in(b"a\r\nb\rc\n\rd\r\r\ne") == "a\nb\nc\n\nd\n\ne\n"


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff", Place(1, 1), "ff"),
        ("青禾县".encode() + b"\xff", Place(1, 4), "ff"),
        ("青\r\n禾\r县".encode() + b"\xff", Place(3, 2), "ff"),
        ("青禾\n县".encode("gb18030") + b"\xff", Place(2, 2), "ff"),
        (codecs.BOM_UTF8 + "青禾\n".encode() + b"\x81", Place(2, 1), "81"),
        (codecs.BOM_UTF16_LE + "青\n禾".encode("utf-16-le") + b"\x41", Place(2, 2), "41"),
        (codecs.BOM_UTF16_BE + "青".encode("utf-16-be") + b"\xdc\x00", Place(1, 2), "dc"),
    ],
)
def test_the_first_bad_byte_is_named_with_its_place(data: bytes, place: Place, byte: str) -> None:
    rejection = rejection_of(data)
    assert (rejection.rule, rejection.variant) == ("undecodable-text", "")
    assert rejection.place == place
    assert rejection.facts["byte"] == byte


@pytest.mark.parametrize(
    ("data", "encoding", "tried"),
    [
        (b"\xff", None, "UTF-8, GB18030"),
        (b"\xff", "ascii", "ASCII"),
        (codecs.BOM_UTF8 + b"\xff", None, "UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00", None, "UTF-16-LE"),
    ],
)
def test_the_encodings_that_were_tried_are_named(
    data: bytes, encoding: str | None, tried: str
) -> None:
    assert rejection_of(data, encoding).facts["encodings"] == tried


@pytest.mark.parametrize("encoding", [None, "utf-8"])
def test_a_nul_makes_a_file_no_text(encoding: str | None) -> None:
    rejection = rejection_of("青禾\n县\0县\0".encode(), encoding)
    assert (rejection.rule, rejection.variant) == ("undecodable-text", "nul")
    assert rejection.place == Place(2, 2)


def test_utf_16_without_a_mark_is_not_read_as_anything_else() -> None:
    assert rejection_of("Qinghe\n".encode("utf-16-le")).variant == "nul"


@pytest.mark.parametrize(
    ("magic", "kind"),
    [
        (b"PK\x03\x04", "Office"),
        (b"%PDF-1.7", "PDF"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "WPS"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"Rar!\x1a", "RAR"),
        (b"7z\xbc\xaf\x27", "7z"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "utf-8", "latin-1"])
def test_a_container_is_called_by_its_kind(magic: bytes, kind: str, encoding: str | None) -> None:
    rejection = rejection_of(magic + b"\x00\x00", encoding)
    assert (rejection.rule, rejection.variant) == ("unreadable-file", "container")
    named = rejection.facts["kind"]
    assert isinstance(named, Wording)
    assert kind in named.zh
    assert kind in named.en


@given(st.binary(max_size=40), st.sampled_from(ENCODINGS))
def test_any_bytes_are_read_or_rejected(data: bytes, encoding: str | None) -> None:
    assert isinstance(
        TextReader().read(Request(data=data, path="report.txt", encoding=encoding)),
        Source | Rejection,
    )


def test_the_bad_byte_after_a_mark_is_found_in_utf_8_sig() -> None:
    rejection = rejection_of(codecs.BOM_UTF8 + b"a\x81", "utf-8-sig")
    assert rejection.place == Place(1, 2)
    assert rejection.facts["byte"] == "81"


def test_bytes_that_are_no_punycode_are_rejected() -> None:
    assert rejection_of(b"\r", "punycode").rule == "undecodable-text"


def test_the_reader_is_for_files_that_end_in_txt() -> None:
    assert TextReader().suffixes == {".txt", ".md"}
