"""What is being spoken of, as a passage goes on, as far as that is certain."""

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from disclint.binding.bound import Identity
from disclint.glossary import Aspect, Glossary, Topic
from disclint.nodes import Sentence, Term, Word
from disclint.statements.claim import Claim
from disclint.statements.terms import Phrase, kind_of, kinds_of, words_of
from disclint.statements.whose import Whose


@define
class Context:
    """Topic, body and year of what is said, from clause to clause."""

    glossary: Glossary
    identity: Identity
    whose: Whose
    topic: Topic | None = None
    """What is spoken of; nothing where that is not certain."""
    claims: list[Claim] = field(factory=list)
    """Those of the sentence so far."""
    held: list[Claim] = field(factory=list)
    """Those of what is held within another number: 含上年结转2件."""
    is_part: bool = False
    """Whether the sentence has gone over to parts of what it counts."""
    is_by_party: bool = False
    """Whether the sentence goes through the parties, so that what follows is of one of them."""
    is_aim: bool = False
    """Whether the sentence tells what is to be done."""
    is_listed: bool = False
    """Whether a 、 joins the clause to the one before."""
    is_disclosure: bool = False
    """Whether the sentence has said that it is about the disclosure of information."""
    _mentioned: set[str] = field(factory=set)
    """The topics that the passage has named, by id."""
    was_elsewhere: bool = False
    """Whether the clause before has spoken of what no table counts."""
    is_of_other_work: bool = False
    """Whether the sentence has named anything else that disputes may be about."""
    _is_disclosure_above: bool = False

    @classmethod
    def of(cls, glossary: Glossary, identity: Identity) -> "Context":
        """Return the context in which the prose of a report begins."""
        return cls(glossary, identity, Whose(identity))

    @property
    def is_of_the_report(self) -> bool:
        """Whether what is said is of the report's whole body and of its year."""
        return self.whose.is_whole and self.whose.is_year

    def begin_passage(self, heading: Sequence[Sentence]) -> None:
        """Begin a passage under what stands over it."""
        self.topic, self._mentioned, self.is_disclosure = None, set(), False
        self.whose.begin_passage()
        for sentence in heading:
            for clause in sentence.clauses:
                self.name(clause.terms)
                is_disputed = any(
                    topic and topic.is_disputed for topic in self._named(clause.terms)
                )
                self.is_disclosure |= is_disputed and bool(words_of(clause.terms, "FIELD"))
        self._is_disclosure_above = "requests" in self._mentioned or self.is_disclosure

    def begin_sentence(self, opening: str) -> None:
        """Begin a sentence: the topic stays, all else is said anew.

        One that opens with 其中 is of the same body as the one before.
        """
        if opening != "AMONG":
            self.whose.begin_sentence()
        self.claims, self.held = [], []
        self.is_disclosure = self._is_disclosure_above
        self.is_part = self.is_by_party = self.is_aim = False
        self.was_elsewhere = self.is_of_other_work = False

    def begin_clause(self, clause: Phrase) -> Phrase:
        """Take in what a clause says of body, year and parts; return it, the body's name known."""
        phrase = evolve(clause, terms=tuple(map(self._as_own, clause.terms)))
        self.whose.note(phrase.terms)
        self.is_part |= _goes_over_to_parts(phrase.terms)
        self.is_aim |= "PLAN" in kinds_of(phrase.terms)
        self.is_disclosure |= bool(words_of(phrase.terms, "FIELD")) or any(
            topic and topic.id == "requests" and word.text not in topic.brief
            for word in words_of(phrase.terms, "TOPIC")
            if (topic := self.glossary.topic(word.text))
        )
        return phrase

    def end_clause(self, phrase: Phrase) -> None:
        """Keep in mind whether a clause has spoken of what no table counts."""
        named = list(self._named(phrase.terms))
        self.was_elsewhere = None in named
        self.is_of_other_work |= any(
            topic is None or not (topic.is_disputed or topic.id == "requests") for topic in named
        )

    def aside(self) -> "Context":
        """Return the context of what stands in brackets: it changes nothing for what follows."""
        return evolve(self, whose=evolve(self.whose))

    def hold_carried(self) -> None:
        """Take the last number for one that holds what was carried in as well."""
        last = self.claims[-1] if self.claims else None
        accepted = last.topic.aspect("accepted") if last else None
        if last and accepted and last.aspect.id == "received":
            self.claims[-1] = evolve(last, aspect=accepted)

    def speak_of(self, topic: Topic) -> None:
        """Take `topic`, which has been counted, for what is spoken of."""
        self.topic = topic
        self._mentioned.add(topic.id)

    def name(self, terms: Sequence[Term]) -> None:
        """Take the last topic that `terms` name for what is spoken of from here on."""
        for before, term in zip((None, *terms), terms, strict=False):
            if isinstance(term, Word) and term.kind == "TOPIC":
                topic = self.glossary.topic(term.text)
                is_narrowed = kind_of(before) == "WORDS" and topic and term.text in topic.brief
                self.topic = None
                if topic and not is_narrowed and self.is_clear(topic, term.text):
                    self.speak_of(topic)

    def is_clear(self, topic: Topic, word: str) -> bool:
        """Whether `word`, one for `topic`, means it here: 申请 may be one for anything."""
        if word not in topic.brief:
            return True
        return not self.was_elsewhere and (topic.id in self._mentioned or self.is_disclosure)

    def last_aspect(self, topic: Topic) -> Aspect | None:
        """Return the aspect of what the sentence has counted of `topic` before."""
        known = [claim for claim in self.claims if claim not in self.held]
        before = [claim.aspect for claim in known if claim.topic is topic]
        return before[-1] if before else None

    def _named(self, terms: Sequence[Term]) -> Iterator[Topic | None]:
        return (self.glossary.topic(word.text) for word in words_of(terms, "TOPIC"))

    def _as_own(self, term: Term) -> Term:
        if isinstance(term, Word) and term.kind == "WORDS" and self.whose.is_own(term.text):
            return evolve(term, kind="OWN")
        return term


def _goes_over_to_parts(terms: Sequence[Term]) -> bool:
    """Whether 其中 is said of anything but what was carried in, which is in the whole anyway."""
    carried = (word for word in words_of(terms, "ASPECT") if "上" in word.text)
    goes_over = words_of(terms, "AMONG") or words_of(terms, "EVENLY")
    return bool(goes_over) and not any(carried)
