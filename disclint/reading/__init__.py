"""What a reader of a file format is."""

from collections.abc import Mapping
from typing import Protocol

from attrs import field, frozen

from disclint.source import FILE_START, Place, Source
from disclint.wording import Fact


@frozen(kw_only=True)
class Limits:
    """How much one file may cost: what goes beyond is refused, and the other files go on."""

    file_bytes: int = 256 * 2**20
    """The size of the file."""
    unpacked_bytes: int = 1024 * 2**20
    """What comes out of a container, taken together."""
    cells: int = 1_000_000
    """The cells of all tables."""
    depth: int = 200
    """How deep elements may stand in each other."""
    pages: int = 2_000
    seconds: int = 120
    """How long a reader that cannot be trusted to end may work."""
    memory_bytes: int = 2048 * 2**20
    """How much memory such a reader may take."""
    check_seconds: int = 60
    """How long each rule may look, at the file by itself and again among the others."""


class LimitError(Exception):
    """A file that goes beyond one of the limits, whose name is `limit`."""

    def __init__(self, limit: str, most: int) -> None:
        super().__init__(limit, most)  # as they are, so that it can be pickled
        self.limit = limit
        self.most = most

    def __str__(self) -> str:
        """Return the limit and what it is."""
        return f"{self.limit}: more than {self.most}"


@frozen(kw_only=True)
class Request:
    """A file to be read."""

    data: bytes
    path: str
    encoding: str | None = None
    """The encoding of text, which overrides any guess."""
    limits: Limits = field(factory=Limits)


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

    def claims(self, data: bytes, suffix: str) -> bool:
        """Whether a file is of this format, by its first bytes rather than by its ending."""
        ...

    def read(self, request: Request) -> Source | Rejection:
        """Return the text of the file, or why there is none.

        Raises:
            LimitError: it goes beyond one of the limits.

        """
        ...
