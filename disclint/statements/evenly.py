"""Numbers that are dealt out one by one: 收到、办结分别为17件、16件, and 维持、纠正各1件."""

from collections.abc import Iterator, Sequence

from disclint.glossary import Topic
from disclint.nodes import Count, Term, Word
from disclint.statements.claim import Claim
from disclint.statements.context import Context
from disclint.statements.matter import aspects_of, topics_of
from disclint.statements.terms import MAY_NARROW, Phrase, groups, kind_of, kinds_of, run, words_of


def read_evenly(phrase: Phrase, following: Sequence[Phrase], context: Context) -> int | None:
    """Enter what a clause deals out; return how many of those `following` belong to it.

    Nothing is returned where it deals out nothing. What it deals out in another number than there
    are things is not known, and so is then what is spoken of.
    """
    place = _dealt_at(phrase)
    if place is None:
        return None
    touching, before = run(phrase.terms[:place][::-1])
    shares = list(groups(touching[::-1]))
    counts = _counts(phrase, place, following, len(shares))
    is_clear = len(shares) > 1 and kind_of(before) not in {"WORDS", *MAY_NARROW}
    claims: list[Claim] = []
    if is_clear and len(counts) == len(shares) and not kinds_of(phrase.terms) & MAY_NARROW:
        claims = list(_dealt(shares, counts, context))
    context.topic = None
    if claims and len(claims) == len(shares):
        context.speak_of(claims[-1].topic)
        if context.is_of_the_report:
            context.claims += [claim for claim in claims if claim.aspect.readings]
    return max(0, len(counts) - 1) if kind_of(phrase.terms[place]) == "EVENLY" else 0


def _dealt_at(phrase: Phrase) -> int | None:
    """Return the place of 分别为, or of 各 between several things and a number."""
    kinds = list(map(kind_of, phrase.terms))
    for place, kind in enumerate(kinds):
        is_each = kind == "EACH" and kinds[place + 1 : place + 2] == ["Count"]
        is_between = "AND" in kinds[:place]
        if (kind == "EVENLY" and (is_between or not _is_copula(phrase.terms[place]))) or (
            is_each and is_between
        ):
            return place
    return None


def _is_copula(term: Term) -> bool:
    """Whether 分别为 may go over to parts like 其中, and not to what each of several did."""
    return isinstance(term, Word) and term.text.endswith(("为", "是"))


def _counts(phrase: Phrase, place: int, following: Sequence[Phrase], most: int) -> list[Count]:
    own = [count for at, count in phrase.counts() if at > place]
    if kind_of(phrase.terms[place]) == "EACH":
        return own[:1] * most
    for other in following:
        if len(own) == most or kinds_of(other.terms) != {"Count"}:
            break
        own += [count for _, count in other.counts()]
    return own


def _dealt(
    shares: Sequence[Sequence[Term]], counts: Sequence[Count], context: Context
) -> Iterator[Claim]:
    """Yield what each thing is given; the topic or the verb may stand with one of them for all."""
    named = [word for share in shares for word in words_of(share, "TOPIC")]
    verbs = words_of(shares[-1], "ASPECT")
    for share, count in zip(shares, counts, strict=True):
        own: list[Term] = list(share)
        if not words_of(own, "ASPECT") and words_of(own, "TOPIC"):
            own += verbs
        for topic in topics_of(own, words_of(own, "TOPIC") or named[-1:], count, context):
            if _fits(count, topic, context):
                yield from _claims(own, topic, count, context)


def _claims(own: Sequence[Term], topic: Topic, count: Count, context: Context) -> Iterator[Claim]:
    for aspect, party in aspects_of(own, topic, context):
        yield Claim(
            topic=topic, aspect=aspect, party=party, quantity=count.quantity, span=count.span
        )


def _fits(count: Count, topic: Topic, context: Context) -> bool:
    is_about = context.is_disclosure or not topic.is_disputed
    return is_about and count.quantity.unit in topic.units
