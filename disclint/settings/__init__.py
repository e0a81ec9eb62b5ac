"""The tables of a configuration, read key by key, with the place of whatever is wrong."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from disclint.closeness import closest
from disclint.errors import ConfigError
from disclint.settings.toml_lines import Way, line_of

_T = TypeVar("_T")
_Name = TypeVar("_Name", bound=str)


def read_settings_text(path: str, asked_by: str = "") -> str:
    """Return the text of the file of settings at `path`; `asked_by` says who names it.

    Raises:
        ConfigError: it cannot be read.

    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{path}{asked_by}: cannot be read: {error.strerror}"
        raise ConfigError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: is not UTF-8; save it in this encoding"
        raise ConfigError(message) from error


def parse_settings(text: str, path: str) -> "Settings":
    """Return the settings that `text` is, which stands in the file at `path`.

    Raises:
        ConfigError: it is not TOML.

    """
    import tomllib  # noqa: PLC0415 - only who has a configuration waits for it

    try:
        return Settings(path, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: is not TOML: {error}"
        raise ConfigError(message) from error


@frozen
class Settings:
    """A table of a configuration."""

    file: str
    """The file it stands in; nothing if these are the options of a command line."""
    values: dict[str, Any]
    text_of_file: str = field(default="", repr=False)
    way: Way = ()
    """The tables down to this one."""
    _read: set[str] = field(factory=set, init=False)

    @property
    def where(self) -> str:
        """Where the table stands, as its author would look for it."""
        return self._place(self.way, self.way)

    def place(self, key: str) -> str:
        """Return where `key` stands, as its author would look for it."""
        return self._place((*self.way, key), (*self.way, f"`{key}`"))

    def where_of(self, key: str) -> str:
        """Return where `key` stands, for a message that names it anyway."""
        return self._place((*self.way, key), self.way)

    def line(self, *way: str) -> int | None:
        """Return the line of what stands there, `way` from this table, if it is in a file."""
        return line_of(self.text_of_file, (*self.way, *way))

    def _place(self, way: Way, shown: Way) -> str:
        if not self.file:
            return f"--{': '.join(way)}"
        line = line_of(self.text_of_file, way)
        return ": ".join((self.file if line is None else f"{self.file}:{line}", *shown))

    def wrong(self, key: str, wanted: str) -> ConfigError:
        """Return the error that `key` is not what is wanted."""
        return ConfigError(f"{self.place(key)} must be {wanted}")

    def text(self, key: str) -> str | None:
        """Return a text that is not empty, if it is given."""
        text = self._typed(key, str, "a text")
        if text is not None and not text.strip():
            raise self.wrong(key, "a text that is not empty")
        return text

    def choice(self, key: str, choices: Iterable[_Name]) -> _Name | None:
        """Return one of `choices`, if it is given."""
        text = self.text(key)
        names = list(choices)
        if text is not None and text not in names:
            raise self.wrong(key, f"one of {', '.join(names)}, not `{text}`{_near(text, names)}")
        return None if text is None else names[names.index(text)]

    def whole(self, key: str, within: range) -> int | None:
        """Return a whole number, if it is given."""
        wanted = f"a whole number from {within.start} to {within.stop - 1}"
        number = self._typed(key, int, wanted)
        if number is not None and number not in within:
            raise self.wrong(key, wanted)
        return number

    def day(self, key: str) -> date | None:
        """Return a date, if it is given."""
        wanted = "a date without quotes, such as 2030-12-31"
        day = self._typed(key, date, wanted)
        if isinstance(day, datetime):
            raise self.wrong(key, wanted)
        return day

    def number(self, key: str, above: int) -> float | None:
        """Return a number, if it is given."""
        wanted = f"a number above {above}"
        whole = isinstance(self.values.get(key), int)
        number = self._typed(key, int, wanted) if whole else self._typed(key, float, wanted)
        if number is not None and not (isfinite(number) and number > above):
            raise self.wrong(key, wanted)
        return number

    def flag(self, key: str) -> bool | None:
        """Return whether something is so, if it is given."""
        return self._typed(key, bool, "true or false")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        wanted = "a list of texts, none of them empty"
        values = self._typed(key, list, wanted) or []
        if not values or not all(isinstance(value, str) and value.strip() for value in values):
            raise self.wrong(key, wanted)
        return tuple(values)

    def texts_if_given(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty if it is not given."""
        self._read.add(key)
        return self.texts(key) if key in self.values else ()

    def listed(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, which may have none, if it is given."""
        self._read.add(key)
        return () if self.values.get(key) == [] else self.texts_if_given(key) or None

    def table(self, key: str) -> "Settings":
        """Return a table, empty if it is not given."""
        values = self._typed(key, dict, f"a table, `[{key}]`")
        return self._within(key, values or {})

    def tables(self, key: str) -> Iterator["Settings"]:
        """Yield each table of an array, nothing if it is not given."""
        wanted = f"an array of tables, `[[{key}]]`"
        for index, values in enumerate(self._typed(key, list, wanted) or [], start=1):
            if not isinstance(values, dict):
                raise self.wrong(key, wanted)
            yield self._within(f"{key}[{index}]", values)

    def closed(self, result: _T) -> _T:
        """Return `result`, if nothing stands in the table that was not asked for."""
        if unknown := self.values.keys() - self._read:
            name = min(unknown)
            message = f"{self.where_of(name)}: unknown key `{name}`{_hint(name, self._read)}"
            raise ConfigError(message)
        return result

    def _within(self, key: str, values: dict[str, Any]) -> "Settings":
        return Settings(self.file, values, self.text_of_file, (*self.way, key))

    def _typed(self, key: str, kind: type[_T], wanted: str) -> _T | None:
        self._read.add(key)
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(key, wanted)
        return value


def _near(name: str, known: Iterable[str]) -> str:
    """Return what somebody may have meant by `name`, to end a sentence."""
    close = closest(name, sorted(known))
    return f"; did you mean `{close}`?" if close else ""


def _hint(name: str, known: Iterable[str]) -> str:
    return _near(name, known) or f"; there are {', '.join(sorted(known))}"
