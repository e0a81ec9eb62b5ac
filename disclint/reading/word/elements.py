"""What the elements of a Word document have in common."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_THROUGH = frozenset(
    {
        "w:sdt",
        "w:sdtContent",
        "w:ins",
        "w:moveTo",
        "w:hyperlink",
        "w:fldSimple",
        "w:smartTag",
        "w:customXml",
        "w:dir",
        "w:bdo",
        "w:ruby",
        "w:rubyBase",
    }
)
"""Elements around others that change nothing in what is seen."""
_GONE = frozenset({"w:del", "w:moveFrom", "w:rt"})
"""Elements that are not seen where all changes are accepted, or stand above the line."""
_LARGEST = 10**9
_OFF = frozenset({"0", "false", "off"})


def children(parent: Element) -> Iterator[Element]:
    """Yield what stands in `parent` as it is seen, with the wrappings taken off."""
    for child in parent:
        if child.tag in _THROUGH:
            yield from children(child)
        elif child.tag == "mc:AlternateContent":
            yield from children(_chosen(child))
        elif child.tag not in _GONE:
            yield child


def _chosen(alternatives: Element) -> Element:
    """Return the first alternative with something in it: they all show the same."""
    return next((choice for choice in alternatives if len(choice)), Element("none"))


def find(parent: Element | None, *names: str) -> Element | None:
    """Return the first child of the first of `names`, the first child in it of the second, ...

    `Element.find` takes the colon in a name for its own.
    """
    for name in names:
        if parent is None:
            return None
        parent = next((child for child in parent if child.tag == name), None)
    return parent


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property that is on or off is on."""
    found = find(properties, name)
    return found is not None and found.get("w:val", "1") not in _OFF


def has(properties: Element | None, *names: str) -> bool:
    """Whether there is a property of one of `names`."""
    return any(find(properties, name) is not None for name in names)


def value(properties: Element | None, *names: str) -> str | None:
    """Return the value of the property that `names` lead to, if it is there and has one."""
    found = find(properties, *names)
    return None if found is None else found.get("w:val")


def number(text: str | None, default: int) -> int:
    """Return the whole number that `text` is, cut to nine digits, or `default`."""
    try:
        found = int(text or default)
    except ValueError:
        return default
    return max(-_LARGEST, min(found, _LARGEST))
