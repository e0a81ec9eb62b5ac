"""The JSON Schema of a file, which is what its reader asks for.

A reader is run on a sketch in the place of a file's mapping: the sketch takes down each key that it
is asked for. So what editors are told of a file cannot differ from how the file is read.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from attrs import field, frozen

from disclint.catalog.entry import Entry, Page
from disclint.catalog.kinds import TEXT, Schema, ValueKind
from disclint.catalog.notation import Notation

_T = TypeVar("_T")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOWHERE = Page("", Notation(None, values={}, keys={}))


def sketch_schema(read: Callable[[Entry], object], title: str) -> Schema:
    """Return the JSON Schema of the files that `read` reads."""
    sketch = Sketch()
    read(sketch)
    return {"$schema": _DIALECT, "title": title, **sketch.schema()}


@frozen(kw_only=True)
class Sketch(Entry):
    """A mapping that is in no file, and takes down what is asked for."""

    page: Page = _NOWHERE
    values: dict[str, Any] = field(factory=dict)
    is_void: bool = True
    _properties: dict[str, Callable[[], Schema]] = field(factory=dict, init=False)
    _demands: Schema = field(factory=dict, init=False)
    """What is said of the mapping as a whole."""

    def schema(self) -> Schema:
        """Return the schema of the mapping."""
        properties = {key: schema() for key, schema in self._properties.items()}
        return {"type": "object", **self._demands} | (
            {"properties": properties} if properties else {}
        )

    @property
    def is_faulty(self) -> bool:
        """Whether what is read cannot be taken at its word: it is made of stand-ins."""
        return True

    def take(self, key: str, kind: ValueKind[_T], default: _T | None = None) -> _T:
        """Take down a value of `kind`."""
        self._note(key, lambda: _described(kind), is_required=default is None)
        return kind.stand_in

    def take_if_given(self, key: str, kind: ValueKind[_T]) -> _T | None:
        """Take down a value of `kind` that need not be given."""
        return self.take(key, kind, kind.stand_in)

    def one_of(self, keys: Iterable[str], kind: ValueKind[_T]) -> tuple[str, _T]:
        """Take down a value of `kind` under one of `keys`."""
        names = list(keys)
        for name in names:
            self._note(name, lambda: _described(kind), is_required=False)
        self._demands["oneOf"] = [{"required": [name]} for name in names]
        return names[0], kind.stand_in

    def mapping(self, key: str, *, required: bool = False) -> Entry:
        """Take down a mapping."""
        sketch = Sketch()
        self._note(key, sketch.schema, is_required=required)
        return sketch

    def mapping_or_text(self, key: str) -> Entry | str:
        """Take down a mapping, or a text."""
        sketch = Sketch()
        self._note(key, lambda: {"anyOf": [TEXT.schema, sketch.schema()]}, is_required=True)
        return sketch

    def mappings(self, key: str, *, required: bool = False) -> Iterator[Entry]:
        """Take down a list of mappings."""
        sketch = Sketch()
        least: Schema = {"minItems": 1} if required else {}
        self._note(
            key,
            lambda: {"type": "array", "items": sketch.schema(), **least},
            is_required=required,
        )
        yield sketch

    def named(self, key: str) -> Iterator[tuple[str, Entry]]:
        """Take down a mapping of mappings."""
        sketch = Sketch()
        self._note(
            key,
            lambda: {"type": "object", "additionalProperties": sketch.schema()},
            is_required=False,
        )
        yield key, sketch

    def closed(self, result: _T) -> _T:
        """Take down that there are no other keys."""
        self._demands["additionalProperties"] = False
        return result

    def _note(self, key: str, schema: Callable[[], Schema], *, is_required: bool) -> None:
        self._properties[key] = schema
        if is_required:
            self._demands.setdefault("required", []).append(key)


def _described(kind: ValueKind[Any]) -> Schema:
    return {"description": kind.wanted, **kind.schema}
