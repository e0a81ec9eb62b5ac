"""Files that cannot be read although they are of a known format."""

from disclint.reading import Rejection
from disclint.wording import Wording


class UnreadableError(Exception):
    """A file that cannot be read; a reader turns it into a rejection."""

    def rejection(self, kind: Wording) -> Rejection:
        """Return the rejection of the file, which is of `kind`."""
        raise NotImplementedError


class DamageError(UnreadableError):
    """A file that is damaged or not whole."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason

    def rejection(self, kind: Wording) -> Rejection:
        """Return the rejection that says what is wrong with the file."""
        facts = {"kind": kind, "reason": self.reason}
        return Rejection("unreadable-file", facts, variant="damaged")


class ProtectedError(UnreadableError):
    """A file that a password protects."""

    def rejection(self, kind: Wording) -> Rejection:
        """Return the rejection that says so."""
        return Rejection("unreadable-file", {"kind": kind}, variant="encrypted")
