"""Labels and figures in a text that has no borders between them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, field, frozen
from lark import Token

from disclint import spelling
from disclint.parsing.lines import Vocabulary, is_page_number

LABEL = "LABEL"
WORDS = "WORDS"
"""Words that are no label of a form."""
FIGURES = "FIGURES"
"""One figure, or several without white space between them."""
DOUBTFUL = "DOUBTFUL"
"""The same, where a part of it may belong to the words next to it."""

NUMBER = r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
FIGURE = (
    rf"[¥￥]?(?:[-+－＋−]?{NUMBER})+"
    r"(?:[万萬亿億千百]{0,2}[元件條条項项次人个個宗份部起家笔筆%％]?(?![\u3400-\u9fff]))?"
)
"""What may be a figure, or several that run together, with the unit of the last."""
_SHORTEST_CERTAIN = 4
"""How long a label is at least, to be known in the middle of unknown words."""
_ITEM = r"(?:\([一二三四五六七八九十]{1,3}\)[、.,]?|[一二三四五六七八九十]{1,3}[、.,]|[1-9][、.])"
_NOTE = re.compile(r"\((?![一二三四五六七八九十\d])[^()]{2,100}\)")
_CLOSING = re.compile(r"[”\"’』」]*")
_CHUNK = re.compile(r"\S+")
_FIGURE = re.compile(FIGURE)
_PLACEHOLDER = re.compile(r"[-—–－―]+|[/／\\＼]+|[无無]")
_MARKED_ITEM = re.compile(r"[.．、][\u3400-\u9fff“\"]")
_FIRM_START = re.compile(r"[(（一二三四五六七八九十第]")
_LETTER = re.compile(r"[^\W_]")


@frozen
class Label:
    """A label of a form, or a heading, where it stands in a normal form."""

    start: int
    """Where its item number begins, if it has one."""
    text_start: int
    end: int
    text: str
    is_numbered: bool


@lru_cache(maxsize=8)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Return what finds `words`, the longest first, each with its item number."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?P<item>{_ITEM})?(?P<text>{'|'.join(map(re.escape, ordered))})")


def find_words(
    words: frozenset[str], plain: str, start: int = 0, end: int | None = None
) -> Iterator[Label]:
    """Yield where `words` stand in the normal form `plain`."""
    stop = len(plain) if end is None else end
    for match in _pattern(words).finditer(plain, start, stop) if words else ():
        yield Label(
            start=match.start(),
            text_start=match.start("text"),
            end=match.end(),
            text=match["text"],
            is_numbered=match["item"] is not None,
        )


def find_labels(
    words: frozenset[str], plain: str, start: int = 0, end: int | None = None
) -> Iterator[Label]:
    """Yield the same with the explanations in brackets that the writer has put after them."""
    stop = len(plain) if end is None else end
    cursor = start
    for label in find_words(words, plain, start, stop):
        if label.start < cursor:
            continue
        note = _NOTE.match(plain, label.end, stop)
        cursor = note.end() if note and note[0] not in words else label.end
        yield evolve(label, end=cursor)


def tokenise(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Token]:
    """Return what stands in `text` from `start` to `end`: labels, other words, and figures."""
    lines = text[start:end].split("\n")
    kept = (" " * len(line) if is_page_number(line) else line for line in lines)
    return list(_joined(_Scanner("\n".join(kept), start, vocabulary).tokens()))


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield `tokens`, those put together that touch and are one label that no form has."""
    pending: Token | None = None
    for token in tokens:
        if pending is not None and _makes_one(pending, token):
            pending = _token(WORDS, pending + token, pending.start_pos or 0)
        else:
            if pending is not None:
                yield pending
            pending = token
    if pending is not None:
        yield pending


def _makes_one(one: Token, other: Token) -> bool:
    if one.end_pos != other.start_pos or {one.type, other.type} != {LABEL, WORDS}:
        return False
    label, words = map(spelling.label, (one, other) if one.type == LABEL else (other, one))
    if len(label.text) < _SHORTEST_CERTAIN:
        return True
    return one.type == LABEL and bool(label.number) and not words.number


