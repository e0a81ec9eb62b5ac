"""Files and streams, taken whole up to a bound."""

import os
import sys
from typing import BinaryIO

from disclint.reading import LimitError


def read_file(path: str, most: int) -> bytes:
    """Return the bytes of a file that has not more than `most`.

    Raises:
        LimitError: it has more.

    """
    with open(path, "rb", opener=_opened) as file:
        return read_stream(file, most)


def _opened(path: str, flags: int) -> int:
    """Open a file, not waiting for somebody to write where it is a pipe that nobody writes to."""
    if sys.platform == "win32":
        return os.open(path, flags)
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    return descriptor


def read_stream(stream: BinaryIO, most: int) -> bytes:
    """Return what a stream gives, if it is not more than `most` bytes.

    Raises:
        LimitError: it is.

    """
    data = stream.read(most + 1)
    if len(data) > most:
        limit = "file_bytes"
        raise LimitError(limit, most)
    return data
