"""Wholes that the prose states, with the parts that it lists."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from disclint.glossary import Glossary
from disclint.nodes import Aside, Clause, Count, Sentence, Term, Word
from disclint.statements.terms import MOST_CLAUSES, kind_of, kinds_of, words_of

_LEAST_PARTS = 2
_SMALLEST_WHOLE = 20
_MOST_OVER = Decimal("0.1")
_REST = ("其他", "其它", "其余")


class Dimension(Enum):
    """By what a whole is divided: parts of one dimension have nothing in common."""

    PARTY = "party"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    SUBJECT = "subject"
    """By what the writer calls it: the parts may have something in common."""


@frozen(kw_only=True)
class Listing:
    """A number and the numbers of its parts, with the same measure word, none of them rounded."""

    whole: Count
    parts: tuple[Count, ...]
    dimension: Dimension
    is_complete: bool
    """Whether the list says that it leaves nothing out."""

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.quantity.value for part in self.parts), Decimal(0))

    @property
    def is_wrong(self) -> bool:
        """Whether the parts cannot be those of the whole.

        A list may leave some out, but hardly one of many; and parts that the writer names freely
        may overlap, but hardly by a few only, unless those few are one of the parts.
        """
        whole = self.whole.quantity.value
        excess = self.sum - whole
        if len(self.parts) < _LEAST_PARTS:
            return False
        if excess > 0:
            values = [part.quantity.value for part in self.parts]
            return (
                self.dimension is not Dimension.SUBJECT
                or max(values) > whole
                or (excess <= whole * _MOST_OVER and excess not in values)
            )
        return excess < 0 and (self.is_complete or (excess == -1 and whole >= _SMALLEST_WHOLE))


def find_listings(sentence: Sentence, glossary: Glossary) -> Iterator[Listing]:
    """Yield the wholes of a sentence with their parts, in brackets or in the clauses after.

    What became of cases may be told of those carried in as well, where these are spoken of.
    """
    is_carried = any(
        "上" in word.text
        for clause in sentence.clauses
        for word in words_of([*clause.terms, *_within(clause)], "ASPECT")
    )
    for listing in _find(sentence, glossary):
        if not (is_carried and listing.dimension is Dimension.OUTCOME):
            yield listing


def _within(clause: Clause) -> Iterator[Term]:
    """Yield what stands in brackets in a clause."""
    for term in clause.terms:
        if isinstance(term, Aside):
            for inner in term.clauses:
                yield from inner.terms


def _find(sentence: Sentence, glossary: Glossary) -> Iterator[Listing]:
    for index, clause in enumerate(sentence.clauses):
        yield from _of_clause(clause, sentence.clauses[index + 1 : index + MOST_CLAUSES], glossary)
        for term in clause.terms:
            if isinstance(term, Aside):
                inner = Sentence(clauses=term.clauses, span=term.span)
                yield from _find(inner, glossary)


def _of_clause(
    clause: Clause, following: Sequence[Clause], glossary: Glossary
) -> Iterator[Listing]:
    counts = [term for term in clause.terms if isinstance(term, Count)]
    if not counts or counts[-1].quantity.about or not counts[-1].quantity.unit:
        return
    whole = counts[-1]
    after = clause.terms[clause.terms.index(whole) + 1 :]
    aside = next((term for term in after if isinstance(term, Aside)), None)
    if aside:
        yield from _listed(whole, aside.clauses, glossary)
    elif following and (clause.mark == ":" or _begins_parts(following[0])):
        yield from _listed(whole, following, glossary)


def _begins_parts(clause: Clause) -> bool:
    return kind_of(_first(clause.terms)) in {"AMONG", "EVENLY"}


def _first(terms: Sequence[Term]) -> Term | None:
    return next((term for term in terms if kind_of(term) != "FILL"), None)


def _listed(whole: Count, clauses: Sequence[Clause], glossary: Glossary) -> Iterator[Listing]:
    parts: list[Count] = []
    dimension: Dimension | None = None
    is_complete = False
    for place, clause in enumerate(clauses):
        is_lead = not any(isinstance(term, Count) for term in clause.terms)
        if is_lead and not parts and kinds_of(clause.terms) & {"AMONG", "EVENLY"}:
            is_complete |= _says_complete(clause)
            continue
        own = _dimension(clause.terms, glossary)
        part = _part(clause, whole)
        if part is None or own is None or (dimension and own is not dimension):
            break
        if place and parts and _begins_parts(clause):
            continue  # a part of the part before
        dimension = own
        parts.append(part)
        is_complete |= _says_complete(clause)
    if dimension:
        yield Listing(whole=whole, parts=tuple(parts), dimension=dimension, is_complete=is_complete)


def _part(clause: Clause, whole: Count) -> Count | None:
    """Return the number of a part, if the clause gives one and no other."""
    counts = [term for term in clause.terms if isinstance(term, Count)]
    if len(counts) != 1 or counts[0].quantity.about:
        return None
    return counts[0] if counts[0].quantity.unit == whole.quantity.unit else None


def _dimension(terms: Sequence[Term], glossary: Glossary) -> Dimension | None:
    """Return by what the part in a clause is told from the others; nothing if it is no part."""
    kinds = {kind_of(term) for term in terms}
    if kinds & {"SUM", "ALSO", "CHANGE", "PORTION", "YEAR", "LAST"} or _is_of_the_body(terms):
        return None
    beside = _beside_number(terms)
    if beside in {"PARTY", "CHANNEL"}:
        return Dimension(beside.lower())
    aspects = [_is_outcome(word, glossary) for word in words_of(terms, "ASPECT")]
    if aspects:
        return Dimension.OUTCOME if any(aspects) else None
    return Dimension.SUBJECT


def _is_of_the_body(terms: Sequence[Term]) -> bool:
    """Whether a clause goes on to what the whole body does: 我局收到."""
    return kind_of(_first(terms)) == "OWN"


def _beside_number(terms: Sequence[Term]) -> str:
    """Return the class of the term before the number, or after it where none stands before."""
    said = [kind_of(term) for term in terms if kind_of(term) not in {"FILL", "LINK", "AMONG"}]
    if "Count" not in said:
        return ""
    place = said.index("Count")
    return said[place - 1] if place else (said[1] if len(said) > 1 else "")


def _is_outcome(word: Word, glossary: Glossary) -> bool:
    """Whether `word` tells what became of a case of this report: carried over is another matter."""
    found = [topic.aspect(word.text) for topic in glossary.topics]
    return any(one and one.is_outcome and not one.id.startswith("carried") for one in found)


def _says_complete(clause: Clause) -> bool:
    words = (term.text for term in clause.terms if isinstance(term, Word))
    return any(word.startswith((*_REST, "分别", "分为")) for word in words)
