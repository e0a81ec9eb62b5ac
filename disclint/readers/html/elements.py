"""The elements that are open, and which of them a tag ends."""

from attrs import define, field

_LISTS = frozenset({"dir", "menu", "ol", "ul"})


@define
class Element:
    """An open element."""

    name: str
    is_mute: bool = False
    """Whether its text is no text of the page."""
    first_block: int | None = None
    """Where what it holds begins, if that is left out once it has come to its own end."""
    out_of_reach: dict[str, int] = field(init=False, factory=dict)
    """How many elements around it are open that end tags within it do not end."""


@define
class Elements:
    """The open elements of the page or of a cell, the innermost last.

    How many there are of each name is kept, so that an end tag without its start tag costs nothing.
    """

    mute: int = field(init=False, default=0)
    """How many of them are mute."""
    _open: list[Element] = field(init=False, factory=list)
    _counts: dict[str, int] = field(init=False, factory=dict)

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._open)

    def has(self, name: str) -> bool:
        """Whether an end tag of `name` would end an element."""
        return self._counts.get(name, 0) > 0

    def push(self, element: Element) -> None:
        """Open an element."""
        self._counts[element.name] = self._counts.get(element.name, 0) + 1
        for name in ("li", "p") if element.is_mute else ("li",) if element.name in _LISTS else ():
            if name != element.name and self.has(name):
                element.out_of_reach[name] = self._counts.pop(name)
        self.mute += element.is_mute
        self._open.append(element)

    def end(self, name: str) -> Element | None:
        """End the innermost element of `name` with all that is in it, and return it."""
        if not self.has(name):
            return None
        while True:
            element = self._pop()
            if element.name == name:
                return element

    def end_after(self, count: int) -> None:
        """End all but the first `count` elements."""
        while len(self._open) > count:
            self._pop()

    def _pop(self) -> Element:
        element = self._open.pop()
        self._counts[element.name] -= 1
        for name, count in element.out_of_reach.items():
            self._counts[name] = self._counts.get(name, 0) + count
        self.mute -= element.is_mute
        return element
