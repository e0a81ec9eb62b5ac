"""XML read within bounds: no document type, no entities, not too deep, not too much."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from attrs import define, field

from disclint.reading import LimitError, Limits
from disclint.reading.damage import DamageError
from disclint.wording import Wording

_DOCTYPE = Wording("XML 中有文档类型声明（DTD）", "its XML has a document type declaration (DTD)")
_ELEMENT_BYTES = 200
"""What an element without attributes takes in memory, about."""
_ATTRIBUTE_BYTES = 120
_CHARACTER_BYTES = 4
_MOST_NAMES = 10_000
"""How many names are remembered: no schema has as many."""


class Target(Protocol):
    """What takes the elements of a document as they come."""

    def start(self, tag: str, attributes: dict[str, str], /) -> object:
        """Take the start of an element."""
        ...

    def end(self, tag: str, /) -> object:
        """Take its end."""
        ...

    def data(self, text: str, /) -> object:
        """Take text in it."""
        ...


def read_tree(chunks: Iterable[bytes], prefixes: Mapping[str, str], limits: Limits) -> Element:
    """Return the root of the document in `chunks`, with names such as `w:p`.

    `prefixes` gives a prefix for each namespace; a name of any other stays `namespace}name`.
    """
    builder = TreeBuilder()
    _Parser(builder, prefixes, limits, is_kept=True).feed(chunks)
    return builder.close()


def walk(
    chunks: Iterable[bytes], prefixes: Mapping[str, str], limits: Limits, target: Target
) -> None:
    """Hand the elements of the document in `chunks` to `target` one by one."""
    _Parser(target, prefixes, limits, is_kept=False).feed(chunks)


@define
class _Parser:
    """Expat with its handlers."""

    target: Target
    prefixes: Mapping[str, str]
    limits: Limits
    is_kept: bool = field(kw_only=True)
    _names: dict[str, str] = field(init=False, factory=dict)
    _depth: int = field(init=False, default=0)
    _cost: int = field(init=False, default=0)

    def feed(self, chunks: Iterable[bytes]) -> None:
        """Parse `chunks` to their end."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 - it takes no keywords
            parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            line, what = error.lineno, expat.ErrorString(error.code)
            raise DamageError(
                Wording(f"XML 第{line}行有误（{what}）", f"line {line} of its XML: {what}")
            ) from error
        except (LookupError, ValueError) as error:  # an encoding that is none
            raise DamageError(Wording(f"XML 有误（{error}）", f"its XML: {error}")) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self.limits.depth:
            limit = "depth"
            raise LimitError(limit, self.limits.depth)
        self._count(_ELEMENT_BYTES + _ATTRIBUTE_BYTES * len(attributes))
        self.target.start(
            self._named(name), {self._named(key): value for key, value in attributes.items()}
        )

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.target.end(self._named(name))

    def _data(self, text: str) -> None:
        self._count(_CHARACTER_BYTES * len(text))
        self.target.data(text)

    def _count(self, cost: int) -> None:
        self._cost += cost if self.is_kept else 0
        if self._cost > self.limits.memory_bytes:
            limit = "memory_bytes"
            raise LimitError(limit, self.limits.memory_bytes)

    def _named(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            namespace, _, local = name.rpartition("}")
            prefix = self.prefixes.get(namespace)
            short = f"{prefix}:{local}" if prefix else name
            if len(self._names) < _MOST_NAMES:
                self._names[name] = short
        return short


def _refuse_doctype(*_: object) -> None:
    raise DamageError(_DOCTYPE)
