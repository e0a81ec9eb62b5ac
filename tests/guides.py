"""A guide followed to the letter: its files written, its commands run, what they print compared.

A block with a title is a file. One in `sh` is a script that must end well. One in `console` holds
commands, each after a `$`, and below each what it prints.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_BLOCK = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)
_STEP = "step"


@frozen
class Step:
    """A script, and what it must print; nothing where that is not said."""

    script: str
    printed: str | None = None


def steps_of(guide: str) -> Iterator[Step]:
    """Yield what a guide asks its reader to do, in order.

    Raises:
        ValueError: a block is none that can be followed.

    """
    for block in _BLOCK.finditer(guide):
        text = block["text"]
        if block["title"]:
            yield Step(_write(block["title"], text))
        elif block["language"] == "sh":
            yield Step(f"set -e\n{text}set +e\n")
        elif block["language"] == "console":
            for command in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                line, _, printed = command.partition("\n")
                yield Step(line, printed)
        else:
            message = f"a block in {block['language']} without a title"
            raise ValueError(message)


def files_of(guide: str) -> dict[str, str]:
    """Return the files of a guide by their titles."""
    return {block["title"]: block["text"] for block in _BLOCK.finditer(guide) if block["title"]}


def follow(steps: list[Step], folder: Path, environment: dict[str, str]) -> list[str]:
    """Run `steps` one after the other in one shell in `folder`; return what each has printed.

    Raises:
        AssertionError: a script failed.

    """
    parts = [
        f"exec > {folder}/{_STEP}{number} 2>&1\n{step.script}\n"
        for number, step in enumerate(steps)
    ]
    (folder / "work").mkdir()
    done = subprocess.run(
        ["bash", "-c", "".join(parts)],  # noqa: S607
        cwd=folder / "work",
        env=environment,
        check=False,
        timeout=300,
    )
    files = [folder / f"{_STEP}{number}" for number in range(len(steps))]
    printed = [file.read_text(encoding="utf-8") if file.exists() else "" for file in files]
    last = next((one for one in reversed(printed) if one), "")
    assert files[-1].exists(), f"ended with status {done.returncode} at\n{last}"
    return printed


def _write(name: str, text: str) -> str:
    """Return the script that writes a file."""
    return f"mkdir -p \"$(dirname '{name}')\"\ncat > '{name}' <<'END OF FILE'\n{text}END OF FILE\n"
