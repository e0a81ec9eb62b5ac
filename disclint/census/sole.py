"""A folder that one run at a time may write to."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from disclint.errors import UsageError

_NAME = ".lock"


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Keep others from writing to `folder`, which is made if it is not there.

    The system lets go of it when the process ends, however it does.

    Raises:
        UsageError: somebody else writes to it.
        OSError: it cannot be made or written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _NAME).open("a+b") as file:
        try:
            _lock(file)
        except OSError as error:
            message = f"{folder}: another census is being made there; wait until it has ended"
            raise UsageError(message) from error
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - of Windows alone

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not of Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
