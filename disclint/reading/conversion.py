"""Old word processors' files made into .docx by programs of others."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from attrs import frozen

from disclint.reading import LimitError, Limits
from disclint.reading.damage import DamageError
from disclint.wording import Wording

Format = Literal["doc", "rtf"]

_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format"}
_FAILED = Wording("转换程序不能读取", "the converter could not read it")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""No macros, and nothing fetched from where a document points to."""


class MissingConverterError(Exception):
    """That there is no program which reads the file."""


@frozen
class _Attempt:
    """A command that is to leave the file `made`."""

    command: Sequence[str | Path]
    made: Path
    report: Path | None = None
    """Where it says what it had to leave out."""

    def is_whole(self) -> bool:
        """Whether it says of nothing that it is left out."""
        try:
            return self.report is None or b'"warning"' not in self.report.read_bytes()
        except OSError:
            return False


def to_docx(data: bytes, kind: Format, limits: Limits) -> bytes:
    """Return what is in `data` as .docx, by the first program that is there and leaves nothing out.

    Where each leaves something out, it is the first that succeeds.

    Raises:
        MissingConverterError: there is no such program.
        DamageError: none of them could read it.
        LimitError: it took too long.

    """
    with TemporaryDirectory(prefix="disclint-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report.{kind}"
        source.write_bytes(data)
        attempts = list(_attempts(source, kind))
        if not attempts:
            raise MissingConverterError
        made: Path | None = None
        for attempt in attempts:
            _run(attempt.command, folder, limits)
            if attempt.made.is_file():
                if attempt.is_whole():
                    return _contents(attempt.made, limits)
                made = made or attempt.made
        if made is None:
            raise DamageError(_FAILED)
        return _contents(made, limits)


def _attempts(source: Path, kind: Format) -> Iterator[_Attempt]:
    folder = source.parent
    if kind == "doc" and _has_module():
        made, report = folder / "doc2docx.docx", folder / "doc2docx.json"
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "doc2docx",
            source,
            "-o",
            made,
            "--report",
            report,
        ]
        yield _Attempt(command, made, report)
    if office := find_office():
        profile = folder / "profile"
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
        made = folder / "office" / f"{source.stem}.docx"
        yield _Attempt(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                *options,
                f"--infilter={_FILTERS[kind]}",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                made.parent,
                source,
            ],
            made,
        )


def find_office() -> str | None:
    """Return the program of an office suite that is there for those files, if one is."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _has_module() -> bool:
    """Whether there is the module `doc2docx` of msdoc2docx; another package has one, too."""
    try:
        metadata.distribution("msdoc2docx")
    except metadata.PackageNotFoundError:
        return False
    return True


def _run(command: Sequence[str | Path], folder: Path, limits: Limits) -> None:
    process = subprocess.Popen(  # noqa: S603 - no shell, and no name out of the file
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _confine(process.pid, limits.memory_bytes)
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired as error:
        limit = "seconds"
        raise LimitError(limit, limits.seconds) from error
    finally:
        _end(process)


def _confine(process: int, memory_bytes: int) -> None:
    """Let a process and those it starts have no more than so much memory, where that can be set."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - it is not there elsewhere

        # The process has ended, or has to do with less than that already.
        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all others of its session."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _contents(path: Path, limits: Limits) -> bytes:
    size = path.stat().st_size
    if size > limits.file_bytes:
        limit = "file_bytes"
        raise LimitError(limit, limits.file_bytes)
    return path.read_bytes()
