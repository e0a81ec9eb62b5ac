"""The text of a cell of which a part is struck out or raised."""

from collections.abc import Mapping

from attrs import define, field

_RAISED = frozenset({"superscript", "subscript"})
_OFF = frozenset({"0", "false"})


@define
class RichText:
    """What has been read of a text, run by run."""

    is_set_apart: bool = field(init=False, default=False)
    """Whether any of it is struck out or raised."""
    _pieces: list[str] = field(init=False, factory=list)
    _is_shown: bool = field(init=False, default=False)
    _is_struck: bool = field(init=False, default=False)
    _is_raised: bool = field(init=False, default=False)
    _is_reading: bool = field(init=False, default=False)

    @property
    def text(self) -> str:
        """The text without what is struck out, a raised part, such as a note's number, apart."""
        return "".join(self._pieces)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if tag == "x:r":
            self._is_struck = self._is_raised = False
        elif tag == "x:rPh":
            self._is_reading = True
        elif tag == "x:t":
            self._is_shown = not (self._is_struck or self._is_reading)
        elif tag == "x:strike" and attributes.get("val", "1") not in _OFF:
            self._is_struck = self.is_set_apart = True
        elif tag == "x:vertAlign" and attributes.get("val") in _RAISED:
            self._is_raised = self.is_set_apart = True

    def end(self, tag: str) -> None:
        """Take its end."""
        if tag == "x:t":
            self._is_shown = False
        elif tag == "x:rPh":
            self._is_reading = False

    def data(self, text: str) -> None:
        """Take text in it."""
        if self._is_shown:
            self._pieces.append(f" {text} " if self._is_raised else text)
