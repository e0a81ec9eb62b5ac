"""The files of a pack, read key by key, with the place of whatever is wrong."""

from collections.abc import Iterator
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from attrs import field, frozen

from disclint.errors import PackError
from disclint.wording import Wording

_T = TypeVar("_T")
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Entry:
    """A mapping in a file of a pack."""

    where: str
    """The file and the way to the mapping."""
    values: dict[str, Any]
    _read: set[str] = field(factory=set, init=False)

    @classmethod
    def load(cls, file: Traversable) -> "Entry":
        """Return the mapping that `file` holds.

        Raises:
            PackError: it cannot be read, is no YAML or holds no mapping.

        """
        try:
            values = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            message = f"{file}: {error}"
            raise PackError(message) from error
        if not isinstance(values, dict):
            message = f"{file}: must hold a mapping"
            raise PackError(message)
        return cls(str(file), values)

    def wrong(self, key: str, wanted: str) -> PackError:
        """Return the error that `key` is not what is wanted."""
        return PackError(f"{self.where}: `{key}` must be {wanted}")

    def has(self, key: str) -> bool:
        """Whether `key` is given."""
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        return self._typed(key, str, "a text", default)

    def data(self, key: str) -> bytes:
        """Return bytes that are written in hexadecimal digits."""
        try:
            return bytes.fromhex(self.text(key))
        except ValueError:
            raise self.wrong(key, "bytes in hexadecimal digits") from None

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self._typed(key, int, "a whole number", default)

    def choice(self, key: str, choices: type[StrEnum], default: str | None = None) -> str:
        """Return one of the values of `choices`."""
        value = self.text(key, default)
        if value not in list(choices):
            raise self.wrong(key, "one of " + ", ".join(choices))
        return value

    def flag(self, key: str) -> bool:
        """Return whether `key` is set."""
        return self._typed(key, bool, "true or false", default=False)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty if it is not given and need not be."""
        values = self._typed(key, list, "a list of texts", None if required else [])
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "a list of texts")
        return tuple(values)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts, empty if it is not given."""
        values = self._typed(key, list, "a list of lists of texts", [])
        for value in values:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise self.wrong(key, "a list of lists of texts")
        return tuple(map(tuple, values))

    def mapping(self, key: str) -> "Entry":
        """Return a mapping, empty if it is not given."""
        return Entry(f"{self.where}: {key}", self._typed(key, dict, "a mapping", {}))

    def mappings(self, key: str, *, required: bool = False) -> Iterator["Entry"]:
        """Yield each mapping of a list, nothing if it is not given and need not be."""
        values = self._typed(key, list, "a list of mappings", None if required else [])
        for index, value in enumerate(values, start=1):
            item = f"{key}[{index}]"
            if not isinstance(value, dict):
                raise self.wrong(item, "a mapping")
            yield Entry(f"{self.where}: {item}", value)

    def wording(self, key: str) -> Wording:
        """Return a text in both languages."""
        entry = self.mapping(key)
        return entry.closed(Wording(entry.text("zh"), entry.text("en")))

    def closed(self, result: _T) -> _T:
        """Return `result`, if nothing stands in the mapping that was not asked for."""
        if unknown := self.values.keys() - self._read:
            message = f"{self.where}: unknown key `{min(unknown, key=str)}`"
            raise PackError(message)
        return result

    def _typed(self, key: str, kind: type[_T], wanted: str, default: _T | None) -> _T:
        self._read.add(key)
        value = self.values.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, wanted)
        return value
