"""Relations of the form that do not hold, with what explains them."""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from disclint.binding.bound import Figure
from disclint.causes import Account, Cause, Correction, Kind, is_left_at_zero
from disclint.causes.slips import Slip
from disclint.check import (
    Finding,
    NotApplicable,
    Related,
    Said,
    ToldElsewhere,
    Undecided,
    names,
    told,
    word,
)
from disclint.forms import Over
from disclint.relations import Outcome, Status, working, written_out
from disclint.wording import Facts, Wording

_NOTHING = Wording("", "")
_WORDS = {
    Kind.EXCHANGED: Wording(
        "；{corrections}，这两格疑似互换",
        "; {corrections}: the two seem to stand in each other's place",
    ),
    Kind.SHIFTED: Wording(
        "；{corrections}，这几格疑似错了一列",
        "; {corrections}: they seem to stand one column from where they belong",
    ),
    Kind.SPLIT: Wording(
        "；{corrections}，一个数疑似拆在了两格里",
        "; {corrections}: one figure seems to be spread over two cells",
    ),
    Kind.ROW: Wording(
        "；共 {count} 列如此，差额恰为“{rows}”一行，这一行疑似重复统计，或未计入总计",
        '; so in {count} columns, each time by just the row "{rows}", '
        "which seems to be counted twice, or left out of the total",
    ),
    Kind.EITHER: Wording(
        "；可能是{corrections}，也可能是{others}",
        "; either {corrections}, or {others}",
    ),
    Slip.LEFT_AT_ZERO: Wording("；总计疑似漏填", "; the total seems to be left at 0"),
}


@frozen
class Relation:
    """The relations of one name, wherever they are broken and no one figure explains it."""

    looks_at = Account
    facts = told("cell axis left right left_labels right_labels left_figures right_figures cause")

    relation: str = field(converter=word, metadata=names("relation"))

    def look(self, account: Account) -> Iterator[Said]:
        """Yield one finding a cause, and why what is not decided could not be."""
        outcomes = [
            outcome
            for outcome in account.reckoning.outcomes
            if outcome.relation.name == self.relation
        ]
        if not outcomes:
            yield NotApplicable()
        for cause in account.causes:
            if cause.kind is not Kind.FIGURE and cause.outcomes[0] in outcomes:
                yield _finding(cause)
            elif own := tuple(outcome for outcome in cause.outcomes if outcome in outcomes):
                yield ToldElsewhere(otherwise=_finding(evolve(cause, outcomes=own)))
        for outcome in outcomes:
            if outcome.status is Status.UNDECIDED:
                yield Undecided(outcome.reason, outcome.doubt)


def _finding(cause: Cause) -> Finding:
    """Return a finding at the first figure of the first relation that `cause` explains."""
    first = cause.outcomes[0]
    facts: Facts = {
        "cell": first.sum[0].name,
        "axis": first.axis,
        "left": first.left or 0,
        "right": first.right or 0,
        "left_labels": _labels(first, first.sum),
        "right_labels": _labels(first, first.against),
        "left_figures": written_out(first.sum),
        "right_figures": written_out(first.against),
        "cause": _say(cause),
    }
    related = tuple(Related(o.sum[0].span, o.axis) for o in cause.outcomes[1:])
    workings = tuple(map(working, cause.outcomes))
    return Finding(first.sum[0].span, facts, related=related, workings=workings)


def _labels(outcome: Outcome, figures: Sequence[Figure]) -> str:
    names = (
        figure.slot.column.label if outcome.relation.over is Over.ROWS else figure.slot.row.label
        for figure in figures
    )
    return " + ".join(names) or "0"


def _say(cause: Cause) -> Wording:
    """Return what explains the relations, to follow on what is wrong with the first."""
    words = _WORDS.get(cause.kind, _NOTHING)
    if cause.kind is Kind.RELATION and is_left_at_zero(cause.outcomes):
        words = _WORDS[Slip.LEFT_AT_ZERO]
    return words.filled(
        {
            "corrections": _listed(cause.corrections),
            "others": _listed(cause.others),
            "rows": Wording(
                "”或“".join(row.brief for row in cause.rows),
                '" or "'.join(row.brief for row in cause.rows),
            ),
            "count": len({o.axis for o in cause.outcomes}),
        }
    )


def _listed(corrections: Sequence[Correction]) -> Wording:
    """Name each figure with what it should be."""
    names = [(correction.figure.name, f"{correction.value:f}") for correction in corrections]
    return Wording(
        "、".join(f"{name.zh}应为 {value}" for name, value in names),
        ", ".join(f"{name.en} should be {value}" for name, value in names),
    )
