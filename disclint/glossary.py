"""What the prose of a report may speak of, in which words, and which figures count it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from disclint.parsing import WordList


@frozen(kw_only=True, eq=False)
class Aspect:
    """One side of a topic that can be counted: received, answered, carried over."""

    id: str
    words: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    """What the number may be: each a sum of rows, or of columns where the topic is one row of its
    table; `*` stands for any ending. None, if it is in no table."""
    is_outcome: bool
    """Whether it tells what became of a case, so that words for what was done to it add nothing."""


@frozen(kw_only=True, eq=False)
class Party:
    """Those who apply, and the columns that count them."""

    id: str
    words: tuple[str, ...]
    columns: tuple[str, ...]


@frozen(kw_only=True, eq=False)
class Topic:
    """What is counted."""

    id: str
    table: int
    row: str | None
    """Its row, where the aspects are columns."""
    column: str | None
    """The column of totals, where the aspects are rows."""
    words: tuple[str, ...]
    themes: tuple[str, ...]
    """Words that name it without being what is counted: 依申请公开."""
    brief: tuple[str, ...]
    """Words that mean it only where it is spoken of already."""
    offered: tuple[str, ...]
    """Words for what applicants do: by themselves they tell of all that there were."""
    units: tuple[str, ...]
    """The measure words for it."""
    default: str | None
    """The aspect that a number without a word for any is of."""
    done: str | None
    """The aspect of those that are done with."""
    is_disputed: bool
    """Whether only cases about the disclosure of information are counted in the table."""
    aspects: tuple[Aspect, ...]
    parties: tuple[Party, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every word for it."""
        return (*self.words, *self.themes, *self.brief)

    @property
    def usual(self) -> Aspect | None:
        """The aspect of all that there were."""
        by_id = {one.id: one for one in self.aspects}
        return by_id.get("received") or by_id.get(self.default or "")

    def aspect(self, name: str) -> Aspect | None:
        """Return the aspect with that id or word, or nothing."""
        return self._aspects.get(name)

    def party(self, word: str) -> Party | None:
        """Return the party with that word, or nothing."""
        return next((party for party in self.parties if word in party.words), None)

    _aspects: Mapping[str, Aspect] = field(init=False, repr=False)

    @_aspects.default
    def _index(self) -> Mapping[str, Aspect]:
        offered = {word: one for word in self.offered if (one := self.usual)}
        return offered | {name: one for one in self.aspects for name in (one.id, *one.words)}


@frozen(kw_only=True, eq=False)
class Glossary:
    """The topics, and the words of prose by the class that the grammar gives them."""

    topics: tuple[Topic, ...]
    words: Mapping[str, str]
    """The class of each word, the terminal of `grammars/prose.lark`."""
    word_list: WordList = field(init=False, repr=False)
    _topics: Mapping[str, Topic] = field(init=False, repr=False)

    @word_list.default
    def _list_words(self) -> WordList:
        return WordList(self.words)

    @_topics.default
    def _index(self) -> Mapping[str, Topic]:
        return {word: topic for topic in self.topics for word in topic.names}

    def names_topic(self, text: str) -> bool:
        """Whether any topic is named in `text`, by a word that may also be of something else."""
        return self._naming.search(text) is not None

    _naming: re.Pattern[str] = field(init=False, repr=False)

    @_naming.default
    def _compile(self) -> re.Pattern[str]:
        names = [name for topic in self.topics for name in topic.names]
        shortest = [name for name in names if not any(o != name and o in name for o in names)]
        return re.compile("|".join(map(re.escape, shortest)) or r"(?!)")

    def topic(self, word: str) -> Topic | None:
        """Return the topic that `word` is for, or nothing where it is for what no table counts."""
        return self._topics.get(word)


NO_GLOSSARY = Glossary(topics=(), words={})
"""That of packs that have none: no prose is read."""


def topic_words(topics: tuple[Topic, ...]) -> Iterator[tuple[str, str]]:
    """Yield each word of `topics` with its class."""
    for topic in topics:
        for word in topic.names:
            yield word, "TOPIC"
        for word in topic.offered:
            yield word, "ASPECT"
        for aspect in topic.aspects:
            for word in aspect.words:
                yield word, "ASPECT"
        for party in topic.parties:
            for word in party.words:
                yield word, "PARTY"


def joined(glossaries: Sequence[Glossary]) -> Glossary:
    """Return one glossary of all; where two have a word, the later one says what it means."""
    return Glossary(
        topics=tuple(topic for one in glossaries for topic in one.topics),
        words=dict(pair for one in glossaries for pair in one.words.items()),
    )
