"""What the prose says that there was none of: 未发生行政复议."""

from collections.abc import Iterator, Sequence

from disclint.glossary import Aspect, Topic
from disclint.nodes import Term, Word
from disclint.statements.claim import Claim, How, most_specific
from disclint.statements.context import Context
from disclint.statements.matter import aspect_of, party_of, without_offered
from disclint.statements.terms import MAY_NARROW, Phrase, groups, kinds_of, run, words_of

_BEFORE_VERB = ("未", "没有")


def find_denials(phrase: Phrase, context: Context) -> Iterator[Claim]:
    """Yield what a clause denies, if it goes on to nothing else up to its end."""
    for place, term in enumerate(phrase.terms):
        if not isinstance(term, Word) or term.kind != "NONE":
            continue
        denied, after = run(phrase.terms[place + 1 :])
        if not denied or after or kinds_of(phrase.terms[:place]) & MAY_NARROW:
            continue
        if not phrase.tells_which_cases(denied[-1]):
            shared = words_of(denied, "ASPECT") if len(words_of(denied, "TOPIC")) > 1 else []
            for group in _denied_groups(denied):
                for claim in _denied(term, group, shared, context):
                    if not (claim.topic.is_disputed and _is_of_other_work(phrase, place, context)):
                        yield claim


def _denied_groups(denied: Sequence[Term]) -> list[list[Term]]:
    """Return what stands side by side, or all of it where only parties do: they are anybody."""
    found = list(groups(denied))
    is_named = all(kinds_of(group) & {"TOPIC", "ASPECT"} for group in found)
    return found if is_named else [list(denied)]


def _is_of_other_work(phrase: Phrase, place: int, context: Context) -> bool:
    """Whether disputes may be denied of something else only: 行政处罚案件未发生行政复议."""
    ahead = phrase.terms[:place]
    topics = [context.glossary.topic(word.text) for word in words_of(ahead, "TOPIC")]
    has_other = any(topic is None or topic.id != "requests" for topic in topics)
    is_about = bool(words_of(phrase.terms, "FIELD")) or bool(topics)
    return has_other or (not is_about and ("WORDS" in kinds_of(ahead) or context.is_of_other_work))


def _denied(
    no: Word, group: Sequence[Term], shared: Sequence[Word], context: Context
) -> Iterator[Claim]:
    named = words_of(group, "TOPIC")
    topic = context.glossary.topic(named[-1].text) if named else context.topic
    if topic is None or (named and not context.is_clear(topic, named[-1].text)):
        return
    own: list[Term] = list(group)
    if shared and not words_of(
        group, "ASPECT"
    ):  # 行政诉讼、行政复议被纠错: what stands last goes for both
        own += shared
    aspect = _aspect(no, own, topic, context)
    if aspect and aspect.readings:
        span = no.span | group[-1].span
        party = party_of(group, topic)
        yield Claim(topic=topic, aspect=aspect, party=party, how=How.NONE, span=span)


def _aspect(no: Word, group: Sequence[Term], topic: Topic, context: Context) -> Aspect | None:
    """Return the aspect that is denied: that of the verb, if no other word says it."""
    words = without_offered(words_of(group, "ASPECT"), topic)
    if not words:
        named = words_of(group, "TOPIC")
        return (topic.aspect(_verb(no.text)) or topic.usual) if named else None
    aspects = [aspect_of(word, topic, context) for word in words]
    outcomes = [aspect for aspect in aspects if aspect and aspect.is_outcome]
    if outcomes:
        return most_specific(outcomes)
    known = [one for one in aspects if one]
    return most_specific(known) if len(known) == len(aspects) else None


def _verb(no: str) -> str:
    """Return the verb in a word like 均未收到 or 没有受理过."""
    verb = no.lstrip("均尚暂从").rstrip("过")
    for prefix in _BEFORE_VERB:
        verb = verb.removeprefix(prefix)
    return verb
