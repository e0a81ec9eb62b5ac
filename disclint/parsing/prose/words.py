"""The words of prose, found longest first, each with the terminal of its class."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from attrs import field, frozen
from lark import Token

from disclint.parsing.prose.numerals import NUMERALS, read_numerals

WORDS = "WORDS"
_SHAPES = (
    r"(?P<WORDS>《[^《》]*》|〔\d+〕(?:\d+号)?|\[\d+\]\d+号|\d{3,4}-\d{7,8}|[A-Za-z@:/._?=&-]*[A-Za-z_]"
    r"[A-Za-z0-9_@:/.?=&-]*|第\d+|\d+(?: \d+)+)"
    r"|(?P<ASPECT>结转(?:至|到)?20\d\d年度?|20\d\d年度?结转)"
    r"|(?P<DATE>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?)"
    r"|(?P<YEAR>20\d\d(?:年度?|年度))"
    r"|百分之(?P<PERCENT>[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?)"
    r"|(?P<ABOUT>(?:大?约|近|将近|超过?|逾)(?=\d|[" + NUMERALS + r"]+[件条份宗起个项万余]))"
    r"|(?P<NUMBER>(?<=为)零(?=$|[,;、。])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<TO>(?<=\d)(?:至|到|-|~|—)(?=\d))"
    r"|(?P<STOP>[。!?]+)|(?P<BREAK>[,;:]+)|(?P<LIST>、)|(?P<OPEN>\()|(?P<CLOSE>\))"
)
_UNITS = (
    "个工作日|工作日|个百分点|人次|场次|批次|万元|亿元|大项|小时|分钟|个月|平方米"
    "|[件条份宗起个项例次笔篇期场家人名封通章类种户天日年月元卷部组批轮本页字座台套辆张款级版股位]"
)
_TAIL = re.compile(
    rf"%|([余多几])?([万亿](?!元)|[千百])?([余多几])?({_UNITS})?(余|多|左右|以上|以内)?"
)
_NUMERALS = rf"(?P<NUMERALS>(?<![第每逐统唯某另首同之进])[{NUMERALS}]+(?=[余多]?(?:{_UNITS})))"
_DEEPEST = 8
"""How deep brackets may stand in brackets; those further in are words."""
_AFTER_NUMBER = frozenset({"NUMBER", "UNIT", "SCALE", "ABOUT", "PERCENT", "_CLOSE"})


@frozen
class WordList:
    """Words by the terminal of their class."""

    classes: Mapping[str, str]
    _pattern: re.Pattern[str] = field(init=False, repr=False)

    @_pattern.default
    def _compile(self) -> re.Pattern[str]:
        return re.compile(f"(?P<KNOWN>{_alternatives(self.classes)})|{_SHAPES}|{_NUMERALS}")

    def tokens(self, text: str, own: Sequence[str] = ()) -> Iterator[Token]:
        """Yield the tokens of `text`, which is in normal form; brackets come in pairs.

        `own` are names of the body that reports.
        """
        return _trimmed(_joined(_paired(self._found(text, _spans_of(text, own)))))

    def _found(self, text: str, own: Mapping[int, int]) -> Iterator[Token]:
        """Yield what is found in `text`, and what stands between as words of no class.

        `own` has the end of each name of the body by its start.
        """
        position, before = 0, ""
        while position < len(text):
            if position in own:
                tokens = [_token("OWN", text, position, own[position])]
            else:
                until = min((start for start in own if start > position), default=len(text))
                found = self._pattern.search(text, position)
                if found is None or found.start() > until or found.end() > until:
                    tokens = [_token(WORDS, text, position, until)]
                elif found.start() > position:
                    tokens = [_token(WORDS, text, position, found.start())]
                else:
                    tokens = self._tokens(text, found, before)
            yield from tokens
            position, before = int(tokens[-1].end_pos or 0), tokens[-1].type

    def _tokens(self, text: str, found: re.Match[str], before: str) -> list[Token]:
        match found.lastgroup:
            case "KNOWN":
                return [_token(self.classes[found[0]], text, *found.span())]
            case "NUMERALS" if read_numerals(found[0]) is not None:
                number = _token("NUMBER", text, *found.span())
                return [number, *_tail(text, found.end())]
            case "NUMERALS":
                return [_token(WORDS, text, *found.span())]
        return _shaped(text, found, before)


def _spans_of(text: str, names: Sequence[str]) -> Mapping[int, int]:
    if not names:
        return {}
    longest_first = sorted(names, key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, longest_first)), text)
    return dict(match.span() for match in found)


def _shaped(text: str, shape: re.Match[str], before: str) -> list[Token]:
    kind = shape.lastgroup or WORDS
    token = _token(kind, text, *shape.span())
    match kind:
        case "NUMBER":
            return [token, *_tail(text, shape.end())]
        case "PERCENT":
            if read_numerals(shape[kind].partition("点")[0]) is None:
                return [_token(WORDS, text, *shape.span())]
            number = _token("NUMBER", text, *shape.span(kind))
            return [number, _token(kind, text, shape.end(), shape.end())]
        case "LIST":  # after a number it parts clauses, else it puts words side by side
            return [_token("BREAK" if before in _AFTER_NUMBER else "AND", text, *shape.span())]
        case "STOP" | "OPEN" | "CLOSE":
            return [_token(f"_{kind}", text, *shape.span())]
    return [token]


def _tail(text: str, start: int) -> Iterator[Token]:
    """Yield what belongs to the number that ends at `start`: about, scale, unit, per cent."""
    tail = _TAIL.match(text, start)
    if tail is None or not tail[0]:
        return
    if tail[0] == "%":
        yield _token("PERCENT", text, *tail.span())
        return
    kinds = ("ABOUT", "SCALE", "ABOUT", "UNIT", "ABOUT")
    for group, kind in enumerate(kinds, start=1):
        if tail[group]:
            yield _token(kind, text, *tail.span(group))


def _token(kind: str, text: str, start: int, end: int) -> Token:
    return Token(kind, text[start:end], start_pos=start, end_pos=end)


def _paired(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield `tokens`, brackets without their other half in the sentence as words."""
    found = list(tokens)
    opened: list[int] = []
    paired: set[int] = set()
    for index, token in enumerate(found):
        if token.type == "_OPEN":
            opened.append(index)
        elif token.type == "_CLOSE" and opened:
            start = opened.pop()
            paired |= {start, index} if len(opened) < _DEEPEST else set()
        elif token.type == "_STOP":
            opened.clear()
    for index, token in enumerate(found):
        if token.type in {"_OPEN", "_CLOSE"} and index not in paired:
            token.type = WORDS
        yield token


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield `tokens`, words of no class that touch as one."""
    for is_words, run in groupby(tokens, lambda token: token.type == WORDS):
        if not is_words:
            yield from run
            continue
        touching = list(run)
        start, end = touching[0].start_pos, touching[-1].end_pos
        yield Token(WORDS, "".join(touching), start_pos=start, end_pos=end)


def _trimmed(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield `tokens` without the breaks and stops that part nothing."""
    before = "_STOP"
    for token, following in pairwise((*tokens, Token("_STOP", ""))):
        is_part = token.type in {"BREAK", "_STOP"}
        if is_part and before in {"BREAK", "_STOP", "_OPEN"}:
            continue
        if token.type == "BREAK" and following.type in {"_STOP", "_CLOSE", "BREAK"}:
            continue
        yield token
        before = token.type


def _alternatives(words: Iterable[str]) -> str:
    """Return the pattern that matches the longest of `words`, parted by their first letter."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return (
        "|".join(
            f"{re.escape(first)}(?:{'|'.join(sorted(rests, key=len, reverse=True))})"
            for first, rests in by_first.items()
        )
        or r"(?!)"
    )
