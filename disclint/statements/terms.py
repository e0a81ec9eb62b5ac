"""The terms of a clause, asked for their class and for what stands beside them."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.nodes import Aside, Clause, Count, Term, Word

MATTER = frozenset({"TOPIC", "ASPECT", "PARTY"})
"""The classes of words that say what is counted."""
MAY_NARROW = frozenset({"CHANNEL", "OTHERS", "CHANGE", "PORTION", "RATE", "PLAN"})
"""The classes of words that may say that a number is not of the whole."""
_TOUCHING = MATTER | {"FIELD", "SUM", "LINK", "ALL", "AND", "OWN", "ANYONE"}
MOST_CLAUSES = 60
"""How far parts of one whole, or numbers that are dealt out, are looked for."""
_DAYS = frozenset({"个工作日", "工作日", "天", "日", "小时", "分钟", "年", "月", "个月"})
_OF = frozenset({"的", "中"})
_NO_CASES = frozenset({"情况", "情形", "现象", "事件", "问题", "行为"})


def kind_of(term: Term | None) -> str:
    """Return the class of a word, else the name of the node; nothing for no term."""
    if isinstance(term, Word):
        return term.kind
    return type(term).__name__ if term else ""


def kinds_of(terms: Sequence[Term]) -> frozenset[str]:
    """Return the classes that are there."""
    return frozenset(map(kind_of, terms))


def words_of(terms: Sequence[Term], kind: str) -> list[Word]:
    """Return the words of one class."""
    return [term for term in terms if isinstance(term, Word) and term.kind == kind]


def holds_matter(terms: Sequence[Term]) -> bool:
    """Whether a word says what is counted."""
    return not MATTER.isdisjoint(kinds_of(terms))


@frozen(eq=False)
class Phrase:
    """A clause without the words that change nothing."""

    clause: Clause
    terms: tuple[Term, ...]

    @classmethod
    def of(cls, clause: Clause) -> "Phrase":
        """Return `clause` without fillers and without in how many days something is done.

        A reason with 等 after it is one of several, and does not say which is counted.
        """
        following = (*clause.terms[1:], None)
        return cls(
            clause,
            tuple(
                term
                for term, after in zip(clause.terms, following, strict=True)
                if not _says_nothing(term) and not _is_one_of_several(term, after)
            ),
        )

    @property
    def opening(self) -> str:
        """The class of the first term that says anything."""
        return kind_of(next(iter(self.terms), None))

    def counts(self) -> Iterator[tuple[int, Count]]:
        """Yield each number with its place among the terms."""
        for place, term in enumerate(self.terms):
            if isinstance(term, Count):
                yield place, term

    def asides(self) -> Iterator[Clause]:
        """Yield the clauses in brackets."""
        for term in self.terms:
            if isinstance(term, Aside):
                yield from term.clauses

    def goes_with_next(self, word: Term) -> bool:
        """Whether `word` tells something of what follows, as in 全部办结的申请中."""
        return bool(_OF.intersection(self._after(word)[:1]))

    def is_divided(self, word: Term) -> bool:
        """Whether what follows is said of some of what `word` means: 申请中有45件."""
        return self._after(word)[:1] == ["中"]

    def tells_which_cases(self, word: Term) -> bool:
        """Whether `word` tells which cases are meant, 未作出决定的案件, not that there are none."""
        first, *second = self._after(word) or [""]
        return first == "的" and not _NO_CASES.issuperset(second)

    def _after(self, word: Term) -> list[str]:
        """Return the two words that are written right after `word`, if they are there."""
        terms = self.clause.terms
        place = next((at for at, term in enumerate(terms) if term is word), len(terms))
        return [term.text for term in terms[place + 1 : place + 3] if isinstance(term, Word)]


def _says_nothing(term: Term) -> bool:
    return kind_of(term) == "FILL" or (isinstance(term, Count) and term.quantity.unit in _DAYS)


def _is_one_of_several(term: Term, after: Term | None) -> bool:
    is_open = isinstance(after, Word) and after.kind == "FILL" and after.text.startswith("等")
    return kind_of(term) == "ASPECT" and is_open


def run(terms: Sequence[Term]) -> tuple[list[Term], Term | None]:
    """Return the terms that touch, from the first on, and the one that ends them."""
    touching: list[Term] = []
    for term in terms:
        if isinstance(term, Aside) and _is_reason(term):
            touching += [word for clause in term.clauses for word in clause.terms]
        elif kind_of(term) in _TOUCHING:
            touching.append(term)
        else:
            return touching, term
    return touching, None


def _is_reason(aside: Aside) -> bool:
    """Whether words in brackets say nothing but which aspect is meant."""
    words = [term for clause in aside.clauses for term in clause.terms]
    return kinds_of(words) <= {"ASPECT", "FILL"}


def groups(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """Yield the parts of `terms` that 和 or 、 sets side by side."""
    group: list[Term] = []
    for term in terms:
        if kind_of(term) != "AND":
            group.append(term)
        elif group:
            yield group
            group = []
    if group:
        yield group


def last_verbs(terms: Sequence[Term]) -> list[Word]:
    """Return the last words for aspects that stand side by side: 受理并答复."""
    found: list[Word] = []
    for term in reversed(terms):
        if isinstance(term, Word) and term.kind == "ASPECT":
            found.insert(0, term)
        elif found and kind_of(term) in MATTER:
            break
    return found
