"""The forms in which diagnostics are given out, one a file."""

from collections.abc import Mapping

from disclint.hooks import hookimpl
from disclint.reporters.text import TextReporter
from disclint.reporting import Reporter

DISCLINT_API = 1


@hookimpl
def disclint_reporters() -> Mapping[str, Reporter]:
    """Return the reporters by the names of their formats."""
    return {"text": TextReporter()}
