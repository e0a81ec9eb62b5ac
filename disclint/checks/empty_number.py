"""Numbers left out of the prose."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from disclint.binding.passages import Passage
from disclint.check import Finding, told, word_list
from disclint.wording import Facts

_SPACES = r"(?<=[\u3400-\u9fff])[ \t\u2002-\u200a\u3000\xa0]+(?=[\u3400-\u9fff])"
_SPACED = re.compile(_SPACES)
_END = r"(?=\s*(?:[，。；、：（）,;.:()]|$))"


def _alternatives(words: object) -> str:
    return "|".join(map(re.escape, word_list(words)))


@frozen
class EmptyNumber:
    """Blanks before a counter, where a number is due: `信息  条`, `共__件`, `申请（）件`."""

    counters: str = field(converter=_alternatives)
    after: str = field(converter=_alternatives)
    """The words, as written, after which a number is due."""
    _blank: re.Pattern[str] = field(init=False, repr=False)
    looks_at = Passage
    facts = told("before counter")

    @_blank.default
    def _compile(self) -> re.Pattern[str]:
        blank = rf"(?:{_SPACES}|\s*(?P<mark>[_＿]{{2,}}|（\s*）|\(\s*\))\s*)"
        return re.compile(f"(?P<before>{self.after}){blank}(?P<counter>{self.counters}){_END}")

    def look(self, passage: Passage) -> Iterator[Finding]:
        """Yield a finding for each blank; where letters are set apart, a space is none."""
        blanks = list(self._blank.finditer(passage.written))
        if not blanks:
            return
        ours = sum(len(_SPACED.findall(blank[0])) for blank in blanks)
        is_set_apart = len(_SPACED.findall(passage.written)) > ours
        for blank in blanks:
            if blank["mark"] or not is_set_apart:
                facts: Facts = {"before": blank["before"], "counter": blank["counter"]}
                yield Finding(passage.written_span(*blank.span()), facts)
