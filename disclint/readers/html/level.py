"""The page, or one cell of a table: its text, the elements open in it, and the table open in it."""

import re

from attrs import define, field

from disclint.readers.html.elements import Element, Elements
from disclint.readers.html.flow import Flow
from disclint.readers.html.markup import Tag, Text
from disclint.readers.html.rows import Rows

_STAND_ALONE = frozenset(
    re.findall(
        r"\w+",
        "area base basefont bgsound br col embed frame hr input link meta param source track wbr"
        # These are open from their start tag on, wherever their end tag stands.
        " body head html",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption center dd details dialog dir div dl dt"
        " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html"
        " legend li main menu nav ol optgroup option p pre search section summary title ul",
    )
)
_END_ANYWAY = frozenset({"body", "br", "h1", "h2", "h3", "h4", "h5", "h6", "head", "html", "p"})
"""Whose end tag ends a paragraph even if it ends no element of that name."""
_END_NO_PARAGRAPH = frozenset({"br", "caption", "option", "optgroup"})
_MUTE = frozenset(
    re.findall(
        r"\w+",
        "applet audio button canvas datalist del noscript object rp rt s select strike svg"
        " template textarea title video xml",
    )
)
"""What is no text of the report: controls, what stands in for something, what is struck out."""
_FURNITURE = frozenset({"aside", "footer", "header", "nav"})
_RAISED = frozenset({"sub", "sup"})
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_FIELDS = frozenset({"", "number", "text"})
"""The kinds of fields in a table that hold its text and figures."""
_BLANKING = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
# Bounded, as each place where it might begin would look to the end of the style.
_STRIKING = re.compile(r"text-decoration[\w-]{0,9}\s{0,9}:[^;]{0,60}line-through", re.IGNORECASE)
_RAISING = re.compile(r"vertical-align\s*:\s*(?:super|sub)\b", re.IGNORECASE)
_TINY = re.compile(r"\s*(?:[0-9]|[12][0-9]|3[0-2])(?:px)?\s*")


@define
class Level:
    """The page or a cell."""

    flow: Flow
    cell: str = ""
    """The name of its element, if it is a cell."""
    offset: int = 0
    """Where it begins on the page."""
    is_mute: bool = False
    """Whether its text is no text of the page."""
    rows: Rows | None = field(init=False, default=None)
    """The table among whose rows it is, while no cell is open."""
    _elements: Elements = field(init=False, factory=Elements)
    _outside: int = field(init=False, default=0)
    """How many elements are open around the table."""

    @property
    def is_silent(self) -> bool:
        """Whether text that follows is no text of the page."""
        return self.is_mute or self._elements.mute > 0

    def write(self, piece: Text) -> None:
        """Write text, unless it is none of the page."""
        if self.is_silent:
            return
        if self._elements.has("pre"):
            self.flow.write_lines(piece.text, piece.offset)
        else:
            self.flow.write(piece.text, piece.offset)

    def show(self, picture: Tag) -> None:
        """Note a picture, unless it is a mere bullet or not to be seen."""
        is_tiny = any(_TINY.fullmatch(picture.value(name)) for name in ("width", "height"))
        if not (self.is_silent or is_tiny or is_unseen(picture)):
            self.flow.picture(picture.offset)

    def start(self, tag: Tag) -> None:
        """Open an element, those ended that cannot hold it."""
        name = tag.name
        if name in _BLOCKS:
            self.flow.end_paragraph()
            if name not in _END_NO_PARAGRAPH:
                self._elements.end("p")
            if name == "li":
                self._elements.end("li")
        elif (name in _RAISED or has_style(tag, _RAISING)) and not self.is_silent:
            self.flow.space(tag.offset)
        if name == "input" and self.cell:
            self._fill_in(tag)
        if name not in _STAND_ALONE:
            is_gone = self._mutes(name) or is_unseen(tag) or has_style(tag, _STRIKING)
            is_mute = not tag.is_closed and is_gone
            is_furniture = name in _FURNITURE and not self._is_in_article
            first = len(self.flow.blocks) if is_furniture else None
            self._elements.push(Element(name, is_mute, first))

    def end(self, name: str) -> None:
        """End an element; the menus and the like that the page has around its text are left out.

        One that lacks its end tag is kept, as nobody knows how far it goes.
        """
        if name in _END_ANYWAY or (name in _BLOCKS and self._elements.has(name)):
            self.flow.end_paragraph()
        element = self._elements.end(name)
        if element and element.first_block is not None:
            del self.flow.blocks[element.first_block :]

    def start_rows(self, *, is_hidden: bool = False) -> None:
        """Begin a table."""
        self.flow.end_paragraph()
        self._elements.end("p")
        self._outside = len(self._elements)
        self.rows = Rows(is_hidden=is_hidden or self.is_silent)

    def back_in_rows(self) -> Rows | None:
        """Return the rows of the table; what has been opened between its cells is over."""
        if self.rows and len(self._elements) > self._outside:
            self.flow.end_paragraph()
            self._elements.end_after(self._outside)
        return self.rows

    def end_rows(self) -> None:
        """End the table, if there is one."""
        rows, self.rows = self.back_in_rows(), None
        if rows and not rows.is_hidden:
            self.flow.add(rows.grid())

    def _fill_in(self, tag: Tag) -> None:
        """Write what a field of a form holds, as pages show a report in the form it was sent in."""
        is_shown = tag.value("type").strip().lower() in _FIELDS and not is_unseen(tag)
        value = tag.attributes().get("value")
        if is_shown and value and not self.is_silent:
            self.flow.write(value.value, value.offset)

    def _mutes(self, name: str) -> bool:
        return name in _MUTE and not (name == "textarea" and self.cell)

    @property
    def _is_in_article(self) -> bool:
        return self._elements.has("article") or self._elements.has("main")


def is_unseen(tag: Tag) -> bool:
    """Whether an element shows nothing, be it that its place is left free."""
    return is_hidden(tag) or is_blanked(tag)


def is_blanked(tag: Tag) -> bool:
    """Whether an element takes its place, but shows nothing there."""
    return has_style(tag, _BLANKING)


def has_style(tag: Tag, style: re.Pattern[str]) -> bool:
    """Whether an element says `style` of itself."""
    if not style.search(tag.written):
        return False
    return style.search(tag.value("style")) is not None


def is_hidden(tag: Tag) -> bool:
    """Whether an element is on the page, but not to be seen."""
    if "hidden" not in (written := tag.written.lower()) and "none" not in written:
        return False
    attributes = tag.attributes()
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDING.search(style.value))
