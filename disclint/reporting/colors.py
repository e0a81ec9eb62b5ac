"""Colours of a terminal, by what they stand for."""

from disclint.diagnostics import Severity

_END = "\x1b[0m"
_BOLD = "1"
_FAINT = "2"
_OF_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def emphasized(text: str, is_colored: bool) -> str:  # noqa: FBT001 - what the context says
    """Return `text` so that it stands out."""
    return _painted(text, _BOLD, is_colored)


def faint(text: str, is_colored: bool) -> str:  # noqa: FBT001
    """Return `text` so that it stands back."""
    return _painted(text, _FAINT, is_colored)


def weighted(text: str, severity: Severity, is_colored: bool) -> str:  # noqa: FBT001
    """Return `text` in the colour of a severity."""
    return _painted(text, _OF_SEVERITY[severity], is_colored)


def _painted(text: str, color: str, is_colored: bool) -> str:  # noqa: FBT001
    return f"\x1b[{color}m{text}{_END}" if is_colored and text else text
