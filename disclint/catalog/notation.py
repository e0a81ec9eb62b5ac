"""YAML within bounds: plain values, and the place where each of them stands.

Read are mappings with keys that are texts, lists, texts, numbers, true, false and null as YAML 1.2
has them (`no` is a text), anchors and aliases. What a file may cost is bounded throughout.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, NoReturn

import yaml
from attrs import define, field, frozen
from yaml import events

from disclint.catalog.kinds import brief
from disclint.errors import DisclintError

Way = tuple[str | int, ...]
"""The keys and indices that lead to a value."""

MOST_BYTES = 1 << 20
_MOST_LEVELS = 30
_MOST_NODES = 100_000
"""How many values a file may hold, those that aliases repeat counted each time."""

_Parser: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}(?:\.[0-9]{0,18})?)(?:[eE][-+]?[0-9]{1,2})?"
)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNFINISHED = object()


@frozen
class Place:
    """A line and a column of a file, both from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        """Return `line:column`."""
        return f"{self.line}:{self.column}"


_START = Place(1, 1)


class NotationError(DisclintError):
    """A file that is not written as it must be, and where."""

    def __init__(self, text: str, place: Place | None = _START) -> None:
        super().__init__(text)
        self.place = place


@frozen
class Notation:
    """What a file holds."""

    value: object
    _values: Mapping[Way, Any] = field(alias="values")
    """The mark of each value that the file writes out."""
    _keys: Mapping[Way, Any] = field(alias="keys")

    def place(self, way: Way) -> Place:
        """Return the place of a value, or of what it stands in where an alias repeats it."""
        return _place(_nearest(self._values, way))

    def place_of_key(self, way: Way) -> Place:
        """Return the place of the key that leads to a value."""
        return _place(self._keys[way]) if way in self._keys else self.place(way)


def read_notation(file: Traversable) -> Notation:
    """Return what `file` holds.

    Raises:
        NotationError: it cannot be read, is no YAML, or more than is read of one file.

    """
    text = _text(file)
    try:
        return _Builder(_Parser(text).get_event).build()
    except yaml.reader.ReaderError as error:
        bad = _UNPRINTABLE.search(text)
        message = f"is no YAML: the character {hex(ord(bad[0])) if bad else error.reason}"
        raise NotationError(message, _reached(text[: bad.start()]) if bad else _START) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(mark) if mark else _START
        message = f"is no YAML: {error.problem or error.context}{_hint(text, place)}"
        raise NotationError(message, place) from error


def _text(file: Traversable) -> str:
    if not file.is_file():
        message = "is no file"
        raise NotationError(message, None)
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise NotationError(message, None) from error
    if len(data) > MOST_BYTES:
        message = f"has more than {MOST_BYTES} bytes"
        raise NotationError(message, None)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "is not UTF-8"
        raise NotationError(message, _reached(data[: error.start].decode("utf-8-sig"))) from error


def _reached(text: str) -> Place:
    """Return the place where `text` ends."""
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _place(mark: Any) -> Place:  # noqa: ANN401 - yaml has marks of two types
    return Place(mark.line + 1, mark.column + 1)


def _nearest(marks: Mapping[Way, Any], way: Way) -> Any:  # noqa: ANN401 - as above
    while way and way not in marks:
        way = way[:-1]
    return marks[way]


def _hint(text: str, place: Place) -> str:
    """Return what is added where a tab stands in the place of spaces."""
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return " (a tab; indent with spaces)" if "\t" in line[: place.column] else ""


@define(eq=False)
class _Builder:
    """The values of one file, put together from what the parser says."""

    _next: Callable[[], Any]
    _values: dict[Way, Any] = field(factory=dict, init=False)
    _keys: dict[Way, Any] = field(factory=dict, init=False)
    _anchors: dict[str, tuple[object, int]] = field(factory=dict, init=False)
    """Each value that has a name, and how many it is."""
    _size: int = field(default=0, init=False)

    def build(self) -> Notation:
        self._next()  # the start of the stream
        begun = self._next()
        if not isinstance(begun, events.DocumentStartEvent):
            message = "is empty"
            raise NotationError(message)
        value = self._value(self._next(), ())
        self._next()  # the end of the document
        rest = self._next()
        if not isinstance(rest, events.StreamEndEvent):
            _stop("a second document; a file holds one", rest)
        return Notation(value, self._values, self._keys)

    def _value(self, event: Any, way: Way) -> object:  # noqa: ANN401 - yaml has no stubs for it
        self._values[way] = event.start_mark
        if isinstance(event, events.AliasEvent):
            return self._repeated(event)
        if event.tag is not None:
            _stop(f"the tag `{brief(event.tag)}`; none is read", event)
        if len(way) > _MOST_LEVELS:
            _stop(f"more than {_MOST_LEVELS} levels, one within another", event)
        before = self._size
        self._count(1, event)
        name = event.anchor
        if name is not None:
            self._anchors[name] = _UNFINISHED, 0
        value = self._made(event, way)
        if name is not None:
            self._anchors[name] = value, self._size - before
        return value

    def _made(self, event: Any, way: Way) -> object:  # noqa: ANN401 - as above
        if isinstance(event, events.ScalarEvent):
            return _scalar(event.value) if event.implicit[0] else event.value
        if isinstance(event, events.SequenceStartEvent):
            return [self._value(one, (*way, index)) for index, one in enumerate(self._items())]
        return self._mapping(way)

    def _items(self) -> Iterator[Any]:
        while not isinstance(event := self._next(), events.SequenceEndEvent):
            yield event

    def _mapping(self, way: Way) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self._next(), events.MappingEndEvent):
            if not isinstance(event, events.ScalarEvent):
                _stop("a key that is no text", event)
            key: str = event.value
            if key in values:
                first = _place(self._keys[*way, key]).line
                _stop(f"`{brief(key)}` a second time, after line {first}", event)
            there = (*way, key)
            self._keys[there] = event.start_mark
            if event.anchor is not None:
                self._anchors[event.anchor] = key, 1
            values[key] = self._value(self._next(), there)
        return values

    def _repeated(self, event: Any) -> object:  # noqa: ANN401 - as above
        value, size = self._anchors.get(event.anchor, (None, 0))
        if value is _UNFINISHED:
            _stop(f"`*{brief(event.anchor)}` within itself", event)
        if not size:
            _stop(f"`*{brief(event.anchor)}` with no anchor before it", event)
        self._count(size, event)
        return value

    def _count(self, more: int, event: Any) -> None:  # noqa: ANN401 - as above
        self._size += more
        if self._size > _MOST_NODES:
            _stop(f"more than {_MOST_NODES} values, aliases written out", event)


def _stop(what: str, event: Any) -> NoReturn:  # noqa: ANN401 - as above
    message = f"must not hold {what}"
    raise NotationError(message, _place(event.start_mark))


def _scalar(text: str) -> object:
    """Return what an unquoted text stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+.0123456789":
        if _WHOLE.fullmatch(text):
            return int(text)
        if _NUMBER.fullmatch(text):
            return float(text)
    return text
