"""What a number in prose counts, where that is certain."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.glossary import Topic
from disclint.nodes import Count, Term, Word
from disclint.statements.claim import Claim
from disclint.statements.context import Context
from disclint.statements.matter import aspects_of, topics_of
from disclint.statements.terms import (
    MAY_NARROW,
    Phrase,
    holds_matter,
    kind_of,
    kinds_of,
    run,
    words_of,
)

_OPENING = frozenset({"YEAR", "DATE", "THIS", "AMONG", "ALSO", "REST", ""})
_CASES = frozenset("件条份宗起个项例")


@frozen(eq=False)
class Surroundings:
    """The words that touch a number on either side, and those beyond them."""

    phrase: Phrase
    place: int
    count: Count
    left: tuple[Term, ...]
    before: Term | None
    right: tuple[Term, ...]
    after: Term | None

    @classmethod
    def of(cls, phrase: Phrase, place: int, count: Count) -> "Surroundings":
        """Return what stands around the number at `place` of a clause."""
        left, before = run(phrase.terms[:place][::-1])
        right, after = run(phrase.terms[place + 1 :])
        return cls(phrase, place, count, tuple(left[::-1]), before, tuple(right), after)

    @property
    def is_said_before(self) -> bool:
        """Whether the words before the number say what it counts, and not those after it."""
        return holds_matter(self.left)

    @property
    def own(self) -> tuple[Term, ...]:
        """The words that say what is counted."""
        return self.left if self.is_said_before else self.right

    @property
    def named(self) -> list[Word]:
        """The topics that are named, after the number too: 收到34件政府信息公开申请."""
        return words_of(self.own, "TOPIC") or words_of(self.right, "TOPIC")

    def is_narrowed(self, topic: Topic | None, *, is_part: bool) -> bool:
        """Whether anything may say that the number is not of the whole of `topic`.

        `is_part` tells that the sentence goes through parts, or has counted before.
        """
        ahead = self.phrase.terms[: self.place]
        if kinds_of(ahead) & MAY_NARROW or _is_of_a_part(ahead) or kind_of(self.before) == "NONE":
            return True
        if self._is_of_some_applicants(is_part=is_part):
            return True
        if not self.is_said_before:
            return self.after is not None or kind_of(self.before) not in _OPENING
        return self._goes_on_to_a_topic() or (
            kind_of(self.before) == "WORDS" and self._tells_which(topic)
        )

    def _is_of_some_applicants(self, *, is_part: bool) -> bool:
        """Whether 公民 and the like may be a party: they are anybody only beside a verb."""
        kinds = list(map(kind_of, self.own))
        if "ANYONE" not in kinds or "AND" in kinds:
            return False
        place = kinds.index("ANYONE")
        is_verb_after = kinds[place + 1 : place + 2] == ["ASPECT"]
        return not is_verb_after or (is_part and "ASPECT" not in kinds[:place])

    def _goes_on_to_a_topic(self) -> bool:
        """Whether words of no class part the number from its topic: 收到5件关于征地的申请."""
        behind = self.phrase.terms[self.place + 1 :]
        return (
            not words_of(self.left, "TOPIC")
            and kind_of(self.after) == "WORDS"
            and bool(words_of(behind, "TOPIC"))
        )

    def _tells_which(self, topic: Topic | None) -> bool:
        """Whether words of no class before the others may say that only some of it is counted.

        Before a verb they say how it was done, if the clause says itself what it was done to.
        """
        first = next(term for term in self.left if holds_matter([term]))
        if not isinstance(first, Word) or first.kind != "ASPECT" or topic is None:
            return True
        aspect = topic.aspect(first.text)
        is_verb = aspect is not None and not aspect.is_outcome and first.text not in topic.offered
        return not is_verb or self.phrase.goes_with_next(first)

    def may_be(self, topic: Topic) -> bool:
        """Whether the measure word is one for `topic`; 为 and the like may stand for any."""
        unit = self.count.quantity.unit
        return unit in topic.units or (not unit and kind_of(_last(self.left)) == "LINK")


def read_count(phrase: Phrase, place: int, count: Count, context: Context) -> None:
    """Enter what a number counts, or forget what is spoken of where that is not certain."""
    around = Surroundings.of(phrase, place, count)
    found = list(_counted(around, context))
    if context.is_by_party and found and not found[0].party:
        found = []
    if found:
        context.is_by_party |= bool(found[0].party) and not context.is_part
        context.speak_of(found[-1].topic)
        if context.is_of_the_report:
            _enter(found, context, is_within=bool(words_of(phrase.terms[:place], "AMONG")))
    elif not _is_of_a_channel(phrase.terms, place) and (
        count.quantity.unit in _CASES or words_of(phrase.terms, "TOPIC")
    ):
        context.topic = None


def _counted(around: Surroundings, context: Context) -> Iterator[Claim]:
    own = words_of(around.own, "TOPIC")
    is_part = context.is_part or bool(context.claims)
    topic = context.glossary.topic(own[-1].text) if own else None
    if around.is_narrowed(topic, is_part=is_part):
        return
    if own and not words_of(around.own, "ASPECT") and around.phrase.is_divided(own[-1]):
        return
    span = around.count.span
    if around.own:
        span |= around.own[0].span if around.is_said_before else around.own[-1].span
    for topic in topics_of(around.own, around.named, around.count, context):
        if around.may_be(topic) and (context.is_disclosure or not topic.is_disputed):
            for aspect, party in aspects_of(around.own, topic, context):
                quantity = around.count.quantity
                yield Claim(topic=topic, aspect=aspect, party=party, quantity=quantity, span=span)


def _enter(found: Sequence[Claim], context: Context, *, is_within: bool) -> None:
    """Enter claims; a number that holds those carried in is not of those received alone."""
    if is_within and found[0].aspect.id == "carried-in":
        context.hold_carried()
        context.held += found
    context.claims += [claim for claim in found if claim.aspect.readings]


def _last(terms: Sequence[Term]) -> Term | None:
    return terms[-1] if terms else None


def _is_of_a_channel(terms: Sequence[Term], place: int) -> bool:
    """Whether the number at `place` is of those that came in by one channel: 信函5件."""
    return place > 0 and kind_of(terms[place - 1]) == "CHANNEL"


def _is_of_a_part(terms: Sequence[Term]) -> bool:
    """Whether 其中 goes over to something of no class, of which a verb then tells."""
    kinds = list(map(kind_of, terms))
    if "AMONG" not in kinds:
        return False
    after = kinds[kinds.index("AMONG") + 1 :]
    return "WORDS" in after and "ASPECT" in after[after.index("WORDS") :]
