"""The tags and the text of a page, told apart as browsers do: no page is an error.

The parser of the standard library does not serve: in Python 3.11.7 it lets the rest of a page pass
for text after the second `&#;`, raises on `<![ x]>`, and takes time by the square of the size where
tags or comments do not end; later versions read the same page in other ways. Here every search goes
on from where the last has ended.
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from disclint.reading.comments import addressed

_OPENING = re.compile(r"<(?:!--|[!?/]|[a-zA-Z])")
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^ \t\n\f\r/>]*+)  # the name
    ((?: [^=>]++ | =[ \t\n\f\r]*+(?: "[^"]*+" | '[^']*+' | [^ \t\n\f\r>"'][^ \t\n\f\r>]*+ )?+ )*+)
    >""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^ \t\n\f\r/>=][^ \t\n\f\r/>=]*+)
    (?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?: "([^"]*+)" | '([^']*+)' | ([^ \t\n\f\r>"'][^ \t\n\f\r>]*+) )
    )?+""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_NO_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_NO_TAGS = frozenset({"title", "textarea"})


@frozen
class Text:
    """Text between two tags, as it is written, and its offset in the page."""

    text: str
    offset: int


@frozen
class Aside:
    """What a comment says to disclint, and its offset in the page."""

    text: str
    offset: int
    is_closed: bool


@frozen
class Attribute:
    """The value of an attribute as it is written, and its offset in the page."""

    value: str
    offset: int


@frozen
class Tag:
    """A tag at `offset`, its name in lower case."""

    name: str
    offset: int
    is_end: bool = False
    written: str = field(default="", repr=False)
    """What stands in it after the name."""
    written_at: int = field(default=0, repr=False)

    @property
    def is_closed(self) -> bool:
        """Whether it is an element without content, in XML."""
        return self.written.endswith("/")

    def attributes(self) -> dict[str, Attribute]:
        """Return the attributes by their names in lower case."""
        found: dict[str, Attribute] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            group = next((index for index in (2, 3, 4) if match[index] is not None), 1)
            value = match[group] if group > 1 else ""
            offset = self.written_at + match.start(group)
            found.setdefault(match[1].lower(), Attribute(value, offset))
        return found

    def value(self, name: str) -> str:
        """Return the value of the attribute `name`, or nothing."""
        if name not in self.written.lower():
            return ""
        attribute = self.attributes().get(name)
        return attribute.value if attribute else ""


def read_markup(page: str) -> Iterator[Tag | Text | Aside]:
    """Yield the tags and the text of `page`; scripts and the like are left out.

    Of comments, only those that speak to disclint are told.
    """
    position = 0
    while opening := _OPENING.search(page, position):
        start = opening.start()
        if start > position:
            yield Text(page[position:start], position)
        tag = _TAG.match(page, start)
        if not tag:
            position = _after_no_tag(page, start)
            yield from _aside(page, start, position)
            continue
        name = tag[2].lower()
        position = tag.end()
        found = Tag(name, start, bool(tag[1]), tag[3], tag.start(3))
        is_raw = not (found.is_end or found.is_closed)
        if is_raw and name in _NO_TEXT:
            position = _end_tag(page, name, position)
            continue
        yield found
        if is_raw and name in _NO_TAGS:
            end = _end_tag(page, name, position)
            yield Text(page[position:end], position)
            position = end
    if position < len(page):
        yield Text(page[position:], position)


def _aside(page: str, start: int, end: int) -> Iterator[Aside]:
    """Yield what the comment from `start` to `end` says to disclint, if it is one and does."""
    if page.startswith("<!--", start):
        text = _COMMENT_END.sub("", page[start + 4 : end])
        said = addressed(text)
        if said is not None:
            yield Aside(said, start, len(text) < end - start - 4)


def _after_no_tag(page: str, start: int) -> int:
    """Return where a comment or the like ends that begins at `start`; at the latest the page."""
    if page.startswith("<!--", start):
        end = _COMMENT_END.search(page, start + 2)
        return end.end() if end else len(page)
    return page.find(">", start) + 1 or len(page)


def _end_tag(page: str, name: str, position: int) -> int:
    """Return where the end tag of `name` begins."""
    found = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(page, position)
    return found.start() if found else len(page)
