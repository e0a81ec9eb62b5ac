"""The lines and pictures of a page, on it or in the forms that it shows."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from attrs import frozen

from disclint.readers.pdf.page import Rect

_THICKEST_LINE = 4.0
"""A filled shape that is thinner is a line, as word processors draw those of tables."""
_SLANT = 1.0
"""How far the ends of a level line may be apart in height."""
_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_STRAIGHT: _Matrix = (1, 0, 0, 1, 0, 0)


@frozen
class Drawing:
    """What a page shows but text; no line is slanted."""

    lines: tuple[Rect, ...]
    pictures: tuple[Rect, ...]
    count: int
    """The number of all objects, text too."""


def read_drawing(page: object) -> Drawing:
    """Return what `page` shows but text."""
    lines: list[Rect] = []
    pictures: list[Rect] = []
    count = 0
    for item, matrix in _objects(page):
        count += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            lines += _lines(item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_bounds(_corners(item), matrix))
    return Drawing(tuple(lines), tuple(pictures), count)


def _objects(page: object) -> Iterator[tuple[object, _Matrix]]:
    """Yield the objects of a page and of the forms on it, each with the way to the page."""
    waiting = [
        (pdfium.FPDFPage_GetObject(page, index), _STRAIGHT)
        for index in range(pdfium.FPDFPage_CountObjects(page))
    ]
    while waiting:
        item, matrix = waiting.pop()
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, matrix
            continue
        inner = _times(_matrix(item), matrix)
        waiting += [
            (pdfium.FPDFFormObj_GetObject(item, index), inner)
            for index in range(pdfium.FPDFFormObj_CountObjects(item))
        ]


def _matrix(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _STRAIGHT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    """Return where a point of an object stands on the page, downwards."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, -(b * x + d * y + f)


def _bounds(points: list[_Point], matrix: _Matrix = (1, 0, 0, -1, 0, 0)) -> Rect:
    """Return the rectangle around points that `matrix` moves, or that stand on the page already."""
    moved = [_moved(point, matrix) for point in points]
    across, down = [x for x, _ in moved], [y for _, y in moved]
    return Rect(min(across), min(down), max(across), max(down))


def _corners(item: object) -> list[_Point]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return [(left.value, bottom.value), (right.value, top.value)]


def _lines(item: object, matrix: _Matrix) -> Iterator[Rect]:
    """Yield the straight lines that a path shows: strokes, and thin shapes that are filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    whole = _times(_matrix(item), matrix)
    for points in _outlines(item):
        on_page = [_moved(point, whole) for point in points]
        if stroke.value:
            strokes = (_bounds(list(pair)) for pair in pairwise(on_page))
            yield from (rect for rect in strokes if min(rect.width, rect.height) <= _SLANT)
        elif fill.value:
            rect = _bounds(on_page)
            if min(rect.width, rect.height) <= _THICKEST_LINE:
                yield rect


def _outlines(item: object) -> Iterator[list[_Point]]:
    """Yield the points of each part of a path."""
    points: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points
