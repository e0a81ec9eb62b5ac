"""Whose figures a clause gives, and of which year: those of the whole report, or others."""

import re
from collections.abc import Sequence

from attrs import define

from disclint.binding.bound import BodyKind, Identity
from disclint.nodes import Count, Term, Word
from disclint.statements.terms import kind_of

_BODY = re.compile(
    r"(?:[局委办厅镇乡院处站所村队县市区省旗州校馆园场会室科股署]|系统|街道|公司|中心|社区|政府|单位|部门|机关|企业|集团|法院)$"
)
_REGION = re.compile(r"^(?:全|我|本|各级)?.*(?:[省市县区旗州盟]|政府|各级行政机关|各级各部门)$")
_REGION_OF_TOWNSHIP = re.compile(r"^(?:全|我|本)?[省市县区旗州盟](?:政府|人民政府)?$")
_ENDS_OF_YEAR = ("年1月1日", "12月31日", "12月底", "12月末")
_SHORTEST_NAME = 2
_REGION_AHEAD = re.compile(r"^.+(?=[省市县区旗州盟].*[局委厅会办]$)")
_OFFICE = re.compile(r"(?:人民政府|办事处)$")


def names_of(body: str) -> tuple[str, ...]:
    """Return the names that a body goes by in its own report: 青禾县林业局, 县林业局."""
    short = _REGION_AHEAD.sub("", body)
    return tuple(name for name in dict.fromkeys((body, short)) if len(name) > _SHORTEST_NAME)


@define
class Whose:
    """Whether what is said is of the report's body and of its year, as a sentence goes on."""

    identity: Identity
    is_whole: bool = True
    is_year: bool = True
    _is_aside: bool = False
    """Whether the other year was only 上年 or the like, which goes for its sentence."""

    def begin_sentence(self) -> None:
        """Take the whole body for the subject again; a year that was named stays."""
        self.is_whole = True
        self.is_year = self.is_year or self._is_aside

    def begin_passage(self) -> None:
        """Take the report's own year for meant again."""
        self.is_whole = self.is_year = True

    def note(self, terms: Sequence[Term]) -> None:
        """Take in what a clause says up to its first number that is of any matter here."""
        before: Term | None = None
        has_matter = False
        years = [term for term in terms if isinstance(term, Word) and term.kind == "YEAR"]
        for term in terms:
            if isinstance(term, Count) and has_matter:
                break
            if isinstance(term, Word):
                has_matter = has_matter or term.kind in {"TOPIC", "ASPECT", "PARTY"}
                self._note(term, before)
            before = term
        if len(years) > 1:  # 2022年、2023年分别为
            self.is_year = self._is_aside = False

    def is_own(self, words: str) -> bool:
        """Whether `words` name the body that reports, or shorten its name as 县发改局 does."""
        body = _OFFICE.sub("", self.identity.body)
        ends = {body[-1:], self.identity.body[-1:]}
        return len(words) >= _SHORTEST_NAME and words[-1] in ends and _is_short_for(words, body)

    def _note(self, word: Word, before: Term | None) -> None:
        match word.kind:
            case "YEAR":
                year = self.identity.year
                self.is_year = year is None or word.text.startswith(str(year))
                self._is_aside = False
            case "THIS":
                self.is_year = True
            case "LAST":
                self._is_aside = self._is_aside or self.is_year
                self.is_year = False
            case "DATE":
                own = str(self.identity.year or word.text[:4])
                is_own = not word.text.startswith("20") or word.text.startswith(own)
                self.is_year = self.is_year and is_own and word.text.endswith(_ENDS_OF_YEAR)
            case "OWN":
                self.is_whole = self._is_whole(word, before)
            case "OTHERS":
                self.is_whole = False
            case "WORDS" if _BODY.search(word.text) and not self.is_own(word.text):
                self.is_whole = False

    def _is_whole(self, word: Word, before: Term | None) -> bool:
        """Whether 全县, 我局, 区政府 is the body that reports, and not one above or below it."""
        if kind_of(before) == "WORDS" and word.text.endswith("政府"):
            return self.is_own(_text(before) + word.text)
        if word.text in names_of(self.identity.body):
            is_named = kind_of(before) != "WORDS" or word.text == self.identity.body
            return is_named or self.is_own(_text(before) + word.text)
        match self.identity.kind:
            case BodyKind.DEPARTMENT:
                return not _REGION.match(word.text)
            case BodyKind.TOWNSHIP:
                return not _REGION_OF_TOWNSHIP.match(word.text)
        return True


def _text(term: Term | None) -> str:
    return term.text if isinstance(term, Word) else ""


def _is_short_for(words: str, body: str) -> bool:
    """Whether the letters of `words` stand in `body` in their order, or the other way round.

    Two letters must stand side by side: 市局 may be the office above.
    """
    shorter, longer = sorted((words, body), key=len)
    if len(shorter) <= _SHORTEST_NAME:
        return bool(shorter) and shorter in longer
    rest = iter(longer)
    return all(letter in rest for letter in shorter)
