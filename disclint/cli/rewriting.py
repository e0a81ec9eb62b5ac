"""Files written anew, whole or not at all."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress


class ChangedError(Exception):
    """A file that is no longer as it was read."""


def rewrite(path: str, old: bytes, new: bytes) -> None:
    """Write `new` into the file at `path`, which still holds `old`; a link to it stays one.

    It is written beside it and then put in its place, so that nobody ever sees a part of it.

    Raises:
        ChangedError: it holds something else.
        OSError: it cannot be read or written.

    """
    target = os.path.realpath(path)
    with open(target, "r+b") as file:  # noqa: PTH123 - whether it may be written as well
        if file.read() != old:
            raise ChangedError
    handle, beside = tempfile.mkstemp(prefix=".disclint-", dir=os.path.dirname(target))  # noqa: PTH120
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        _keep_owner(target, beside)
        os.replace(beside, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise


def _keep_owner(path: str, beside: str) -> None:
    """Give the file at `beside` the permissions of that at `path`, and its owner if that can be."""
    if sys.platform != "win32":
        owner = os.stat(path)  # noqa: PTH116 - as above
        with suppress(OSError):
            os.chown(beside, owner.st_uid, owner.st_gid)
    shutil.copymode(path, beside)
