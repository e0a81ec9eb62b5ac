"""Pages read, and shown as lines and rows."""

from disclint.marks import CELL_END, COVERED, GRID, ROW_END
from disclint.readers.html import HtmlReader
from disclint.reading import Limits, Rejection, Request
from disclint.source import Place, Source

Shown = list[str | list[list[str]]]


def source_of(page: str | bytes, limits: Limits | None = None) -> Source:
    data = page.encode() if isinstance(page, str) else page
    request = Request(data=data, path="report.html", limits=limits or Limits())
    source = HtmlReader().read(request)
    assert isinstance(source, Source), source
    return source


def shown(source: Source) -> Shown:
    """Return the lines of prose, and of each table the cells of its rows."""
    result: Shown = []
    for index, piece in enumerate(source.text.replace(COVERED, "").split(GRID + "\n")):
        if index % 2:
            rows = piece.split(ROW_END + "\n")[:-1]
            result.append([row.split(CELL_END)[:-1] for row in rows])
        else:
            result += [line for line in piece.split("\n") if line]
    return result


def read(page: str | bytes) -> Shown:
    return shown(source_of(page))


def places(page: str, *wanted: str) -> list[Place]:
    source = source_of(page)
    return [source.place(source.text.index(text)) for text in wanted]


def rejection_of(data: bytes) -> Rejection:
    rejection = HtmlReader().read(Request(data=data, path="report.html"))
    assert isinstance(rejection, Rejection)
    return rejection
