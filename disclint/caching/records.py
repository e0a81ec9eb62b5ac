"""Results as they are kept: compressed JSON, in which the parts of forms stand by their numbers."""

import json
import zlib
from collections.abc import Iterable, Mapping
from itertools import chain

from disclint.caching.packing import MisfitError, Packer, Packing, numbered
from disclint.catalog import Genre
from disclint.comparison import Filed, Filing
from disclint.diagnostics import Diagnostic
from disclint.forms import Column, Form, FormBlock, Named, OutlineSection
from disclint.ledger import Entry
from disclint.results import Result
from disclint.source import Comment, Origin, Source
from disclint.suppressions import Stretch

_FASTEST = 1
_MOST_BYTES = 1 << 26
"""How much may come out of what is kept; there is no such report."""

_TEXT = tuple[str, tuple[Origin, ...], tuple[Comment, ...]]
_REST = tuple[
    tuple[Diagnostic, ...], tuple[Stretch | None, ...], tuple[Entry, ...], tuple[Filing, ...]
]


class UnusableError(Exception):
    """That what is kept cannot be used, or something cannot be kept."""


def write_result(result: Result, genres: Iterable[Genre]) -> bytes:
    """Return a result as it is kept.

    Raises:
        UnusableError: there is something in it, as a plugin may put there, that cannot be kept.

    """
    try:
        return _write(result, {genre.id: genre for genre in genres})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnusableError from error


def _write(result: Result, genres: Mapping[str, Genre]) -> bytes:
    genre = genres[result.genre]
    packing = _packing(genre, result.source)
    source = result.source
    kept = [
        genre.id,
        packing.of(_TEXT).write((source.text, source.origins, source.comments)),
        packing.of(_REST).write(
            (result.diagnostics, result.stretches, result.entries, result.filed.filings)
        ),
    ]
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)


def read_result(data: bytes, path: str, genres: Iterable[Genre]) -> Result:
    """Return the result that is kept for the file at `path`.

    Raises:
        UnusableError: it is none.

    """
    try:
        return _read(data, path, {genre.id: genre for genre in genres})
    except (ValueError, KeyError, TypeError, zlib.error, RecursionError) as error:
        raise UnusableError from error


def _read(data: bytes, path: str, genres: Mapping[str, Genre]) -> Result:
    id_, text, rest = json.loads(_unpacked(data).decode("utf-8", "surrogatepass"))
    genre = genres[id_]
    written, origins, comments = _packing(genre, None).of(_TEXT).read(text)
    source = Source(path, written, origins, comments)
    diagnostics, stretches, entries, filings = _packing(genre, source).of(_REST).read(rest)
    if len(stretches) != len(comments):
        raise MisfitError
    return Result(
        source=source,
        genre=genre.id,
        diagnostics=diagnostics,
        stretches=stretches,
        filed=Filed(source if filings else Source(path, ""), genre.id, filings),
        entries=entries,
    )


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(data, _MOST_BYTES)
    if not unpacking.eof or unpacking.unused_data:
        raise MisfitError
    return unpacked


def _packing(genre: Genre, source: Source | None) -> Packing:
    """Return the packers of what is said of a report of a kind; its text is that of `source`."""
    blocks = [block for form in genre.forms for block in form.blocks]
    return Packing(
        {
            Source: Packer(lambda _: 0, lambda _: source),
            OutlineSection: numbered(genre.outline),
            Form: numbered(genre.forms),
            FormBlock: numbered(blocks),
            Named: numbered(chain.from_iterable(block.rows for block in blocks)),
            Column: numbered(chain.from_iterable(block.columns for block in blocks)),
        }
    )
