"""The numbers that Word puts before paragraphs by itself, and that stand in no text."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from disclint.reading.word.elements import is_on, number, value
from disclint.reading.word.numerals import write_number

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_NO_LIST = "0"
_LONGEST_CHAIN = 20
_LONGEST_TEXT = 100


@frozen
class _Level:
    """How one level of a list is numbered."""

    start: int
    style: str
    text: str
    is_legal: bool
    """Whether the numbers of all levels are written in digits here."""
    restart: int | None
    """Up to which level, from 1, a paragraph makes this level begin again; by default any."""
    of_style: str | None
    """The style of paragraph that is of this level."""
    has_space: bool


@frozen
class _List:
    """A list: the levels, and the count that it shares with lists of the same kind."""

    count: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]
    """Where a level starts anew with the first paragraph of this very list."""


@frozen
class _Style:
    """What a style of paragraphs says of their list."""

    list_id: str | None
    level: int | None
    base: str | None


@define
class Numbering:
    """All lists of a document, and how far each has come."""

    _lists: Mapping[str, _List]
    _styles: Mapping[str, _Style]
    _counts: dict[str, list[int | None]] = field(init=False, factory=dict)
    _begun: set[tuple[str, int]] = field(init=False, factory=set)

    @classmethod
    def read(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """Return the lists that the parts of a document tell of."""
        known = {} if styles is None else dict(_read_styles(styles))
        return cls({} if numbering is None else dict(_read_lists(numbering, known)), known)

    def label(self, properties: Element | None) -> str:
        """Return what Word writes before the next paragraph, which has these properties."""
        list_id, depth = self._membership(properties)
        found = self._lists.get(list_id or _NO_LIST)
        level = found.levels.get(depth) if found else None
        if list_id is None or found is None or level is None:
            return ""
        self._count(list_id, found, depth)
        return self._written(found, level)

    def _membership(self, properties: Element | None) -> tuple[str | None, int]:
        """Return the list that a paragraph belongs to, and its level from 0."""
        style_id = value(properties, "w:pStyle")
        list_id = value(properties, "w:numPr", "w:numId")
        depth = value(properties, "w:numPr", "w:ilvl")
        inherited, by_style = _inherited(self._styles, style_id)
        if list_id is None and inherited and inherited in self._lists:
            levels = self._lists[inherited].levels
            linked = (key for key, level in levels.items() if level.of_style == style_id)
            by_style = next(linked, by_style)
        return list_id or inherited, number(depth, by_style or 0)

    def _count(self, list_id: str, of: _List, depth: int) -> None:
        counts = self._counts.setdefault(of.count, [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = of.levels[depth].start if before is None else before + 1
        if depth in of.starts and (list_id, depth) not in self._begun:
            counts[depth] = of.starts[depth]
        self._begun.add((list_id, depth))
        for deeper in range(depth + 1, _LEVELS):
            level = of.levels.get(deeper)
            if level is None or level.restart is None or depth < level.restart:
                counts[deeper] = None

    def _written(self, of: _List, level: _Level) -> str:
        """Return the number of a paragraph; nothing where Word's own way of writing is not known.

        A level without paragraphs so far counts as at its start.
        """
        counts = self._counts[of.count]
        text = level.text
        for place in set(_PLACE.findall(text)):
            depth = int(place) - 1
            other = of.levels.get(depth, level)
            count = counts[depth]
            style = "decimal" if level.is_legal else other.style
            written = write_number(other.start if count is None else count, style)
            if written is None:
                return ""
            text = text.replace(f"%{place}", written)
        return f"{text} " if level.has_space and text[-1:].isalnum() else text


def _inherited(styles: Mapping[str, _Style], style_id: str | None) -> tuple[str | None, int | None]:
    """Return the list and the level that a style or the one it is based on gives."""
    level: int | None = None
    for _ in range(_LONGEST_CHAIN):
        style = styles.get(style_id or "")
        if style is None:
            break
        level = style.level if level is None else level
        if style.list_id is not None:
            return style.list_id, level
        style_id = style.base
    return None, None


def _read_styles(root: Element) -> Iterator[tuple[str, _Style]]:
    for style in root.iter("w:style"):
        level = value(style, "w:pPr", "w:numPr", "w:ilvl")
        yield (
            style.get("w:styleId", ""),
            _Style(
                value(style, "w:pPr", "w:numPr", "w:numId"),
                None if level is None else number(level, 0),
                value(style, "w:basedOn"),
            ),
        )


def _read_lists(root: Element, styles: Mapping[str, _Style]) -> Iterator[tuple[str, _List]]:
    kinds: dict[str, Mapping[int, _Level]] = {}
    links: dict[str, _Style | None] = {}
    for kind in root.iter("w:abstractNum"):
        kind_id = kind.get("w:abstractNumId", "")
        kinds[kind_id] = dict(_read_levels(kind))
        links[kind_id] = styles.get(value(kind, "w:numStyleLink") or "")
    kind_of = {
        found.get("w:numId", ""): value(found, "w:abstractNumId") or ""
        for found in root.iter("w:num")
    }
    for found in root.iter("w:num"):
        list_id = found.get("w:numId", "")
        count = kind_of[list_id]
        if link := links.get(count):
            count = kind_of.get(link.list_id or "", count)
        levels = dict(kinds.get(count, {}))
        starts = {}
        for override in found.iter("w:lvlOverride"):
            depth = number(override.get("w:ilvl"), 0)
            levels |= dict(_read_levels(override))
            if (start := value(override, "w:startOverride")) is not None:
                starts[depth] = number(start, 1)
        yield list_id, _List(count, levels, starts)


def _read_levels(parent: Element) -> Iterator[tuple[int, _Level]]:
    for found in parent.iter("w:lvl"):
        depth = number(found.get("w:ilvl"), 0)
        if not 0 <= depth < _LEVELS:
            continue
        style = value(found, "w:numFmt") or "decimal"
        restart = value(found, "w:lvlRestart")
        yield (
            depth,
            _Level(
                start=number(value(found, "w:start"), 0),
                style=style,
                text="" if style == "bullet" else (value(found, "w:lvlText") or "")[:_LONGEST_TEXT],
                is_legal=is_on(found, "w:isLgl"),
                restart=None if restart is None else number(restart, 0),
                of_style=value(found, "w:pStyle"),
                has_space=value(found, "w:suff") != "nothing",
            ),
        )
