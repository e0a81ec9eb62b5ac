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
_COMPLETE = ("分别", "分为")


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
    is_open: bool
    """Whether it says that it leaves some out."""

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
        is_one_short = excess == -1 and whole >= _SMALLEST_WHOLE and not self.is_open
        return excess < 0 and (self.is_complete or is_one_short)


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
        following = sentence.clauses[index + 1 : index + MOST_CLAUSES]
        ahead = sentence.clauses[max(0, index - MOST_CLAUSES) : index]
        yield from _of_clause(clause, ahead, following, glossary)
        for term in clause.terms:
            if isinstance(term, Aside):
                inner = Sentence(clauses=term.clauses, span=term.span)
                yield from _find(inner, glossary)


def _of_clause(
    clause: Clause, ahead: Sequence[Clause], following: Sequence[Clause], glossary: Glossary
) -> Iterator[Listing]:
    """Yield the whole that a clause ends in, with its parts in brackets or in what follows."""
    counts = [term for term in clause.terms if isinstance(term, Count)]
    if not counts or counts[-1].quantity.about or not counts[-1].quantity.unit:
        return
    whole = counts[-1]
    after = clause.terms[clause.terms.index(whole) + 1 :]
    aside = next((term for term in after if isinstance(term, Aside)), None)
    if aside:
        yield from _listed(whole, aside.clauses, glossary)
    elif (
        following
        and (clause.mark == ":" or _begins_parts(following[0]))
        and not _is_one_of_several(whole, clause, ahead)
    ):
        yield from _listed(whole, following, glossary)


def _is_one_of_several(whole: Count, clause: Clause, ahead: Sequence[Clause]) -> bool:
    """Whether 其中 may be of other numbers too: 新收9件，上年结转1件，其中; or of none of these."""
    others = [
        term
        for one in (*ahead, clause)
        for term in one.terms
        if isinstance(term, Count) and term is not whole
    ]
    kinds = kinds_of(clause.terms)
    return bool(kinds & {"CHANGE", "LAST"}) or any(
        other.quantity.unit == whole.quantity.unit for other in others
    )


def _begins_parts(clause: Clause) -> bool:
    return kind_of(_first(clause.terms)) in {"AMONG", "EVENLY"}


def _first(terms: Sequence[Term]) -> Term | None:
    return next((term for term in terms if kind_of(term) != "FILL"), None)


def _listed(whole: Count, clauses: Sequence[Clause], glossary: Glossary) -> Iterator[Listing]:
    """Yield the parts in `clauses`; nothing where one that may be a part is not understood."""
    parts: list[Count] = []
    dimension: Dimension | None = None
    says_complete = last_is_rest = is_open = False
    for clause in clauses:
        counts = [term for term in clause.terms if isinstance(term, Count)]
        if not counts and not parts and kinds_of(clause.terms) & {"AMONG", "EVENLY"}:
            says_complete |= _says(clause, _COMPLETE)
            continue
        if parts and counts and _begins_parts(clause):
            continue  # a part of the part before
        if not any(count.quantity.unit == whole.quantity.unit for count in counts):
            break
        own = _dimension(clause.terms, glossary)
        if own is None:
            break
        if len(counts) > 1 or counts[0].quantity.about or own is not (dimension or own):
            return
        dimension = own
        parts.append(counts[0])
        says_complete |= _says(clause, _COMPLETE)
        last_is_rest, is_open = _says(clause, _REST), _is_open(clause, counts[0])
    if dimension:
        yield Listing(
            whole=whole,
            parts=tuple(parts),
            dimension=dimension,
            is_complete=(says_complete or last_is_rest) and not is_open,
            is_open=is_open,
        )


def _is_open(clause: Clause, part: Count) -> bool:
    """Whether 等 after a part says that there are more."""
    behind = clause.terms[clause.terms.index(part) + 1 :]
    return any(isinstance(term, Word) and term.text.startswith("等") for term in behind)


def _dimension(terms: Sequence[Term], glossary: Glossary) -> Dimension | None:
    """Return by what the part in a clause is told from the others; nothing if it is no part."""
    kinds = kinds_of(terms)
    if kinds & {"SUM", "ALSO", "CHANGE", "PORTION"}:
        return None
    beside = _beside_number(terms)
    if beside in {"PARTY", "CHANNEL"}:
        return Dimension(beside.lower())
    aspects = [_is_outcome(word, glossary) for word in words_of(terms, "ASPECT")]
    if aspects:
        return Dimension.OUTCOME if any(aspects) else None
    return Dimension.SUBJECT


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


def _says(clause: Clause, words: tuple[str, ...]) -> bool:
    found = (term.text for term in clause.terms if isinstance(term, Word))
    return any(word.startswith(words) for word in found)
