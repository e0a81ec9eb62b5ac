"""The program run as its users run it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from attrs import frozen


@frozen
class Run:
    """How a run ended and what it printed."""

    status: int
    out: str
    err: str


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: bytes = b"",
    under: Sequence[str] = (),
    onto: Path | None = None,
    **environment: str,
) -> Run:
    """Run `python -m disclint` in an English locale, unless `environment` says otherwise.

    `under` is a program with its arguments that runs it in its turn; `onto` takes what it prints.
    """
    with onto.open("wb") if onto else nullcontext(subprocess.PIPE) as out:
        done = subprocess.run(
            [*under, sys.executable, "-m", "disclint", *map(str, arguments)],
            input=stdin,
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
            timeout=60,
            check=False,
        )
    assert b"Traceback" not in done.stderr
    return Run(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())
