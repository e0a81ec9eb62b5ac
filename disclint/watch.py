"""A bound on the time that each of several workers may take, in one thread and in turns.

Where the system has a timer and nobody else uses it, it interrupts the main thread; this also ends
a regular expression that does not end by itself. Elsewhere a thread of its own looks on and raises
in the working one, as soon as that is between two steps of Python. Neither can stop a call of a
library in C that does not come back; what comes back late is stopped then.
"""

import signal
from collections import defaultdict
from collections.abc import Callable, Iterable
from math import isfinite
from time import perf_counter
from types import TracebackType
from typing import Protocol, Self, TypeVar

_N = TypeVar("_N")
_T = TypeVar("_T")
_LOOKS = 4
"""How often the watch looks, within the time that a worker has."""
_LONGEST, _SHORTEST = 0.5, 0.005


class OverrunError(BaseException):
    """Work that has taken too long; no `except Exception` in it can hold it up."""


class _Clock(Protocol):
    """What calls the watch again and again."""

    def stop(self) -> None:
        """Call it no more."""

    def settle(self) -> None:
        """Wait until a call that is under way is done."""


class Watch:
    """The time that workers have taken; it runs while it is entered."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._taken: defaultdict[str, float] = defaultdict(float)
        self._worker: str | None = None
        self._since = 0.0
        self._clock: _Clock | None = None

    def __enter__(self) -> Self:
        """Begin to look on."""
        if isfinite(self._seconds):
            period = max(min(self._seconds / _LOOKS, _LONGEST), _SHORTEST)
            self._clock = _make_clock(self._is_over, period)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look on no more."""
        if self._clock:
            self._clock.stop()

    def run(self, worker: str, work: Callable[[_N], Iterable[_T]], on: _N) -> list[_T]:
        """Return all that `work` yields on a matter, which is one turn of `worker`.

        Raises:
            OverrunError: its turns, all together, have taken too long.

        """
        if self._taken[worker] > self._seconds:
            raise OverrunError
        self._since = perf_counter()
        self._worker = worker
        try:
            return list(work(on))
        finally:
            self._worker = None  # before anything else: from here on nothing may be raised
            self._taken[worker] += perf_counter() - self._since
            if self._clock:
                self._clock.settle()

    def _is_over(self) -> bool:
        """Whether the worker whose turn it is has taken too long."""
        worker = self._worker
        if worker is None:
            return False
        return self._taken[worker] + perf_counter() - self._since > self._seconds


class _Timer:
    """The timer of the system, which only the main thread can have."""

    def __init__(self, is_over: Callable[[], bool], period: float) -> None:
        def look(_number: int, _frame: object) -> None:
            if is_over():
                raise OverrunError

        self._before = signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, period, period)

    @staticmethod
    def is_free() -> bool:
        """Whether there is one, and nobody uses it."""
        return hasattr(signal, "setitimer") and signal.getitimer(signal.ITIMER_REAL)[0] == 0

    def stop(self) -> None:
        """Give it back."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)

    def settle(self) -> None:
        """Do nothing: it interrupts the very thread that works."""


class _Onlooker:
    """A thread that raises in the one that works."""

    def __init__(self, is_over: Callable[[], bool], period: float) -> None:
        import threading  # noqa: PLC0415 - where there is a timer, nobody waits for it

        self._is_over = is_over
        self._worker = threading.get_ident()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look_on, args=[period], daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let it end."""
        self._stopped.set()
        self._thread.join()

    def settle(self) -> None:
        """Let what it raises arrive while the turn is not quite over."""
        with self._lock:
            pass

    def _look_on(self, period: float) -> None:
        import ctypes  # noqa: PLC0415 - as above

        raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
        overrun = ctypes.py_object(OverrunError)
        while not self._stopped.wait(period):
            with self._lock:
                if self._is_over():
                    raise_in(ctypes.c_ulong(self._worker), overrun)


def _make_clock(is_over: Callable[[], bool], period: float) -> _Clock:
    if _Timer.is_free():
        try:
            return _Timer(is_over, period)
        except ValueError:  # not the main thread
            pass
    return _Onlooker(is_over, period)
