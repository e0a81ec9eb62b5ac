"""What the prose says that all of it was done: 均已办结, 办结率100%."""

from collections.abc import Iterator, Sequence

from disclint.glossary import Topic
from disclint.nodes import Share, Term, Word
from disclint.statements.claim import Claim, How
from disclint.statements.context import Context
from disclint.statements.terms import Phrase, kind_of, kinds_of, words_of

_MAY_NARROW = frozenset({"REST", "NONE", "CHANGE", "PARTY", "CHANNEL", "PORTION"})
_TIMELY = ("按", "及时")
_RATES = ("结率", "复率")
_ALL_OF_IT = 100


def find_all_done(phrase: Phrase, context: Context) -> Iterator[Claim]:
    """Yield that all of a topic was done, where a clause says so and means no part of it."""
    if context.is_aim or context.is_part or kinds_of(phrase.terms) & _MAY_NARROW:
        return
    named = words_of(phrase.terms, "TOPIC")
    topic = context.glossary.topic(named[-1].text) if named else context.topic
    done = topic.aspect(topic.done) if topic and topic.done else None
    if topic is None or done is None:
        return
    if _is_of_some(phrase.terms):
        return
    for place, term in enumerate(phrase.terms):
        following = _next(phrase.terms[place + 1 :])
        if following and _is_all_done(term, following, phrase, topic):
            span = term.span | following.span
            yield Claim(topic=topic, aspect=done, how=How.ALL, span=span)
            return


def _is_of_some(terms: Sequence[Term]) -> bool:
    """Whether words of no class stand where they may say of which it was done."""
    kinds = list(map(kind_of, terms))
    place = next((at for at, kind in enumerate(kinds) if kind in {"TOPIC", "ALL", "RATE"}), 0)
    return "WORDS" in kinds[max(0, place - 1) : place]


def _next(terms: Sequence[Term]) -> Term | None:
    return next((term for term in terms if kind_of(term) not in {"ALL", "AND", "LINK"}), None)


def _is_all_done(term: Term, following: Term, phrase: Phrase, topic: Topic) -> bool:
    if isinstance(following, Share):
        is_rate = isinstance(term, Word) and term.kind == "RATE" and _is_of_all(term.text)
        return is_rate and following.quantity.value == _ALL_OF_IT
    return (
        isinstance(term, Word)
        and term.kind == "ALL"
        and (term.text != "所有" or _is_said_of_all_again(term, phrase))
        and isinstance(following, Word)
        and topic.aspect(following.text) is topic.aspect(topic.done or "")
        and not phrase.goes_with_next(following)
    )


def _is_said_of_all_again(term: Term, phrase: Phrase) -> bool:
    """Whether 所有 is of a topic, 所有申请均已办结, and not of what was done: 所有答复."""
    place = next(at for at, one in enumerate(phrase.terms) if one is term)
    return kind_of(phrase.terms[place + 1]) == "TOPIC"


def _is_of_all(rate: str) -> bool:
    """Whether a rate is of all that there was, not of what was done in time."""
    return rate.endswith(_RATES) and not rate.startswith(_TIMELY)
