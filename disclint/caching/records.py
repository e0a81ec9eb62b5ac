"""Results as they are kept: compressed JSON, in which the parts of forms stand by their numbers."""

import gc
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain

from disclint.binding.bound import BoundTable, Identity
from disclint.caching.packing import MisfitError, Packer, Packing, numbered
from disclint.catalog import Genre
from disclint.comparison import Filed, Filing, Prose
from disclint.diagnostics import Diagnostic
from disclint.forms import Column, Form, FormBlock, Named, OutlineSection
from disclint.ledger import Entry
from disclint.results import Result
from disclint.source import Comment, LineText, Origin, Source
from disclint.suppressions import Stretch

_FASTEST = 1
_MOST_BYTES = 1 << 26
"""How much may come out of what is kept; there is no such report."""

_KEPT = tuple[
    str,
    tuple[Origin, ...],
    tuple[Comment, ...],
    tuple[Diagnostic, ...],
    tuple[Stretch | None, ...],
    tuple[Entry, ...],
    tuple[tuple[Identity, tuple[BoundTable, ...], tuple[Prose, ...]], ...],
]
"""The text of a file, and what comes out for it, its reports at the end."""


class UnusableError(Exception):
    """That what is kept cannot be used, or something cannot be kept."""


class _Lines:
    """The lines that the places of a result stand in, each kept once."""

    def __init__(self) -> None:
        self.listed: list[LineText] = []
        self._numbers: dict[LineText, int] = {}

    def begin(self, listed: Iterable[LineText] = ()) -> None:
        """Know those of another result, which is to be read, or none."""
        self.listed = list(listed)
        self._numbers = {}

    def write(self, line: LineText) -> int:
        """Return the number of a line."""
        number = self._numbers.setdefault(line, len(self.listed))
        if number == len(self.listed):
            self.listed.append(line)
        return number

    def read(self, packed: object) -> LineText:
        """Return the line of a number."""
        if type(packed) is not int or not 0 <= packed < len(self.listed):
            raise MisfitError
        return self.listed[packed]


class Records:
    """Results on reports of some kinds, as they are kept."""

    def __init__(self, genres: Iterable[Genre]) -> None:
        self._genres = {genre.id: genre for genre in genres}
        self._lines = _Lines()
        self._packer = cache(self._make_packer)

    def write(self, result: Result) -> bytes:
        """Return a result as it is kept.

        Raises:
            UnusableError: there is something in it, as a plugin may put there, that cannot be kept.

        """
        try:
            with _no_collection():
                return self._write(result)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UnusableError from error

    def read(self, data: bytes, path: str) -> Result:
        """Return the result that is kept for the file at `path`.

        Raises:
            UnusableError: it is none.

        """
        try:
            with _no_collection():
                return self._read(data, path)
        except (ValueError, KeyError, TypeError, zlib.error, RecursionError) as error:
            raise UnusableError from error

    def _write(self, result: Result) -> bytes:
        write, _ = self._packer(result.genre)
        source = result.source
        kept = (
            *(source.text, source.origins, source.comments),
            *(result.diagnostics, result.stretches, result.entries),
            [(one.identity, one.tables, one.prose) for one in result.filed.filings],
        )
        self._lines.begin()
        packed = [result.genre, write(kept), self._lines.listed]
        text = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)

    def _read(self, data: bytes, path: str) -> Result:
        genre, packed, lines = json.loads(_unpacked(data).decode("utf-8", "surrogatepass"))
        _, read = self._packer(genre)
        if type(lines) is not list or not all(type(line) is str for line in lines):
            raise MisfitError
        self._lines.begin(lines)
        text, origins, comments, diagnostics, stretches, entries, reports = read(packed)
        if len(stretches) != len(comments):
            raise MisfitError
        source = Source(path, text, origins, comments)
        filings = tuple(
            Filing(source=source, genre=genre, identity=identity, tables=tables, prose=prose)
            for identity, tables, prose in reports
        )
        return Result(
            source=source,
            genre=genre,
            diagnostics=diagnostics,
            stretches=stretches,
            filed=Filed(source if filings else Source(path, ""), genre, filings),
            entries=entries,
        )

    def _make_packer(self, id_: str) -> Packer:
        genre = self._genres[id_]
        blocks = [block for form in genre.forms for block in form.blocks]
        packing = Packing(
            {
                LineText: (self._lines.write, self._lines.read),
                OutlineSection: numbered(genre.outline),
                Form: numbered(genre.forms),
                FormBlock: numbered(blocks),
                Named: numbered(chain.from_iterable(block.rows for block in blocks)),
                Column: numbered(chain.from_iterable(block.columns for block in blocks)),
            }
        )
        return packing.of(_KEPT)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let nobody look for garbage among thousands of values just made, which are in no circle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(data, _MOST_BYTES)
    if not unpacking.eof or unpacking.unused_data:
        raise MisfitError
    return unpacked
