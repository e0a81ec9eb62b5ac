"""What the words that touch a number say that it counts: topic, aspect and party."""

import re
from collections.abc import Iterator, Sequence

from disclint.glossary import Aspect, Party, Topic
from disclint.nodes import Count, Term, Word
from disclint.statements.claim import most_specific
from disclint.statements.context import Context
from disclint.statements.terms import kind_of, last_verbs, words_of

_YEAR = re.compile(r"20\d\d")


def topics_of(
    terms: Sequence[Term], named: Sequence[Word], count: Count, context: Context
) -> Iterator[Topic]:
    """Yield the topic that is counted; several only where each of them is said to be none."""
    if not named:
        if context.topic:
            yield context.topic
        return
    topics = [context.glossary.topic(word.text) for word in named]
    last, word = topics[-1], named[-1].text
    others = {topic.id if topic else "" for topic in topics if topic is not last}
    if others and words_of(terms, "AND"):
        if count.quantity.value == 0:
            yield from (topic for topic in topics if topic)
    elif last and context.is_clear(last, word) and others <= _may_stand_before(last, word):
        yield last


def _may_stand_before(topic: Topic, word: str) -> set[str]:
    """Return the topics that may be named in front of `word` without making it another."""
    return {"requests"} if topic.is_disputed and word not in topic.brief else set()


def aspects_of(
    terms: Sequence[Term], topic: Topic, context: Context
) -> Iterator[tuple[Aspect, Party | None]]:
    """Yield the aspect of `topic` that is counted, and whose; two in `受理并答复16件`."""
    party = party_of(terms, topic)
    words = without_offered(words_of(terms, "ASPECT"), topic)
    if not words:
        if aspect := _unsaid(terms, topic, party, context):
            yield aspect, party
        return
    aspects = [aspect_of(word, topic, context) for word in words]
    outcomes = [aspect for aspect in aspects if aspect and aspect.is_outcome]
    if outcomes:
        chosen = most_specific(outcomes)
        if all(chosen.id.startswith(one.id) for one in outcomes):
            yield chosen, party
    elif not _is_done_to_all(terms):
        last = without_offered(last_verbs(terms), topic)
        verbs = dict.fromkeys(aspect_of(word, topic, context) for word in last or words[-1:])
        if None not in verbs:
            yield from ((one, party) for one in _together([one for one in verbs if one], topic))


def _together(verbs: Sequence[Aspect], topic: Topic) -> Sequence[Aspect]:
    """Return what several verbs say of one number: 收到并办理 holds what was carried in as well."""
    accepted = topic.aspect("accepted")
    if accepted is None or all(verb.readings for verb in verbs):
        return verbs
    return list(dict.fromkeys(accepted if verb.id == "received" else verb for verb in verbs))


def without_offered(words: list[Word], topic: Topic) -> list[Word]:
    """Return `words` without those for what applicants do, unless there are no others."""
    return [word for word in words if word.text not in topic.offered] or words


def party_of(terms: Sequence[Term], topic: Topic) -> Party | None:
    """Return the party that is named, or nothing; several side by side are anybody."""
    parties = words_of(terms, "PARTY")
    if len(parties) + len(words_of(terms, "ANYONE")) != 1:
        return None
    return topic.party(parties[0].text) if parties else None


def aspect_of(word: Word, topic: Topic, context: Context) -> Aspect | None:
    """Return the aspect for `word`; carried to or from a year is in or out, as the year is."""
    named = _YEAR.search(word.text)
    if not named:
        return topic.aspect(word.text)
    from_year = int(named[0]) - int(word.text.startswith("结转"))
    if from_year == context.identity.year:
        return topic.aspect("carried-out")
    following = from_year + 1
    return topic.aspect("carried-in") if following == context.identity.year else None


def _unsaid(
    terms: Sequence[Term], topic: Topic, party: Party | None, context: Context
) -> Aspect | None:
    """Return the aspect where no word says it: that of the list, or the usual one."""
    if party and context.claims:
        return context.last_aspect(topic)
    if context.is_listed and not party:
        return _listed(topic, context)
    if context.was_elsewhere and not party:
        return None
    named = [word for word in words_of(terms, "TOPIC") if word.text not in topic.themes]
    return topic.aspect(topic.default) if topic.default and (named or party) else None


def _listed(topic: Topic, context: Context) -> Aspect | None:
    """Return the aspect of the number before, if this one goes on with its list by a 、."""
    last = context.claims[-1] if context.claims else None
    return topic.aspect(last.aspect.id) if last and last.topic is not topic else None


def _is_done_to_all(terms: Sequence[Term]) -> bool:
    """Whether a verb tells what was done to all, not to how many: 13件申请已全部办结."""
    places = [place for place, term in enumerate(terms) if kind_of(term) == "ASPECT"]
    before = terms[: places[-1]]
    if not before or kind_of(before[-1]) != "ALL":
        return False
    return len(before) == 1 or bool(words_of(before, "TOPIC"))
