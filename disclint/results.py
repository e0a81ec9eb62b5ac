"""What has come out for one file by itself, as far as anything goes on with it."""

from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from disclint.comparison import Filed
from disclint.diagnostics import Diagnostic
from disclint.ledger import Entry
from disclint.source import Comment, Source
from disclint.suppressions import Stretch


class Looked(Protocol):
    """What suppressions ask of a file that has been looked at."""

    @property
    def source(self) -> Source:
        """The text of the file."""
        ...

    @property
    def genre(self) -> str:
        """The kind of report that the file holds."""
        ...

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """What is wrong, by place."""
        ...

    @property
    def failed(self) -> frozenset[str]:
        """The codes of the rules that have not looked to the end."""
        ...

    def stretch(self, comment: Comment) -> Stretch | None:
        """Return the block that a comment in the file stands before, or nothing if none follows."""
        ...


@frozen(kw_only=True)
class Result:
    """What has come out for one file by itself, without the report that it has come from."""

    source: Source
    """The text of the file, without its page."""
    genre: str
    """The kind of report that the file holds."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong, by place."""
    failed: frozenset[str] = frozenset()
    """The codes of the rules that have not looked to the end."""
    stretches: tuple[Stretch | None, ...]
    """The block that each comment in the file stands before."""
    filed: Filed
    """What is set against other reports."""
    entries: tuple[Entry, ...] = ()
    """The ledger of what asks for no other report, if it is kept."""

    def stretch(self, comment: Comment) -> Stretch | None:
        """Return the block that a comment in the file stands before, or nothing if none follows."""
        return self.stretches[list(self.source.comments).index(comment)]

    @property
    def is_final(self) -> bool:
        """Whether it will be the same whenever the same file is looked at in the same way."""
        return not self.failed and not any(one.stops for one in self.diagnostics)
