"""Sections that may be nearly the same, found among thousands without setting each against each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import define, field, frozen

from disclint.comparison.filing import Filing, Prose
from disclint.comparison.names import may_be_one
from disclint.comparison.shingles import in_common

_LEAST_IN_COMMON = 4
"""How many marks of sixteen two sections share that are looked at closely."""
_MOST_HOLDERS = 20
"""So many sections are kept for a mark: what they all share, one of them is enough to show."""
_MOST_CANDIDATES = 5


@frozen(kw_only=True, eq=False)
class Likeness:
    """A section of a report and the same one of earlier reports that may be nearly the same."""

    filing: Filing
    prose: Prose
    others: tuple[tuple[Filing, Prose], ...]
    """The last one of the same body first, then the likeliest."""


def find_likenesses(filings: Sequence[Filing]) -> Iterator[Likeness]:
    """Yield each section of a report for which there are others, with those that are like it.

    Earlier is a report on an earlier year, or of the same year and further to the front. Only
    reports that are certainly not one and the same are set against each other.
    """
    known = [filing for filing in filings if filing.body and filing.identity.year]
    if len(known) < 2:  # noqa: PLR2004 - for what is alone there is nothing to be like
        return
    shelves: dict[str, _Shelf] = defaultdict(_Shelf)
    for filing in sorted(known, key=lambda one: one.identity.year or 0):
        for prose in filing.prose:
            shelf = shelves[prose.section.number]
            others = tuple(islice(shelf.like(filing, prose), _MOST_CANDIDATES))
            yield Likeness(filing=filing, prose=prose, others=others)
        for prose in filing.prose:
            shelves[prose.section.number].add(filing, prose)


@define(eq=False)
class _Shelf:
    """One section of all reports so far, by the marks of its text."""

    _sections: list[tuple[Filing, Prose]] = field(factory=list, init=False)
    _holders: defaultdict[int, list[int]] = field(factory=lambda: defaultdict(list), init=False)
    _latest: dict[str, int] = field(factory=dict, init=False)
    """The last section so far of each body."""

    def add(self, filing: Filing, prose: Prose) -> None:
        """Put a section on the shelf."""
        at = len(self._sections)
        self._sections.append((filing, prose))
        self._latest[filing.body] = at
        for mark in prose.sketch:
            holders = self._holders[mark]
            if len(holders) < _MOST_HOLDERS:
                holders.append(at)

    def like(self, filing: Filing, prose: Prose) -> Iterator[tuple[Filing, Prose]]:
        """Yield the sections that share many marks with `prose`, in the order of `others`."""
        counts = Counter(at for mark in prose.sketch for at in self._holders.get(mark, ()))
        likeliest = [at for at, _ in counts.most_common()]
        if filing.body in self._latest:
            likeliest.insert(0, self._latest[filing.body])
        for at in dict.fromkeys(likeliest):
            other, theirs = self._sections[at]
            is_alike = in_common(prose.sketch, theirs.sketch) >= _LEAST_IN_COMMON
            if is_alike and _is_another(filing, other):
                yield other, theirs


def _is_another(filing: Filing, other: Filing) -> bool:
    """Whether two reports are certainly not one and the same."""
    if filing.body == other.body:
        return filing.identity.year != other.identity.year
    return not may_be_one(filing.body, other.body)
