"""The files of a pack, read key by key, with the place of whatever is wrong."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from attrs import field, frozen

from disclint.catalog.kinds import (
    FLAG,
    ID,
    LISTS,
    MAPPING,
    MAPPINGS,
    NUMBER,
    SOME_MAPPINGS,
    SOME_TEXTS,
    TEXT,
    TEXTS,
    ValueKind,
    brief,
    choice_of,
    closest,
    did_you_mean,
    matching,
)
from disclint.catalog.notation import Notation, NotationError, Way, read_notation
from disclint.errors import PackError
from disclint.wording import Wording

_T = TypeVar("_T")

_MOST_FAULTS = 50
_HEX = matching(r"\s*(?:[0-9A-Fa-f]{2}\s*)*", "bytes in hexadecimal digits")


@frozen
class Page:
    """A file of a pack, and what has been found wrong with it."""

    file: str
    notation: Notation
    _faults: list[tuple[int, int, str]] = field(factory=list, init=False)

    def complain(self, way: Way, what: str, *, of_key: bool = False) -> None:
        """Take down what is wrong with the value to which `way` leads, or with its key.

        Of a file in which nearly everything is wrong, what is beyond the first few is left out.
        """
        if len(self._faults) >= _MOST_FAULTS:
            return
        notation = self.notation
        place = notation.place_of_key(way) if of_key else notation.place(way)
        fault = (place.line, place.column, f"{self.file}:{place}: {what}")
        if fault not in self._faults:
            self._faults.append(fault)

    @property
    def is_faulty(self) -> bool:
        """Whether anything has been found wrong."""
        return bool(self._faults)

    def place(self, way: Way) -> str:
        """Return the file with the place of a value."""
        return f"{self.file}:{self.notation.place(way)}"

    def faults(self) -> list[str]:
        """Return what is wrong, by place."""
        return [said for _, _, said in sorted(self._faults)]


def read_page(file: Traversable, load: Callable[["Entry"], _T]) -> tuple[Page, _T]:
    """Return what `load` makes of the mapping that `file` holds, with the page.

    Raises:
        PackError: it cannot be read, holds no mapping, or `load` has found anything wrong.

    """
    entry = Entry.load(file)
    result = load(entry)
    if entry.is_faulty:
        raise PackError(*entry.page.faults())
    return entry.page, result


@frozen
class Entry:
    """A mapping in a file of a pack.

    What is wrong is taken down in the page, and something that can be gone on with is returned in
    its stead, so that whoever wrote the file learns of everything at once.
    """

    page: Page
    values: dict[str, Any]
    way: Way = ()
    is_void: bool = False
    """Whether it stands for a mapping that is not there, in which nothing more can be wrong."""
    _read: set[str] = field(factory=set, init=False)
    _missing: dict[str, str] = field(factory=dict, init=False)
    """What to say of each key that is not given and must be."""

    @classmethod
    def load(cls, file: Traversable) -> "Entry":
        """Return the mapping that `file` holds.

        Raises:
            PackError: it cannot be read, is no YAML or holds no mapping.

        """
        try:
            notation = read_notation(file)
        except NotationError as error:
            place = f":{error.place}" if error.place else ""
            message = f"{file}{place}: {error}"
            raise PackError(message) from error
        entry = cls(Page(str(file), notation), {})
        if isinstance(notation.value, dict):
            entry.values.update(notation.value)
            return entry
        message = f"{file}:{notation.place(())}: must hold a mapping{MAPPING.hint(notation.value)}"
        raise PackError(message)

    @property
    def is_faulty(self) -> bool:
        """Whether anything has been found wrong with the file."""
        return self.page.is_faulty

    def wrong(self, key: str, wanted: str, *further: int) -> None:
        """Take down that the value of `key`, or an item `further` down, is not what is wanted."""
        name = key + "".join(f"[{index + 1}]" for index in further)
        self.complain(key, f"`{name}` must be {wanted}", *further)

    def complain(self, key: str, what: str, *further: int, of_key: bool = False) -> None:
        """Take down what is wrong with the value of `key`, an item of it, or with the key."""
        if not self.is_void:
            said = "".join(_spelt(self.way)) + what
            self.page.complain((*self.way, key, *further), said, of_key=of_key)

    def has(self, key: str) -> bool:
        """Whether `key` is given."""
        return key in self.values

    def take(self, key: str, kind: ValueKind[_T], default: _T | None = None) -> _T:
        """Return a value of `kind`; without a default it must be given."""
        self._read.add(key)
        if key not in self.values:
            if default is None:
                self._missing[key] = f"`{key}` is missing; it must be {kind.wanted}"
                return kind.stand_in
            return default
        value: _T = self.values[key]
        if kind.fits(value):
            return value
        self._refuse(key, kind, value)
        return kind.stand_in

    def take_if_given(self, key: str, kind: ValueKind[_T]) -> _T | None:
        """Return a value of `kind`, or nothing if it is not given."""
        self._read.add(key)
        return self.take(key, kind) if self.has(key) else None

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        return self.take(key, TEXT, default)

    def id(self, key: str) -> str:
        """Return the name by which other files speak of something."""
        return self.take(key, ID)

    def data(self, key: str) -> bytes | None:
        """Return bytes that are written in hexadecimal digits, or nothing if it is not given."""
        digits = self.take_if_given(key, _HEX)
        return None if digits is None else bytes.fromhex(digits)

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self.take(key, NUMBER, default)

    def choice(self, key: str, choices: type[StrEnum], default: str | None = None) -> str:
        """Return one of the values of `choices`."""
        return self.take(key, choice_of(choices), default)

    def flag(self, key: str) -> bool:
        """Return whether `key` is set."""
        return self.take(key, FLAG, default=False)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty if it is not given and need not be."""
        texts = self.take(key, SOME_TEXTS) if required else self.take(key, TEXTS, [])
        return tuple(texts)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts, empty if it is not given."""
        lists = self.take(key, LISTS, [])
        return tuple(map(tuple, lists))

    def one_of(self, keys: Iterable[str], kind: ValueKind[_T]) -> tuple[str, _T]:
        """Return the one of `keys` that is given, with its value, which is of `kind`."""
        names = list(keys)
        self._read.update(names)
        given = [key for key in names if self.has(key)]
        if not given:
            wanted = " or ".join(f"`{key}`" for key in names)
            self._missing[names[0]] = f"{wanted} is missing; it must be {kind.wanted}"
            return names[0], kind.stand_in
        for other in given[1:]:
            self.complain(other, f"`{given[0]}` and `{other}` exclude each other", of_key=True)
        return given[0], self.take(given[0], kind)

    def mapping(self, key: str, *, required: bool = False) -> "Entry":
        """Return a mapping, empty if it is not given and need not be."""
        values = self.take(key, MAPPING, None if required else {})
        is_void = self.is_void or values is MAPPING.stand_in
        return Entry(self.page, values, (*self.way, key), is_void)

    def mapping_or_text(self, key: str) -> "Entry | str":
        """Return a text, or a mapping."""
        if isinstance(self.values.get(key), dict):
            return self.mapping(key)
        return self.take(key, ValueKind("a text or a mapping", {}, TEXT.fits, ""))

    def mappings(self, key: str, *, required: bool = False) -> Iterator["Entry"]:
        """Yield each mapping of a list, nothing if it is not given and need not be."""
        values = self.take(key, SOME_MAPPINGS) if required else self.take(key, MAPPINGS, [])
        for index, value in enumerate(values):
            yield Entry(self.page, value, (*self.way, key, index), self.is_void)

    def named(self, key: str) -> Iterator[tuple[str, "Entry"]]:
        """Yield each mapping of a mapping by its name, nothing if it is not given."""
        names = self.mapping(key)
        for name in names.values:
            yield name, names.mapping(name, required=True)

    def wording(self, key: str) -> Wording:
        """Return a text in both languages."""
        return self.mapping(key, required=True).as_wording()

    def as_wording(self) -> Wording:
        """Return the text in both languages that the mapping is."""
        return self.closed(Wording(self.text("zh"), self.text("en")))

    def closed(self, result: _T) -> _T:
        """Return `result`; what was asked for and is not there, or the other way, is wrong.

        A key that is another one misspelt is told once.
        """
        unknown = [key for key in self.values if key not in self._read]
        for key in unknown[:_MOST_FAULTS]:
            meant = closest(key, self._missing)
            hint = did_you_mean(key, [meant] if meant else sorted(self._read))
            self._missing.pop(meant or "", None)
            self.complain(key, f"unknown key `{brief(key)}`{hint}", of_key=True)
        for key, what in self._missing.items():
            self.complain(key, what)
        return result

    def _refuse(self, key: str, kind: ValueKind[Any], value: object, *further: int) -> None:
        """Take down that a value is not of `kind`, or which items of it are not."""
        if kind.item is None or not isinstance(value, list) or not value:
            self.wrong(key, kind.wanted + kind.hint(value), *further)
            return
        for index, item in enumerate(value):
            if not kind.item.fits(item):
                self._refuse(key, kind.item, item, *further, index)


def _spelt(way: Way) -> Iterator[str]:
    """Yield the steps of a way as people write them: `rows[2]: `."""
    for step, following in zip(way, (*way, "")[1:], strict=True):
        if isinstance(step, int):
            yield f"[{step + 1}]: "
        else:
            yield brief(step) if isinstance(following, int) else f"{brief(step)}: "
