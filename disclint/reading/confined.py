"""A function run in a process of its own, whose time and memory are limited.

For readers that hand a file to a library which may never end, eat all memory or break down. Where
a fork is safe (Linux, a single thread) the child is one: it is there in a millisecond. Elsewhere it
is a fresh interpreter, which takes longer but copies no locks that other threads hold. Memory is
limited by the system, which on Windows and macOS has no such limit; time is limited everywhere.
"""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from typing import Any, Literal, NoReturn, TypeVar

from attrs import frozen

from disclint.reading import LimitError, Limits
from disclint.wording import Wording

_Result = TypeVar("_Result")
_PIECE = 2**20
_STARTED = "import sys; sys.path[:] = {path!r}; from {name} import serve; serve()"

_THREADS = "/proc/self/task"
"""The threads of this process; libraries have some of their own, with locks and much memory."""

Way = Literal["fork", "fresh"]


class CrashError(Exception):
    """A child that gave back no value; `reason` says how it ended."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason


@frozen
class _Task:
    """What the child is to do."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    limits: Limits


@frozen
class _Value:
    """What the function returned."""

    value: Any


@frozen
class _Excess:
    """A limit that the function went beyond."""

    limit: str
    most: int


@frozen
class _Failure:
    """What the function raised."""

    error: str


def run_confined(
    function: Callable[..., _Result],
    *arguments: object,
    limits: Limits,
    way: Way | None = None,
) -> _Result:
    """Return what `function`, which stands in a module, returns for `arguments`.

    Raises:
        LimitError: it takes more time or memory than it may, or raised this itself.
        CrashError: it raised something else, or its process died.

    """
    task = _Task(function, arguments, limits)
    way = way or ("fork" if _may_fork() else "fresh")
    message, code = _forked(task) if way == "fork" else _started(task)
    answer = _unpacked(message)
    if isinstance(answer, _Excess):
        raise LimitError(answer.limit, answer.most)
    if isinstance(answer, _Failure):
        raise CrashError(Wording(answer.error, answer.error))
    if isinstance(answer, _Value):
        result: _Result = answer.value
        return result
    if code == -signal.SIGABRT:
        # So ends a library in C++ that is given no memory.
        raise _too_much(limits)
    raise CrashError(_ending(code))


def serve() -> NoReturn:
    """Do, in a fresh interpreter, the task on the standard input; answer on the output."""
    task = pickle.load(sys.stdin.buffer)  # noqa: S301 - it comes from our own parent
    _answer(task, os.dup(1))


def _may_fork() -> bool:
    """Whether a fork is safe: no thread runs, nor one that Python does not know of."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir(_THREADS)) == 1  # noqa: PTH208 - a Path is dear
    except OSError:
        return False


def _forked(task: _Task) -> tuple[bytes, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(task, writing)
    os.close(writing)
    try:
        with open(reading, "rb", buffering=0) as pipe:  # noqa: PTH123 - a descriptor
            message = _collected(pipe, task.limits)
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return message, os.waitstatus_to_exitcode(status)


def _collected(pipe: FileIO, limits: Limits) -> bytes:
    from select import POLLIN, poll  # noqa: PLC0415 - not there on Windows, which does not fork

    waiting = poll()
    waiting.register(pipe, POLLIN)
    deadline = time.monotonic() + limits.seconds
    pieces: list[bytes] = []
    while waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
        piece = pipe.read(_PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
    raise _too_long(limits)


def _started(task: _Task) -> tuple[bytes, int]:
    from subprocess import (  # noqa: PLC0415 - only where there is no fork
        DEVNULL,
        PIPE,
        Popen,
        TimeoutExpired,
    )

    command = [sys.executable, "-I", "-c", _STARTED.format(path=sys.path, name=__name__)]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as child:  # noqa: S603
        try:
            message, _ = child.communicate(pickle.dumps(task), timeout=task.limits.seconds)
        except TimeoutExpired as error:
            raise _too_long(task.limits) from error
        finally:
            child.kill()
    return message, child.returncode


def _answer(task: _Task, descriptor: int) -> NoReturn:
    """Do the task and end the process, whatever happens."""
    try:
        _silence()
        _limit(task.limits)
        message = pickle.dumps(_done(task))
        with open(descriptor, "wb") as pipe:
            pipe.write(message)
    except BaseException:  # noqa: BLE001 - no traceback of the child, which has nobody to tell
        os._exit(1)
    os._exit(0)


def _done(task: _Task) -> _Value | _Excess | _Failure:
    try:
        return _Value(task.function(*task.arguments))
    except LimitError as error:
        return _Excess(error.limit, error.most)
    except MemoryError:
        return _Excess("memory_bytes", task.limits.memory_bytes)
    except Exception as error:  # noqa: BLE001 - the parent says what it was
        return _Failure(f"{type(error).__name__}: {error}")


def _silence() -> None:
    """Send what the libraries print where nobody reads it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.stdout = sys.stderr = open(nowhere, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()


def _limit(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    # The limit of time is for a child whose parent has died; the parent's own comes first.
    bounds = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: limits.seconds + 2,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in bounds.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _unpacked(message: bytes) -> object:
    try:
        return pickle.loads(message)  # noqa: S301 - it comes from our own child
    except (pickle.UnpicklingError, EOFError):
        return None


def _too_long(limits: Limits) -> LimitError:
    limit = "seconds"
    return LimitError(limit, limits.seconds)


def _too_much(limits: Limits) -> LimitError:
    limit = "memory_bytes"
    return LimitError(limit, limits.memory_bytes)


def _ending(code: int) -> Wording:
    """Say how a process ended that gave no answer."""
    how = str(code)
    if code < 0:
        with suppress(ValueError):
            how = signal.Signals(-code).name
    return Wording(
        f"读取时程序异常终止（{how}），文件有问题，或内存不够",
        f"the process that read it broke down ({how}), over the file or for want of memory",
    )
