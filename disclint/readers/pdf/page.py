"""What stands on a page of a PDF: glyphs, ruling lines and pictures.

Coordinates are in points, to the right and downwards, as a person reads the page: one that is set
sideways is turned.
"""

from attrs import frozen

from disclint.wording import Wording


class PasswordError(Exception):
    """A document that only opens with a password."""


class DamageError(Exception):
    """A document, or a page of it, that cannot be read; `reason` says why."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason


@frozen
class Rect:
    """A rectangle of a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether `point` lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def turned(self, quarters: int) -> "Rect":
        """Return where it stands once the page is turned clockwise by quarters of a circle."""
        rect = self
        for _ in range(quarters):
            rect = Rect(-rect.bottom, rect.left, -rect.top, rect.right)
        return rect


@frozen
class Glyph:
    """A character, and where it stands."""

    text: str
    box: Rect
    quarters: int = 0
    """How many quarters of a circle, against the clock, its line is turned."""

    def turned(self, quarters: int) -> "Glyph":
        """Return it on the page that is turned clockwise."""
        return Glyph(self.text, self.box.turned(quarters), (self.quarters - quarters) % 4)


@frozen
class Ruling:
    """A level or upright line, `at` this height or from the left."""

    upright: bool
    at: float
    start: float
    end: float


@frozen
class Page:
    """What stands on one page."""

    number: int
    box: Rect
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    pictures: tuple[Rect, ...]
    is_drawn: bool
    """Whether there is anything at all on the page."""
