"""The bound on the time of a worker: whoever takes too long is stopped, in either of two ways."""

import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest

from disclint.watch import OverrunError, Watch

LIMIT = 0.1
SLACK = 2.0
"""More than a busy machine takes to interrupt, and far less than what is interrupted."""

Work = Callable[[int], Iterable[int]]

has_timer = pytest.mark.skipif(sys.platform == "win32", reason="no timer that interrupts")


def no_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the watch find no timer of the system, as on Windows."""
    monkeypatch.delattr(signal, "setitimer", raising=False)


@pytest.fixture(params=["timer", "thread"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "thread":
        no_timer(monkeypatch)
    elif sys.platform == "win32":
        pytest.skip("no timer that interrupts")


def endless(number: int) -> Iterator[int]:
    while True:
        number += 1
        if number < 0:
            yield number


def stubborn(number: int) -> Iterator[int]:
    while True:
        try:
            yield from endless(number)
        except Exception:  # noqa: BLE001, S112 - as a careless check does
            continue


def swallowing(number: int) -> Iterator[int]:
    try:
        yield from endless(number)
    except:  # noqa: E722 - the most careless
        yield from endless(number)


def quick(number: int) -> Iterator[int]:
    yield number


@contextmanager
def soon() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < LIMIT + SLACK


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("work", [endless, stubborn, swallowing])
def test_work_without_an_end_is_stopped(work: Work) -> None:
    with soon(), Watch(LIMIT) as watch, pytest.raises(OverrunError):
        watch.run("one", work, 0)


@pytest.mark.usefixtures("either_way")
def test_when_one_is_stopped_the_others_go_on() -> None:
    with soon(), Watch(LIMIT) as watch:
        for _ in range(3):
            assert watch.run("two", quick, 5) == [5]
            with pytest.raises(OverrunError):
                watch.run("one", endless, 0)
            assert watch.run("three", quick, 7) == [7]


@pytest.mark.usefixtures("either_way")
def test_many_short_turns_together_are_too_long() -> None:
    def nap(number: int) -> Iterator[int]:
        time.sleep(LIMIT / 10)
        yield number

    def naps(watch: Watch) -> None:
        for number in range(100):
            assert watch.run("one", nap, number) == [number]

    with Watch(LIMIT) as watch, pytest.raises(OverrunError):
        naps(watch)


@pytest.mark.usefixtures("either_way")
def test_the_time_between_turns_does_not_count() -> None:
    with Watch(LIMIT) as watch:
        watch.run("one", quick, 1)
        time.sleep(LIMIT * 2)
        assert watch.run("one", quick, 2) == [2]


@pytest.mark.usefixtures("either_way")
def test_an_error_of_the_work_is_its_own() -> None:
    with Watch(LIMIT) as watch, pytest.raises(ZeroDivisionError):
        watch.run("one", lambda number: [1 // number], 0)


def test_without_a_bound_nothing_looks_on() -> None:
    threads = threading.active_count()
    with Watch(float("inf")) as watch:
        assert threading.active_count() == threads
        assert watch.run("one", quick, 3) == [3]


@has_timer
def test_a_regular_expression_without_an_end_is_stopped_by_the_timer() -> None:
    def match(number: int) -> Iterator[int]:
        yield number if re.fullmatch("(a+)+b", "a" * 60) else 0

    with soon(), Watch(LIMIT) as watch, pytest.raises(OverrunError):
        watch.run("one", match, 1)


@has_timer
def test_the_timer_is_given_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with Watch(LIMIT), Watch(LIMIT):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


@has_timer
def test_a_timer_that_somebody_uses_is_left_alone() -> None:
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 50)
    try:
        with soon(), Watch(LIMIT) as watch, pytest.raises(OverrunError):
            watch.run("one", endless, 0)
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_in_another_thread_than_the_main_one_work_is_stopped_as_well() -> None:
    stopped: list[str] = []

    def work() -> None:
        with Watch(LIMIT) as watch:
            try:
                watch.run("one", endless, 0)
            except OverrunError:
                stopped.append("one")
            stopped.extend(f"{one}" for one in watch.run("two", quick, 2))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(LIMIT + SLACK)
    assert stopped == ["one", "2"]


@pytest.mark.usefixtures("either_way")
def test_nothing_is_raised_after_the_turn() -> None:
    """Turns that end just when they are too long: it is raised in the turn, or not at all."""
    limit = 0.01
    rounds = [0, 0]
    for number in range(60):
        until = time.perf_counter() + limit * (0.99 + number / 2000)
        with Watch(limit) as watch:
            try:
                watch.run("one", spin, until)
            except OverrunError:
                rounds[0] += 1
            else:
                rounds[1] += 1
            spin(time.perf_counter() + limit)
    assert sum(rounds) == 60


def spin(until: float) -> Iterable[float]:
    while time.perf_counter() < until:
        pass
    return [until]
