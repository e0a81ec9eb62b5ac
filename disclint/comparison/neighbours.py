"""Each report with the one on the year before and with those of the bodies under it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from disclint.comparison.filing import Filing
from disclint.comparison.kin import Family, Succession
from disclint.comparison.names import body_of, is_office, may_be_one, names_under
from disclint.forms import Scope
from disclint.spelling import normal
from disclint.wording import Facts, Wording

_NAMELESS = Wording(
    "看不出是哪个机关、哪一年的报告",
    "which body reports on which year cannot be told",
)
_DOUBLE = Wording(
    "同一机关、同一年份的报告不止一份：{paths}",
    "there is more than one report of one body on one year: {paths}",
)
_MISSING = Wording("缺所属机关 {year} 年的报告：{names}", "no report on {year} of {names}")
_MOST_NAMED = 5

Bodies = Mapping[str, Sequence[str]]
"""The names of the bodies under each government."""


@frozen(kw_only=True, eq=False)
class Neighbours:
    """A report with those that it is set against."""

    filing: Filing
    succession: Succession | None = None
    family: Family | None = None
    doubts: Mapping[Scope, Wording] = field(factory=dict)
    """Why it cannot be told which reports these are, where there are any at all."""

    def kin(self) -> Iterator[Succession | Family]:
        """Yield the nodes whose figures hang together with those of the report."""
        if self.succession:
            yield self.succession
        if self.family:
            yield self.family


def find_neighbours(
    filings: Sequence[Filing], bodies: Bodies, previous: Filing | None = None
) -> Iterator[Neighbours]:
    """Yield each of `filings` with those that it is set against.

    `previous` is taken for the report on the year before wherever it can be that.
    """
    shelf = _Shelf.of(filings, bodies)
    for filing in filings:
        is_named = previous is not None and can_be_before(previous, filing)
        last = previous if is_named else shelf.before(filing)
        children = shelf.children(filing)
        doubts: dict[Scope, Wording] = {}
        if isinstance(last, Wording):
            doubts[Scope.LAST_YEAR] = last
        if isinstance(children, Wording):
            doubts[Scope.BODIES] = children
        yield Neighbours(
            filing=filing,
            succession=Succession(filing, (last,)) if isinstance(last, Filing) else None,
            family=Family(filing, children) if isinstance(children, tuple) else None,
            doubts=doubts,
        )


def can_be_before(previous: Filing, filing: Filing) -> bool:
    """Whether `previous` may be of the same body on the year before, for all that they say."""
    last, year = previous.identity.year, filing.identity.year
    return may_be_one(previous.body, filing.body) and (
        last is None or year is None or last == year - 1
    )


@frozen(eq=False)
class _Shelf:
    """All reports of a run, by body and year."""

    filings: Mapping[tuple[str, int], Sequence[Filing]]
    families: Mapping[str, Sequence[str]]
    offices: frozenset[str]
    """The offices of governments that are listed as bodies of their own."""
    is_full: bool
    """Whether there are several reports."""

    @classmethod
    def of(cls, filings: Sequence[Filing], bodies: Bodies) -> "_Shelf":
        """Return the shelf of `filings`, with `bodies` under each government."""
        children = [name for names in bodies.values() for name in names]
        offices = frozenset(normal(name) for name in children if is_office(name))
        placed: dict[tuple[str, int], list[Filing]] = {}
        for filing in filings:
            name = body_of(filing.identity.body, offices)
            if name and filing.identity.year:
                slot = placed.setdefault((name, filing.identity.year), [])
                if not any(_is_same_file(filing, other) for other in slot):
                    slot.append(filing)
        families = {body_of(parent): names for parent, names in bodies.items()}
        return cls(placed, families, offices, len(filings) > 1)

    def before(self, filing: Filing) -> Filing | Wording | None:
        """Return the report on the year before, or why it cannot be told which that is."""
        name, year = body_of(filing.identity.body, self.offices), filing.identity.year
        if not name or year is None:
            return _NAMELESS if self.is_full else None
        last = self.filings.get((name, year - 1), ())
        for found in (self.filings[name, year], last):
            if last and len(found) > 1:
                return _double(found)
        return last[0] if last else None

    def children(self, filing: Filing) -> tuple[Filing, ...] | Wording | None:
        """Return the reports of all bodies under a government, or why these are not certain."""
        parent, year = body_of(filing.identity.body, self.offices), filing.identity.year
        names = self.families.get(parent)
        if names is None or year is None:
            return None
        own = self.filings[parent, year]
        found = [list(self._called(name, parent, year)) for name in names]
        if absent := [name for name, reports in zip(names, found, strict=True) if not reports]:
            return _MISSING.filled({"year": year, "names": _listed(absent)})
        for reports in (own, *found):
            if len(reports) > 1:
                return _double(reports)
        return tuple(reports[0] for reports in found)

    def _called(self, name: str, parent: str, year: int) -> Iterator[Filing]:
        for known in names_under(parent, name, self.offices):
            yield from self.filings.get((known, year), ())


def _is_same_file(filing: Filing, other: Filing) -> bool:
    """Whether a file has been named twice, or a copy of it."""
    return filing.source is not other.source and filing.source.text == other.source.text


def _double(filings: Iterable[Filing]) -> Wording:
    return _DOUBLE.filled({"paths": _listed([filing.source.path for filing in filings])})


def _listed(names: Sequence[str]) -> Wording:
    more = len(names) - _MOST_NAMED
    shown = names[:_MOST_NAMED]
    rest: Facts = {"count": more}
    end = Wording(" 等，另有 {count} 个", " and {count} more").filled(rest) if more > 0 else None
    return Wording(
        "、".join(shown) + (end.zh if end else ""), ", ".join(shown) + (end.en if end else "")
    )
