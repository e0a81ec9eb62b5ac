"""Percentages in prose whose own figures stand beside them."""

from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from disclint.glossary import Glossary
from disclint.nodes import Aside, Clause, Count, Sentence, Share, Term
from disclint.statements.terms import MOST_CLAUSES, kind_of, words_of

_HUNDRED = Decimal(100)
_RISE = ("增长", "增加", "上升", "提高", "提升", "增幅", "增长率")
_FALL = ("减少", "下降", "降低", "降幅")
_TIMELY = ("按", "及时")
_RECEIVED = frozenset({"received", "accepted"})


@frozen(kw_only=True)
class Percentage:
    """A share as stated, and the figures that it is worked out from."""

    stated: Share
    part: Count
    whole: Count
    exact: tuple[Decimal, ...]
    """What it may be, in per cent."""

    @property
    def is_wrong(self) -> bool:
        """Whether it is none of them, rounded or cut off at the decimals printed."""
        value = self.stated.quantity.value
        exponent = value.as_tuple().exponent
        unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return all(abs(value - exact) >= unit for exact in self.exact)


def find_percentages(sentence: Sentence, glossary: Glossary) -> Iterator[Percentage]:
    """Yield the percentages of a sentence whose figures are certain."""
    before: deque[Clause] = deque(maxlen=MOST_CLAUSES)
    for clause in _flat(sentence.clauses):
        for index, term in enumerate(clause.terms):
            if isinstance(term, Share) and not term.quantity.about:
                terms = [one for one in clause.terms[:index] if kind_of(one) != "FILL"]
                yield from _portion(term, terms, list(before))
                yield from _rate(term, terms, list(before), glossary)
                yield from _growth(term, terms, list(before))
        before.append(clause)


def _flat(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield clauses, those in brackets after the one that they stand in."""
    for clause in clauses:
        yield clause
        for term in clause.terms:
            if isinstance(term, Aside):
                yield from _flat(term.clauses)


def _counts(terms: Sequence[Term]) -> list[Count]:
    return [term for term in terms if isinstance(term, Count)]


def _portion(share: Share, terms: Sequence[Term], before: Sequence[Clause]) -> Iterator[Percentage]:
    """Yield `其中A 30件，占50%`, of any whole that stands before 其中."""
    if not terms or kind_of(_last(terms)) != "PORTION":
        return
    numbered = [clause for clause in before if _counts(clause.terms)]
    own = _counts(terms)
    part = own[-1] if own else (_counts(numbered[-1].terms)[-1] if numbered else None)
    clauses = [*(clause.terms for clause in before), terms]
    wholes = [one for one in _wholes(clauses) if part and part is not one and _fit(part, one)]
    values = [one.quantity.value for one in wholes if one.quantity.value]
    if part and values and min(values) >= part.quantity.value:
        exact = tuple(part.quantity.value / value * _HUNDRED for value in reversed(values))
        yield Percentage(stated=share, part=part, whole=wholes[-1], exact=exact)


def _last(terms: Sequence[Term]) -> Term | None:
    """Return the last term that says anything: 占比为 is 占."""
    return next((one for one in reversed(terms) if kind_of(one) not in {"LINK", "SUM"}), None)


def _wholes(clauses: Sequence[Sequence[Term]]) -> list[Count]:
    """Return the numbers before 其中, nothing where it does not stand: what follows is of one."""
    found: list[Count] = []
    for terms in clauses:
        if words_of(terms, "AMONG"):
            return found
        found += _counts(terms)
    return []


def _rate(
    share: Share, terms: Sequence[Term], before: Sequence[Clause], glossary: Glossary
) -> Iterator[Percentage]:
    """Yield `收到40件，办结38件，办结率95%`; what was carried in may be counted with it or not."""
    word = _last(terms)
    if word is None or kind_of(word) != "RATE" or _counts(terms):
        return
    rate = words_of([word], "RATE")[0].text
    if rate.startswith(_TIMELY) or not rate.endswith(("结率", "复率")):
        return
    own = _since_last_share(before)
    received = _last_of(own, _RECEIVED, glossary)
    carried = _last_of(own, frozenset({"carried-in"}), glossary)
    answered = _last_of(own, frozenset({"answered"}), glossary)
    if received and answered and _fit(answered, received) and received.quantity.value:
        wholes = [received.quantity.value]
        if carried:
            wholes.append(received.quantity.value + carried.quantity.value)
        exact = tuple(answered.quantity.value / whole * _HUNDRED for whole in wholes)
        yield Percentage(stated=share, part=answered, whole=received, exact=exact)


def _since_last_share(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Return the clauses after the last one that has a percentage: those of another matter go."""
    shared = [
        place
        for place, clause in enumerate(clauses)
        if any(isinstance(term, Share) for term in clause.terms)
    ]
    return clauses[shared[-1] + 1 :] if shared else clauses


def _last_of(
    clauses: Sequence[Clause], aspects: frozenset[str], glossary: Glossary
) -> Count | None:
    """Return the last number that stands with a word for one of `aspects`, alone in its clause."""
    for clause in reversed(clauses):
        counts = _counts(clause.terms)
        ids = {
            aspect.id
            for word in words_of(clause.terms, "ASPECT")
            for topic in glossary.topics
            if (aspect := topic.aspect(word.text))
        }
        if len(counts) == 1 and ids & aspects:
            return counts[0]
    return None


def _growth(share: Share, terms: Sequence[Term], before: Sequence[Clause]) -> Iterator[Percentage]:
    """Yield `120件，比上年的100件增长20%` and `120件，比上年增加20件，增长20%`."""
    changes = words_of(terms, "CHANGE")
    sign = _sign(changes[-1].text) if changes else 0
    if not sign or kind_of(_last(terms)) != "CHANGE":
        return
    numbered = [clause for clause in before if _counts(clause.terms)]
    own = _counts(terms)
    if len(own) == 1 and numbered and words_of(terms, "LAST"):
        now, past = _counts(numbered[-1].terms)[-1], own[0]
        yield from _grown(share, now, past, now.quantity.value - past.quantity.value, sign)
    elif not own and len(numbered) > 1 and _is_difference(numbered[-1].terms, sign):
        now, by = _counts(numbered[-2].terms)[-1], _counts(numbered[-1].terms)[-1]
        yield from _grown(share, now, by, sign * by.quantity.value, sign)


def _grown(share: Share, now: Count, other: Count, by: Decimal, sign: int) -> Iterator[Percentage]:
    past = now.quantity.value - by
    if _fit(now, other) and past > 0 and by * sign > 0:
        yield Percentage(stated=share, part=now, whole=other, exact=(abs(by) / past * _HUNDRED,))


def _is_difference(terms: Sequence[Term], sign: int) -> bool:
    """Whether a clause says by how much, against the year before."""
    changes = words_of(terms, "CHANGE")
    return bool(changes and words_of(terms, "LAST")) and _sign(changes[-1].text) == sign


def _sign(word: str) -> int:
    return int(word in _RISE) - int(word in _FALL)


def _fit(one: Count, other: Count) -> bool:
    """Whether two numbers are exact and of the same measure."""
    same = one.quantity.unit == other.quantity.unit or not one.quantity.unit
    return same and not one.quantity.about and not other.quantity.about
