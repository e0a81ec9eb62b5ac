"""What a reader of a file format is."""

from collections.abc import Mapping
from typing import Protocol

from attrs import field, frozen

from disclint.source import FILE_START, Place, Source
from disclint.wording import Fact


@frozen
class Rejection:
    """Why a file cannot be read: a rule of the run, by its name, and the facts for its words."""

    rule: str
    facts: Mapping[str, Fact] = field(factory=dict)
    variant: str = ""
    place: Place = FILE_START


class Reader(Protocol):
    """A way to read one file format."""

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings of file names, with the dot and in lower case, that are of this format."""
        ...

    def read(self, data: bytes, path: str, encoding: str | None) -> Source | Rejection:
        """Return the text in `data`, or why there is none; `encoding` overrides any guess."""
        ...
