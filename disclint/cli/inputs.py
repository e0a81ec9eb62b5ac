"""The reports that a command line names."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol, TypeVar

from disclint.cli.configuring import (
    STANDARD_INPUT,
    STANDARD_INPUT_NAME,
    searches,
)
from disclint.cli.console import remark
from disclint.config import LIMITS
from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.files import Empty, Met, Stray, Unopened, find_files
from disclint.linter import Linter
from disclint.source import Source
from disclint.wording import Wording

_T_co = TypeVar("_T_co", covariant=True)
_EMPTY = Wording(
    "{path}：文件夹中没有可以检查的文件（{suffixes}）",
    "{path}: nothing to check in this folder ({suffixes})",
)
_EXCLUDED = Wording(
    "{path}：文件夹中没有可以检查的文件：有 {count} 个文件或文件夹被 exclude 或 .gitignore 排除",
    "{path}: nothing to check in this folder: `exclude` or a .gitignore leaves out {count} of what "
    "it holds",
)
_ALL_EXCLUDED = Wording(
    "没有要检查的文件：指定的文件全部被 exclude 排除",
    "nothing to check: all that is named is left out by `exclude`",
)
STRAY = Wording(
    "{path} 未采用：一次检查只用一个配置，即所指定文件夹的配置",
    "{path} is not used: a run has one configuration, that of the folder which is named",
)


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the arguments that name reports and say how to read them."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a report, a folder of reports, or - for standard input",
    )
    parser.add_argument(
        "--stdin-filename",
        default=STANDARD_INPUT_NAME,
        metavar="NAME",
        help="what to call the report on standard input",
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        help="encoding of the files (default: byte-order mark, else UTF-8, else GB18030)",
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        type=_limit,
        metavar="NAME=NUMBER",
        help=f"how much one file may cost: {', '.join(LIMITS)}",
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", help="nothing on standard error but mistakes"
    )


class Opener(Protocol[_T_co]):
    """What makes something of each report."""

    def open(self, path: str, encoding: str | None) -> _T_co | Diagnostic:
        """Return it for the file at `path`, or why that cannot be."""
        ...

    def read_stream(self, stream: BinaryIO, path: str, encoding: str | None) -> _T_co | Diagnostic:
        """Return it for what `stream` gives and is called `path`, or why that cannot be."""
        ...


def open_inputs(
    linter: Linter, options: argparse.Namespace, stdin: BinaryIO | None = None
) -> Iterator[Source | Diagnostic | Empty]:
    """Yield the text of each report named, or what is said in its stead.

    `stdin` is what standard input gives, where somebody has read it already.
    """
    return open_by(linter, linter, options, stdin)


def open_by(
    opener: Opener[_T_co],
    linter: Linter,
    options: argparse.Namespace,
    stdin: BinaryIO | None = None,
) -> Iterator[_T_co | Diagnostic | Empty]:
    """Yield what `opener` makes of each report named, or what is said in its stead."""
    exclusion = linter.config.exclusion
    names = [options.stdin_filename if path == STANDARD_INPUT else path for path in options.paths]
    if all(exclusion.refuses(name) for name in names):
        remark(_ALL_EXCLUDED, options)
    for path, name in zip(options.paths, names, strict=True):
        if path != STANDARD_INPUT:
            found = find_files(path, linter.suffixes, exclusion)
            yield from _open_all(opener, linter, found, options)
        elif not exclusion.refuses(name):
            if sys.stdin is None:
                message = "there is no standard input"
                raise UsageError(message)
            yield opener.read_stream(stdin or sys.stdin.buffer, name, options.encoding)


def _open_all(
    opener: Opener[_T_co], linter: Linter, found: Iterable[Met], options: argparse.Namespace
) -> Iterator[_T_co | Diagnostic | Empty]:
    for one in found:
        match one:
            case Empty():
                yield one
            case Unopened(path, error):
                yield linter.unopened(path, error)
            case Stray(path):
                if searches(options):
                    remark(STRAY.filled({"path": path}), options)
            case _:
                yield opener.open(one, options.encoding)


def nothing_in(folder: Empty, linter: Linter) -> Wording:
    """Return what to say of a folder without reports."""
    suffixes = " ".join(sorted(linter.suffixes))
    said = _EXCLUDED if folder.excluded else _EMPTY
    return said.filled({"path": folder.path, "suffixes": suffixes, "count": folder.excluded})


def _encoding(name: str) -> str:
    try:
        " ".encode(name)
    except LookupError:
        message = f"no such encoding: {name}"
        raise argparse.ArgumentTypeError(message) from None
    return name


def _limit(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if name not in LIMITS:
        message = f"no such limit: {name}; there are {', '.join(LIMITS)}"
        raise argparse.ArgumentTypeError(message)
    if not number.isdecimal():
        message = f"not a whole number: {number!r}"
        raise argparse.ArgumentTypeError(message)
    most = LIMITS[name].stop - 1
    if int(number) > most:
        message = f"too large: {number}; {most} at most"
        raise argparse.ArgumentTypeError(message)
    return name, int(number)
