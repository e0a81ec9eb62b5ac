"""A file written anew as a whole, or left as it was."""

import os
import shutil
from pathlib import Path

from disclint.errors import UsageError


def replace_file(path: str, text: str) -> None:
    """Write `text` to the file at `path`; whatever happens, it is the old one or the new one.

    Raises:
        UsageError: it cannot be written.

    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise UsageError(message) from error