def _token(kind: str, text: str, start: int) -> Token:
    return Token(kind, text, start_pos=start, end_pos=start + len(text))


@frozen
class _Scanner:
    """A stretch of a text, its page numbers blanked out, with the labels that are in it."""

    text: str
    offset: int
    """Where the stretch begins."""
    vocabulary: Vocabulary
    _trace: spelling.Traced = field(init=False)

    @_trace.default
    def _fold(self) -> spelling.Traced:
        return spelling.traced(self.text)

    def tokens(self) -> Iterator[Token]:
        """Yield the labels and what stands between them."""
        cursor = 0
        for label in find_labels(self.vocabulary.labels, self._trace.text):
            begin, number = label.start, self._own_number(label)
            if number is True:
                begin -= 1
            span = self._trace.span(begin, label.end)
            last = self._closed(span.end)
            yield from self._gap(cursor, span.start, spoilt=number is None)
            yield _token(LABEL, self.text[span.start : last], self.offset + span.start)
            cursor = last
        yield from self._gap(cursor, len(self.text), spoilt=False)

    def _closed(self, end: int) -> int:
        """Return the end of a label with the quotation marks that close it."""
        closing = _CLOSING.match(self.text, end)
        return closing.end() if closing else end

    def _own_number(self, label: Label) -> bool | None:
        """Return whether the digit before a label is its item number; nothing where it may be."""
        plain, at = self._trace.text, label.start
        if (
            label.is_numbered
            or not at
            or f"{plain[at - 1]}.{label.text}" not in (self.vocabulary.items)
        ):
            return False
        place = self._trace.offsets[at - 1]
        before = self.text[place - 1] if place else "\n"
        if before == "\n":
            return True
        glued = self._trace.offsets[at] == place + 1
        return True if glued and before.isspace() else None

    def _gap(self, start: int, end: int, *, spoilt: bool) -> Iterator[Token]:
        """Yield what stands between two labels; where `spoilt`, the last figure is doubtful."""
        tokens = self._in_gap(start, end)
        if spoilt and tokens and tokens[-1].type == FIGURES:
            tokens[-1].type = DOUBTFUL
        yield from tokens

    def _in_gap(self, start: int, end: int) -> list[Token]:
        tokens: list[Token] = []
        for chunk in _CHUNK.finditer(self.text, start, end):
            for kind, first, last in self._in_chunk(chunk.start(), chunk.end()):
                begin = first
                if kind == WORDS and tokens and tokens[-1].type == WORDS:
                    begin = (tokens.pop().start_pos or 0) - self.offset
                tokens.append(_token(kind, self.text[begin:last], self.offset + begin))
        return tokens

    def _in_chunk(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Yield the parts of a stretch without white space, each with its kind and place."""
        if _PLACEHOLDER.fullmatch(self.text, start, end):
            yield FIGURES, start, end
            return
        cursor = start
        for match in _FIGURE.finditer(self.text, start, end):
            if match.start() < cursor:
                continue
            if _LETTER.search(self.text, cursor, match.start()):
                yield WORDS, cursor, match.start()
            last, kind = self._figure_end(match.end(), end)
            if last > match.start():
                yield kind, match.start(), last
            cursor = last
        if _LETTER.search(self.text, cursor, end):
            yield WORDS, cursor, end

    def _figure_end(self, end: int, chunk_end: int) -> tuple[int, str]:
        """Return where a figure ends that seems to end at `end`, and whether that is doubtful.

        `02.其他` is a 0 and an item number: official ones have one digit.
        """
        if _MARKED_ITEM.match(self.text, end, chunk_end):
            return end - 1, FIGURES
        if end == chunk_end or _FIRM_START.match(self.text, end, chunk_end):
            return end, FIGURES
        return end, DOUBTFUL
