"""A government's figures against those of all bodies under it."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from disclint.check import Finding, NotApplicable, Related, Said, names, told, word
from disclint.comparison import Family
from disclint.forms import Named, path_name
from disclint.relations import Outcome, Status
from disclint.wording import Facts, Wording

_TERM = Wording("{amount}（{place}）", "{amount} ({place})")
_MORE = Wording("…", "...")
_NONE = Wording("均为 0", "all 0")
_MOST_TERMS = 8

_FACTS = "row column left right bodies terms count"


@frozen
class BodySum:
    """The relations of one name between a government's report and those of its bodies."""

    looks_at = Family
    facts = told(_FACTS, several=_FACTS)

    relation: str = field(converter=word, metadata=names("relation"))

    def look(self, family: Family) -> Iterator[Said]:
        """Yield one finding a row that is broken, and why what is not decided could not be."""
        outcomes = list(family.outcomes(self.relation))
        if not outcomes:
            yield NotApplicable()
        broken: dict[Named, list[Outcome]] = {}
        for outcome in outcomes:
            if outcome.status is Status.UNDECIDED:
                yield family.doubt(outcome)
            elif outcome.status is Status.BROKEN:
                broken.setdefault(outcome.sum[0].slot.row, []).append(outcome)
        for together in broken.values():
            yield _finding(family, together)


def _finding(family: Family, outcomes: Sequence[Outcome]) -> Finding:
    """Return a finding at the first figure of a row, with the bodies' ones as related places."""
    first = outcomes[0]
    slot = first.sum[0].slot
    facts: Facts = {
        "row": path_name(slot.form, slot.row_name) if slot.row_name else slot.form.name,
        "column": slot.column.shown,
        "left": first.left or 0,
        "right": first.right or 0,
        "bodies": len(family.others),
        "terms": _terms(family, first),
        "count": len(outcomes),
    }
    related = tuple(
        Related(figure.span, figure.name, child.source)
        for outcome in outcomes
        for child, figure in family.foreign(outcome)
        if figure.amount
    )
    return Finding(first.sum[0].span, facts, "several" if len(outcomes) > 1 else "", related)


def _terms(family: Family, outcome: Outcome) -> Wording:
    """Return the figures of the bodies that are not 0, each with its place."""
    terms = [
        _TERM.filled({"amount": figure.amount, "place": child.cite(figure.span)})
        for child, figure in family.foreign(outcome)
        if figure.amount
    ]
    shown = [*terms[:_MOST_TERMS], *([_MORE] if len(terms) > _MOST_TERMS else [])] or [_NONE]
    return Wording(" + ".join(one.zh for one in shown), " + ".join(one.en for one in shown))
