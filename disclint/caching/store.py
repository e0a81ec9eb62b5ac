"""A folder of what is kept, bounded in size, that any number of runs may share.

What stands in it may be damaged, foreign or gone at any time: it is then not there. Nothing that
goes wrong with the folder does harm to a run.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b

from disclint.reading import LimitError
from disclint.reading.opening import read_file

FORMAT = 1
"""The number of the way in which things are kept; what is kept in another is not looked at."""
_OWN = f"results-{FORMAT}"
_HEAD = f"disclint {FORMAT}\n".encode()
_DIGEST = 16
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# disclint keeps results here. All of it may be removed at any time.\n"
)
_IGNORED = "# Made by disclint.\n*\n"
_MOST_BYTES = 1 << 20
"""How much each of the 256 shelves holds: 256 MiB in all."""
_LARGEST = 1 << 18
_DAY = 24 * 60 * 60
_OVERDUE = 60 * 60
"""After so many seconds, what has not been put in its place is left over from a run that died."""


class Store:
    """What is kept in `folder`, each under a key of hexadecimal digits."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.fault: OSError | None = None
        """Why nothing more can be kept."""
        self._is_ready = False

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, if it is there and whole."""
        path = self._path(key)
        try:
            data = read_file(path, _LARGEST)
            self._mark_used(path)
        except (OSError, LimitError, ValueError):
            return None
        body = data[len(_HEAD) + _DIGEST :]
        return body if data.startswith(_head(key, body)) else None

    def put(self, key: str, body: bytes) -> None:
        """Keep `body` under `key`, unless it is very large; it is there whole or not at all."""
        if self.fault or len(body) > _LARGEST - len(_HEAD) - _DIGEST:
            return
        try:
            self._make_ready()
            path = self._path(key)
            shelf = os.path.dirname(path)  # noqa: PTH120 - a Path is dear
            os.makedirs(shelf, mode=0o700, exist_ok=True)  # noqa: PTH103 - as above
            _write_whole(path, _head(key, body) + body)
            _prune(shelf)
        except (OSError, ValueError) as error:
            self.fault = error if isinstance(error, OSError) else OSError(0, str(error))

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, _OWN, key[:2], key[2:])  # noqa: PTH118 - as above

    def _make_ready(self) -> None:
        """Make the folder, which no backup, search or version control needs to look into."""
        if self._is_ready:
            return
        own = os.path.join(self.folder, _OWN)  # noqa: PTH118 - as above
        if not os.path.isdir(own):  # noqa: PTH112 - as above
            os.makedirs(self.folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - as above
            os.makedirs(own, mode=0o700, exist_ok=True)  # noqa: PTH103 - as above
            for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", _IGNORED)):
                _write_whole(os.path.join(own, name), text.encode())  # noqa: PTH118 - as above
        self._is_ready = True

    @staticmethod
    def _mark_used(path: str) -> None:
        """Let what is used be the last to be removed."""
        now = time.time()
        if os.stat(path).st_mtime < now - _DAY:  # noqa: PTH116 - as above
            with suppress(OSError):  # it may be somebody else's, to be read only
                os.utime(path)


def _head(key: str, body: bytes) -> bytes:
    """Return what stands before `body` if it is whole, and is what is kept under `key`."""
    return _HEAD + blake2b(body, digest_size=_DIGEST, key=key.encode()).digest()


def _write_whole(path: str, data: bytes) -> None:
    """Write a file that others see as a whole, and only then."""
    beside = f"{path}.{os.urandom(4).hex()}.tmp"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(beside, path)  # noqa: PTH105 - a Path is dear
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 - as above
        raise


def _prune(shelf: str) -> None:
    """Remove what has not been used for longest, until what is left on `shelf` is not too much."""
    kept = sorted(_kept(shelf), reverse=True)
    total = 0
    for used, path, size in kept:
        total += size
        is_left_behind = path.endswith(".tmp") and used < time.time() - _OVERDUE
        if total > _MOST_BYTES or is_left_behind:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - as above


def _kept(shelf: str) -> Iterator[tuple[float, str, int]]:
    """Yield when each file was used last, its path and its size."""
    with os.scandir(shelf) as files:
        for file in files:
            with suppress(OSError):  # another run may have removed it
                about = file.stat(follow_symlinks=False)
                yield about.st_mtime, file.path, about.st_size
