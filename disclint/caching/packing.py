"""Values of attrs classes as JSON, and back, by the types that their attributes have.

Whatever comes back is of these types, or is refused: nothing is imported, called or evaluated that
the text names. `cattrs` does the same and more, and takes longer to import than a file to read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import fields, has

Write = Callable[[Any], Any]
Read = Callable[[Any], Any]


_MOST_DIGITS = 10_000
"""More than anybody writes: a number of a few letters may be one that no memory holds in full."""


class MisfitError(ValueError):
    """That a value of JSON is not what a type asks for."""


Packer = tuple[Write, Read]
"""How the values of one type become JSON, and how they are read out of it."""


class Packing:
    """The packers of all types, made when they are asked for.

    `known` has those of values that are there already, and stand in the JSON by a key.
    """

    def __init__(self, known: Mapping[type, Packer]) -> None:
        self._known = known
        self.of = cache(self._make)

    def _make(self, kind: Any) -> Packer:  # noqa: ANN401 - a type, or what stands for several
        if kind in self._known:
            return self._known[kind]
        if origin := get_origin(kind):
            return self._composed(origin, get_args(kind))
        if has(kind):
            return self._structured(kind)
        return _enumerated(kind) if issubclass(kind, Enum) else _plain(kind)

    def _composed(self, origin: object, arguments: Sequence[Any]) -> Packer:
        """Return the packer of an optional value, or of several."""
        if origin in {Union, UnionType}:
            return _optional(*(self.of(one) for one in arguments if one is not NoneType))
        if origin is frozenset:
            return _several(self.of(arguments[0]), frozenset, sorted)
        if origin is tuple and arguments[-1] is not Ellipsis:
            return _row(tuple(map(self.of, arguments)))
        return _several(self.of(arguments[0]), tuple, list)

    def _structured(self, kind: type) -> Packer:
        """Return the packer of an attrs class: a list of what its attributes are, in order."""
        own = [field for field in fields(kind) if field.init]
        names = [field.name for field in own]
        aliases = [field.alias for field in own]
        by_name = any(field.kw_only for field in own)
        writes, reads = zip(*(self.of(field.type) for field in own), strict=True)

        def write(value: Any) -> list[Any]:  # noqa: ANN401 - of `kind`
            pairs = zip(writes, names, strict=True)
            return [write_one(getattr(value, name)) for write_one, name in pairs]

        def read(packed: Any) -> Any:  # noqa: ANN401 - whatever JSON has
            if type(packed) is not list or len(packed) != len(aliases):
                raise MisfitError
            values = [read_one(one) for read_one, one in zip(reads, packed, strict=True)]
            return kind(**dict(zip(aliases, values, strict=True))) if by_name else kind(*values)

        return (write, read)


def _same(value: Any) -> Any:  # noqa: ANN401 - what JSON has as it is
    return value


def _plain(kind: type) -> Packer:
    """Return the packer of what JSON has itself, or of a decimal number."""
    if kind is Decimal:
        return (str, _decimal)

    def read(packed: Any) -> Any:  # noqa: ANN401 - whatever JSON has
        if type(packed) is not kind:
            raise MisfitError
        return packed

    return (_same, read)


def _decimal(packed: Any) -> Decimal:  # noqa: ANN401 - whatever JSON has
    if type(packed) is not str:
        raise MisfitError
    try:
        number = Decimal(packed)
    except InvalidOperation:
        raise MisfitError from None
    if not (number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS):
        raise MisfitError
    return number


def _optional(packer: Packer) -> Packer:
    write_some, read_some = packer
    return (
        lambda value: None if value is None else write_some(value),
        lambda packed: None if packed is None else read_some(packed),
    )


def _several(packer: Packer, kind: type, ordered: Callable[[Iterable[Any]], list[Any]]) -> Packer:
    write_one, read_one = packer

    def read(packed: Any) -> Any:  # noqa: ANN401 - whatever JSON has
        if type(packed) is not list:
            raise MisfitError
        return kind([read_one(one) for one in packed])

    return (lambda values: [write_one(one) for one in ordered(values)], read)


def _row(packers: Sequence[Packer]) -> Packer:
    writes, reads = zip(*packers, strict=True)

    def read(packed: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever JSON has
        if type(packed) is not list or len(packed) != len(packers):
            raise MisfitError
        return tuple(read_one(one) for read_one, one in zip(reads, packed, strict=True))

    def write(values: Sequence[Any]) -> list[Any]:
        return [write_one(one) for write_one, one in zip(writes, values, strict=True)]

    return (write, read)


def _enumerated(kind: type[Enum]) -> Packer:
    by_value = {one.value: one for one in kind}

    def read(packed: Any) -> Enum:  # noqa: ANN401 - whatever JSON has
        try:
            return by_value[packed]
        except (KeyError, TypeError):
            raise MisfitError from None

    return (lambda one: one.value, read)


def numbered(values: Iterable[Any]) -> Packer:
    """Return the packer of values that are there already, each told by its number among them."""
    listed = list(values)
    numbers = {id(value): number for number, value in enumerate(listed)}

    def read(packed: Any) -> Any:  # noqa: ANN401 - whatever JSON has
        if type(packed) is not int or not 0 <= packed < len(listed):
            raise MisfitError
        return listed[packed]

    return (lambda value: numbers[id(value)], read)
