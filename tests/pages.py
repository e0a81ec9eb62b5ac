"""Made-up reports as web pages, the cells of their tables merged."""

from collections.abc import Iterable
from html import escape

from tests.boxes import Cell, Rows


def page_of(pieces: Iterable[str | Rows], style: str = "", border: int = 1) -> str:
    """Return a web page of paragraphs and tables."""
    parts = (
        f"<p>{escape(piece)}</p>\n" if isinstance(piece, str) else _table(piece, border)
        for piece in pieces
    )
    head = f"<meta charset='utf-8'><style>{style}</style>"
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _table(rows: Rows, border: int) -> str:
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return f"<table border='{border}' cellspacing='0' cellpadding='4' width='100%'>{body}</table>\n"


def _cell(cell: Cell) -> str:
    return f"<td rowspan='{cell.rows}' colspan='{cell.columns}'>{escape(cell.text)}</td>"
