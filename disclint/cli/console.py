"""What the commands share of the terminal: language, streams, exit statuses."""

import argparse
import locale
import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import get_args

from disclint.wording import Language, Wording


class Status(IntEnum):
    """How the program ends."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
    """The job, or a part of it, could not be done."""


def add_language(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the option that sets the language of messages."""
    parser.add_argument(
        "--lang",
        choices=get_args(Language),
        default=language_of_locale(),
        help="language of the messages (default: that of the locale)",
    )


def language_of_locale() -> Language:
    """Return Chinese if the locale's messages are Chinese, else English."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    name = next((os.environ[name] for name in variables if os.environ.get(name)), None)
    if name is None:
        name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def use_safe_streams() -> None:
    """Let nothing die for a character that the console cannot print, and translate no line end."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace", newline="\n")


def prints_all() -> bool:
    """Whether standard output takes every character as it is."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def use_utf8() -> None:
    """Write UTF-8 to standard output, whatever the locale says."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_out(pieces: Iterable[str]) -> None:
    """Write to standard output."""
    for piece in pieces:
        sys.stdout.write(piece)


def write_err(pieces: Iterable[str]) -> None:
    """Write to standard error."""
    for piece in pieces:
        sys.stderr.write(piece)


def complain(text: Wording | str, language: Language = "en") -> None:
    """Write one line to standard error."""
    said = text.in_language(language) if isinstance(text, Wording) else text
    sys.stderr.write(f"disclint: {said}\n")


def remark(text: Wording, options: argparse.Namespace) -> None:
    """Write one line to standard error that is no mistake, unless silence is asked for."""
    if not options.quiet:
        complain(text, options.lang)
