"""What a function in a process of its own gives back, and how it is stopped."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from disclint.reading import LimitError, Limits, confined
from disclint.reading.confined import CrashError, Way, run_confined

WAYS: list[Way] = ["fork", "fresh"] if sys.platform == "linux" else ["fresh"]
each_way = pytest.mark.parametrize("way", WAYS)
needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory elsewhere")
SHORT = Limits(seconds=1)
LITTLE = Limits(memory_bytes=300 * 2**20)


def doubled(text: str, *, times: int = 2) -> str:
    return text * times


def never_ending() -> None:
    while True:
        time.sleep(60)


def silent_end() -> None:
    os._exit(0)


def killed(number: int) -> None:
    os.kill(os.getpid(), number)


def too_large() -> int:
    return len(bytearray(2**30))


def failing() -> None:
    message = "青禾"
    raise KeyError(message)


def too_deep() -> None:
    limit = "depth"
    raise LimitError(limit, 7)


def unsendable() -> object:
    return threading.Lock()


def chatty() -> str:
    os.write(1, b"on the output")
    os.write(2, b"on the error output")
    sys.stdout.write("by Python")
    sys.stdout.flush()
    return "said"


@each_way
def test_the_value_comes_back_whole_however_long(way: Way) -> None:
    assert run_confined(doubled, "青" * 2**20, limits=Limits(), way=way) == "青" * 2**21


@each_way
def test_what_does_not_end_is_stopped(way: Way) -> None:
    with pytest.raises(LimitError, match="seconds: more than 1"):
        run_confined(never_ending, limits=SHORT, way=way)


@needs_limits
@each_way
def test_what_takes_too_much_memory_is_stopped(way: Way) -> None:
    with pytest.raises(LimitError) as caught:
        run_confined(too_large, limits=LITTLE, way=way)
    assert (caught.value.limit, caught.value.most) == ("memory_bytes", LITTLE.memory_bytes)


@needs_limits
@each_way
def test_a_library_that_aborts_had_no_memory(way: Way) -> None:
    with pytest.raises(LimitError, match="memory_bytes"):
        run_confined(killed, signal.SIGABRT, limits=LITTLE, way=way)


@each_way
def test_a_limit_that_the_function_met_is_passed_on(way: Way) -> None:
    with pytest.raises(LimitError) as caught:
        run_confined(too_deep, limits=Limits(), way=way)
    assert (caught.value.limit, caught.value.most) == ("depth", 7)


@each_way
def test_what_the_function_raised_is_told(way: Way) -> None:
    with pytest.raises(CrashError, match="KeyError: '青禾'"):
        run_confined(failing, limits=Limits(), way=way)


@needs_limits
@each_way
def test_the_signal_is_told_of_which_the_process_died(way: Way) -> None:
    with pytest.raises(CrashError, match="SIGSEGV") as caught:
        run_confined(killed, signal.SIGSEGV, limits=Limits(), way=way)
    assert "SIGSEGV" in caught.value.reason.zh


@each_way
def test_a_process_that_ends_without_an_answer_is_no_success(way: Way) -> None:
    with pytest.raises(CrashError):
        run_confined(silent_end, limits=Limits(), way=way)


@each_way
def test_a_value_that_cannot_be_sent_is_no_success(way: Way) -> None:
    with pytest.raises(CrashError):
        run_confined(unsendable, limits=Limits(), way=way)


@each_way
def test_nothing_is_printed(way: Way, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_confined(chatty, limits=Limits(), way=way) == "said"
    assert capfd.readouterr() == ("", "")


def test_there_is_no_fork_beside_other_threads() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert not confined._may_fork()
        assert run_confined(doubled, "青", limits=Limits()) == "青青"
    finally:
        release.set()
        thread.join()


def test_no_child_is_left() -> None:
    run_confined(doubled, "青", limits=Limits())
    with pytest.raises(LimitError):
        run_confined(never_ending, limits=SHORT)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is there a fork")
def test_there_is_no_fork_beside_threads_that_python_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(confined, "_THREADS", str(tmp_path))
    (tmp_path / "100").mkdir()
    assert confined._may_fork()
    (tmp_path / "101").mkdir()
    assert not confined._may_fork()
    monkeypatch.setattr(confined, "_THREADS", str(tmp_path / "nowhere"))
    assert not confined._may_fork()
