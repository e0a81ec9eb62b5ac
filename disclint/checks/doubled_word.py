"""Words written twice."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from disclint.binding.passages import Passage
from disclint.check import Finding, told, word_list

_BETWEEN = re.compile(r"[^\w()（）]")


@frozen
class DoubledWord:
    """A word that stands twice in a row, of those of which that is certainly a slip."""

    words: tuple[str, ...] = field(converter=word_list)
    looks_at = Passage
    facts = told("word")

    def look(self, passage: Passage) -> Iterator[Finding]:
        """Yield a finding for each of the words that follows on itself with nothing between."""
        for word in self.words:
            start = passage.text.find(word * 2)
            while start >= 0:
                end = start + 2 * len(word)
                if not _BETWEEN.search(passage.as_written(start, end)):
                    yield Finding(passage.span(start, end), {"word": word})
                start = passage.text.find(word * 2, end)
