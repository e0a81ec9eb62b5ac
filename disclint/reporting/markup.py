"""XML that any reader takes, whatever a report or a file's name holds."""

import re
from xml.etree.ElementTree import Element, indent, tostring

__all__ = ["Element", "document", "element", "legal"]

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def legal(text: str) -> str:
    """Return `text` with a replacement character for each that XML cannot hold."""
    return _ILLEGAL.sub(_REPLACEMENT, text)


def element(tag: str, text: str = "", /, **attributes: str) -> Element:
    """Return an element with its attributes and its text."""
    made = Element(tag, {name: legal(value) for name, value in attributes.items()})
    made.text = legal(text) or None
    return made


def document(root: Element, *, ascii_only: bool) -> str:
    """Return the whole document; with `ascii_only`, other characters are references."""
    indent(root)
    body = tostring(root, "us-ascii" if ascii_only else "utf-8").decode()
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
