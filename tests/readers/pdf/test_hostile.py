"""PDFs that are damaged, locked, or made to break what reads them: each is told, none lasts."""

import zlib

import pytest

from disclint.readers.pdf import PdfReader
from disclint.reading import LimitError, Limits, Rejection, Request
from disclint.source import Source
from tests.readers.pdf.drawing import HEIGHT, box, document, line, pdf, stream, words

LIMITS = Limits(seconds=20, memory_bytes=400 * 2**20, pages=50, cells=1000, depth=5)
GOOD = pdf(words(60, 80, "青禾县"))
_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"


def outcome(data: bytes, limits: Limits = LIMITS) -> str:
    """Return the text, the variant of the rejection, or the limit, whatever reading came to."""
    try:
        read = PdfReader().read(Request(data=data, path="report.pdf", limits=limits))
    except LimitError as error:
        return f"limit {error.limit}"
    if isinstance(read, Rejection):
        assert read.rule == "unreadable-file"
        return read.variant
    assert isinstance(read, Source)
    return read.text.strip()


def packed(piece: bytes, times: int) -> bytes:
    """Return a stream that unpacks to a piece many times over."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(data), data)


def one_page(content: bytes) -> bytes:
    return document(
        {
            1: _CATALOG,
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {HEIGHT}]/Contents 4 0 R>>",
            4: content,
        }
    )


def forms(*, fan: int, depth: int, last: int) -> bytes:
    """Return a page with a form that shows the next one several times, and so on."""
    made: dict[int, str | bytes] = {}
    for number in range(100, 100 + depth):
        shown = last if number == 99 + depth else number + 1
        entries = f"{_FORM}/Resources<</XObject<</X {shown} 0 R>>>>"
        made[number] = stream("/X Do\n" * fan, entries)
    made[100 + depth] = stream(line(0, 0, 9, 9), _FORM)
    page = words(60, 80, "青禾县") + "/X Do\n"
    return pdf(page, resources="/XObject<</X 100 0 R>>", objects=made)


def crossing(count: int, apart: float) -> str:
    reach = count * apart
    return "".join(
        line(at * apart, 0, at * apart, reach) + line(0, at * apart, reach, at * apart)
        for at in range(count)
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-",
        b"%PDF-1.7\n" + bytes(range(256)) * 9,
        GOOD[: len(GOOD) // 2],
        GOOD[: GOOD.index(b"startxref")],
        GOOD + b"9 0 obj\n<</Type/Page",
        b"%PDF-1.7\nstartxref\n0\n%%EOF",
        GOOD.replace(b"/Root 1 0 R", b""),
        document({1: "1 0 R"}),
        document({1: _CATALOG, 2: "<</Type/Pages/Kids[]/Count 0>>"}),
        document({1: _CATALOG, 2: "<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
        GOOD.replace(b"/Count 1", b"/Count 3"),
    ],
    ids=[
        "mark alone",
        "noise",
        "half",
        "cut before the end",
        "cut in what was saved anew",
        "nothing inside",
        "no root",
        "a root that is itself",
        "no pages",
        "a tree of pages that is a ring",
        "pages that are not there",
    ],
)
def test_a_damaged_file_is_called_so(data: bytes) -> None:
    assert outcome(data) == "damaged"


def test_a_file_of_a_password_is_called_so() -> None:
    lock = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'11' * 32}>/P -4>>"
    assert outcome(GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock.encode())) == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + GOOD.split()[-2]),
        GOOD.replace(b"/Count 1", b"/Count 1/A" + b"[" * 9999 + b"]" * 9999),
        forms(fan=1, depth=2, last=100),
        b"\n" * 900 + GOOD,
        GOOD + b"<html></html>" * 9,
    ],
    ids=[
        "a table before that is itself",
        "arrays in arrays",
        "forms in a ring",
        "lines in front",
        "a web page behind",
    ],
)
def test_what_can_be_read_all_the_same_is_read(data: bytes) -> None:
    assert outcome(data) == "青禾县"


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (GOOD.replace(b"/Count 1", b"/Count 1000000"), "pages"),
        (pdf(*["" for _ in range(51)]), "pages"),
        (pdf(crossing(40, 9)), "cells"),
        (one_page(packed(line(9, 9, 99, 9).encode() * 1000, 5000)), "memory_bytes"),
        (one_page(packed(b" " * 10**6, 1000)), "memory_bytes"),
        (forms(fan=4, depth=30, last=130), "memory_bytes"),
    ],
    ids=["a million pages", "pages", "cells", "lines past counting", "a bomb", "a fan of forms"],
)
def test_a_file_that_costs_too_much_is_stopped(data: bytes, limit: str) -> None:
    assert outcome(data) == f"limit {limit}"


def test_a_file_that_takes_too_long_is_stopped() -> None:
    endless = Limits(seconds=1, memory_bytes=2**40)
    assert outcome(forms(fan=4, depth=30, last=130), endless) == "limit seconds"


def test_tables_too_deep_in_each_other_are_stopped() -> None:
    page = words(300, 400, "青禾县")
    for step in range(8):
        left, top, right, bottom = 10 + 20 * step, 10 + 20 * step, 580 - 30 * step, 800 - 20 * step
        page += box(left, top, right, bottom) + line(right - 10, top, right - 10, bottom)
    assert outcome(pdf(page)) == "limit depth"
