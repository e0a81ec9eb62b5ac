"""An edit in a report of about 400 lines, from the key to the findings.

`python -m benchmarks.editing [ROUNDS]` prints the lines of docs/performance.md. The server is a
process; what is measured is the time until its client has the answer, without the time that it
waits for the next key. A bare parse of the same text takes turns with it.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from attrs import define, field
from lsprotocol import types as lsp

from disclint.linter import Linter
from disclint.parsing import parse
from disclint.plugins import Plugins
from disclint.source import Source
from tests.lsp.session import UTF16, Session, capabilities, editing

_ROUNDS = 60
_WARM = 5
_SAMPLE = Path(__file__).parent.parent / "docs" / "samples" / "qinghe-2021.txt"
_LINE = 101
"""Where a figure of table 3 stands in it."""
_NAME = "report.txt"


@define
class Times:
    """How long each edit has taken, and each bare parse, in seconds."""

    edits: list[float] = field(factory=list)
    parses: list[float] = field(factory=list)


def main() -> None:
    """Print the median of both, and how the one is to the other."""
    times = asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS))
    edit, bare = median(times.edits), median(times.parses)
    print("| a report of 389 lines | ms, median | ratio |\n|---|---:|---:|")
    print(f"| a bare parse | {bare * 1000:.0f} | 1.0 |")
    print(f"| an edit answered by `disclint lsp` | {edit * 1000:.0f} | {edit / bare:.1f} |")


async def measure(rounds: int) -> Times:
    """Return the times of `rounds` edits, each of which breaks two relations or mends them."""
    lines = _SAMPLE.read_text(encoding="utf-8").split("\n")
    linter, times = Linter(Plugins.load()), Times()
    with tempfile.TemporaryDirectory() as folder:
        able = capabilities(UTF16, pulls=True)
        async with editing(Path(folder), able, "--isolated") as editor:
            editor.open(_NAME, "\n".join(lines))
            for number in range(rounds + _WARM):
                lines[_LINE] = f"\t{2 + number % 2}"
                text = "\n".join(lines)
                edit = await _edit(editor, text, number + 2)
                bare = _parse(linter, text)
                if number >= _WARM:
                    times.edits.append(edit)
                    times.parses.append(bare)
    return times


async def _edit(editor: Session, text: str, version: int) -> float:
    begun = time.perf_counter()
    editor.change(_NAME, text, version)
    document = lsp.TextDocumentIdentifier(editor.uri(_NAME))
    ask = editor.client.text_document_diagnostic_async
    answer = await ask(lsp.DocumentDiagnosticParams(document))
    taken = time.perf_counter() - begun
    if bool(getattr(answer, "items", ())) != bool(version % 2):
        message = f"version {version} has been answered with {answer}"
        raise RuntimeError(message)
    return taken


def _parse(linter: Linter, text: str) -> float:
    vocabulary = linter.catalog.genres[0].vocabulary
    begun = time.perf_counter()
    parse(Source(_NAME, text), vocabulary)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
