"""JSON that any reader takes, whatever the name of a file holds."""

import json
import re

_LONE = re.compile("[\ud800-\udfff]")
"""What stands for a byte that could not be decoded: no text, and strict readers refuse it."""
_REPLACEMENT = "\ufffd"
_BEYOND_ASCII = re.compile("[^\0-\x7f]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""What JSON lets stand, and some readers of lines take for the end of one."""


def json_text(value: object, *, ascii_only: bool, indent: int | None = None) -> str:
    """Return `value` with a line feed after it; with `ascii_only`, all beyond it escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    text = _LONE.sub(_REPLACEMENT, text)
    return (_BEYOND_ASCII if ascii_only else _LINE_ENDS).sub(_escaped, text) + "\n"


def _escaped(character: re.Match[str]) -> str:
    return json.dumps(character[0])[1:-1]
