"""`disclint --watch`: the same again, whenever one of the files has changed."""

import sys
from collections.abc import Callable, Sequence

from disclint.cli.configuring import STANDARD_INPUT
from disclint.cli.console import Status, complain, write_out
from disclint.errors import DisclintError, UsageError
from disclint.wording import Language, Wording

_WATCHING = Wording("正在等待文件改动，按 Ctrl-C 结束", "watching for changes; Ctrl-C ends")
_PULSE = 200
"""How long at most, in milliseconds, until the first run begins or Ctrl-C is heard."""
_CLEAR = "\x1b[2J\x1b[H"


def watch(lint: Callable[[], int], paths: Sequence[str], language: Language) -> int:
    """Call `lint` now, and again each time that something in `paths` has changed.

    What stops one run, as a configuration with a mistake does, is told, and the next change is
    waited for. Returns the status of the last run once the user has ended it.

    Raises:
        UsageError: `paths` cannot be watched, or the library that does it is not installed.

    """
    if STANDARD_INPUT in paths:
        message = "--watch looks at files, and not at standard input"
        raise UsageError(message)
    try:
        import watchfiles  # noqa: PLC0415 - only who watches waits for it
    except ImportError as error:
        message = "--watch needs a library: pip install 'disclint[watch]'"
        raise UsageError(message) from error
    status: int | None = None
    try:
        for changes in watchfiles.watch(*paths, yield_on_timeout=True, rust_timeout=_PULSE):
            if status is None or changes:  # the first time the watch has begun: nothing is missed
                _clear()
                status = _once(lint)
                complain(_WATCHING, language)
                sys.stderr.flush()
    except KeyboardInterrupt:
        pass
    except FileNotFoundError as error:
        message = f"cannot watch {error}"
        raise UsageError(message) from error
    return Status.CLEAN if status is None else status


def _clear() -> None:
    if sys.stdout.isatty():
        write_out([_CLEAR])


def _once(lint: Callable[[], int]) -> int:
    """Lint, and return the status; what stops the run does not end the watch."""
    try:
        return lint()
    except DisclintError as error:
        complain(str(error))
        return Status.FAILED
    finally:
        sys.stdout.flush()
