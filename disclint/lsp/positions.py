"""Places as a client counts them: lines from 0, columns in units of the encoding agreed upon."""

import re
from collections.abc import Sequence

from attrs import field, frozen
from lsprotocol.types import Position, PositionEncodingKind, Range

from disclint.source import Place, Source

_LINE_END = re.compile(r"\r\n|\r|\n")
_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""Of each encoding the codec without a mark, and the bytes of one unit."""
_LONE = "surrogatepass"


def _split(text: str) -> list[str]:
    return _LINE_END.split(text)


@frozen
class Ruler:
    """What measures the lines of one text in the units that a client counts."""

    encoding: PositionEncodingKind | str
    lines: Sequence[str] = field(converter=_split, repr=False)

    def position(self, place: Place) -> Position:
        """Return a place, which may be of another file, as the client counts it."""
        before = (place.line_text or self._line(place.line - 1))[: place.column - 1]
        return Position(place.line - 1, self.units(before))

    def range(self, start: Place, end: Place) -> Range:
        """Return what stands between two places."""
        return Range(self.position(start), self.position(end))

    def place(self, position: Position) -> Place:
        """Return the place that a client means, at the end of its line where it goes beyond."""
        codec, size = _CODECS[PositionEncodingKind(self.encoding)]
        data = self._line(position.line).encode(codec, _LONE)[: position.character * size]
        return Place(position.line + 1, len(data.decode(codec, "ignore")) + 1)

    def units(self, text: str) -> int:
        """Return how long `text` is."""
        codec, size = _CODECS[PositionEncodingKind(self.encoding)]
        return len(text) if text.isascii() else len(text.encode(codec, _LONE)) // size

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def find_offset(source: Source, place: Place) -> int | None:
    """Return where in the text of `source` stands what the file has at `place`, if anything does.

    It is the way back from `Source.place`.
    """
    if not source.origins:
        line = source.line(place.line)
        return line.start + place.column - 1 if line else None
    found = [
        (origin.place.column, number)
        for number, origin in enumerate(source.origins)
        if origin.place.line == place.line and origin.place.column <= place.column
    ]
    if not found:
        return None
    column, number = max(found)
    following = source.origins[number + 1 : number + 2]
    end = following[0].offset if following else len(source.text)
    offset = source.origins[number].offset + place.column - column
    return offset if offset < end else None
