"""Claims of a sentence that what else it says makes doubtful."""

from collections.abc import Sequence

from disclint.statements.claim import Claim, How
from disclint.statements.terms import Phrase, kinds_of, words_of

_ANSWERED = "answered"
_REPLIES = ("答复", "回复", "作出答复")
_PARTS = frozenset({"AMONG", "EVENLY"})


def without_doubtful(claims: Sequence[Claim], phrases: Sequence[Phrase]) -> list[Claim]:
    """Return `claims` without those that may be of a part.

    "All" after a number of those answered that is not of all is of these alone, and where some are
    left, it is of the rest. A reply beside other outcomes, 答复7件、不予受理4件, is one of several.
    """
    is_answered = [claim for claim in claims if claim.aspect.id == _ANSWERED]
    if not is_answered:
        return list(claims)
    is_of_all = _is_of_all(claims, is_answered, phrases)
    is_one_of_several = _is_one_of_several(claims, phrases)
    return [
        claim
        for claim in claims
        if claim.aspect.id != _ANSWERED
        or (claim.how is How.ALL and is_of_all)
        or (claim.how is How.FIGURE and not (is_one_of_several and _is_reply(claim, phrases)))
        or claim.how is How.NONE
    ]


def _is_of_all(
    claims: Sequence[Claim], answered: Sequence[Claim], phrases: Sequence[Phrase]
) -> bool:
    numbers = {claim.value for claim in answered if claim.how is How.FIGURE}
    received = {claim.value for claim in claims if claim.aspect.id in {"received", "accepted"}}
    is_left = any("REST" in kinds_of(phrase.terms) for phrase in phrases)
    return not is_left and numbers <= received


def _is_one_of_several(claims: Sequence[Claim], phrases: Sequence[Phrase]) -> bool:
    """Whether other outcomes stand beside the number, and not as its parts."""
    has_parts = any(
        kinds_of(phrase.terms) & _PARTS or phrase.clause.mark == ":" for phrase in phrases
    )
    results = (
        claim.topic.done == _ANSWERED
        and claim.aspect.is_outcome
        and not claim.aspect.id.startswith("carried")
        for claim in claims
    )
    return _names_withdrawn(phrases) or (not has_parts and any(results))


def _names_withdrawn(phrases: Sequence[Phrase]) -> bool:
    """Whether cases are named that ended in no row of the table: 申请人撤回1件."""
    words = (word.text for phrase in phrases for word in words_of(phrase.terms, "ASPECT"))
    return any(word.endswith(("撤回", "撤销", "不予受理")) for word in words)


def _is_reply(claim: Claim, phrases: Sequence[Phrase]) -> bool:
    return any(
        claim.span in phrase.clause.span
        and any(word.text in _REPLIES for word in words_of(phrase.terms, "ASPECT"))
        for phrase in phrases
    )
