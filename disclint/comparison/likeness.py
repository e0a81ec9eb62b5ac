"""Sections that may be nearly the same, found among thousands without setting each against each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

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
    """The likeliest first."""


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
            others = tuple(shelf.like(filing, prose))
            yield Likeness(filing=filing, prose=prose, others=others)
        for prose in filing.prose:
            shelves[prose.section.number].add(filing, prose)


@define(eq=False)
class _Shelf:
    """One section of all reports so far, by the marks of its text."""

    _sections: list[tuple[Filing, Prose]] = field(factory=list, init=False)
    _holders: defaultdict[int, list[int]] = field(factory=lambda: defaultdict(list), init=False)

    def add(self, filing: Filing, prose: Prose) -> None:
        """Put a section on the shelf."""
        for mark in prose.sketch:
            holders = self._holders[mark]
            if len(holders) < _MOST_HOLDERS:
                holders.append(len(self._sections))
        self._sections.append((filing, prose))

    def like(self, filing: Filing, prose: Prose) -> Iterator[tuple[Filing, Prose]]:
        """Yield the sections that share most marks with `prose`."""
        counts = Counter(at for mark in prose.sketch for at in self._holders.get(mark, ()))
        found = 0
        for at, _ in counts.most_common():
            other, theirs = self._sections[at]
            if in_common(prose.sketch, theirs.sketch) < _LEAST_IN_COMMON:
                continue
            if _is_another(filing, other):
                yield other, theirs
                found += 1
            if found == _MOST_CANDIDATES:
                return


def _is_another(filing: Filing, other: Filing) -> bool:
    """Whether two reports are certainly not one and the same."""
    if filing.body == other.body:
        return filing.identity.year != other.identity.year
    return not may_be_one(filing.body, other.body)
