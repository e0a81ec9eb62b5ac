"""Figures that go on from the report on the year before."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from disclint.check import Finding, NotApplicable, Related, Said, names, told, word
from disclint.comparison import Succession
from disclint.forms import Over, path_name
from disclint.relations import Outcome, Status, written_out
from disclint.wording import Facts, Wording

_PAIR = Wording("{column} {left}（上一年为 {right}）", "{column} {left} ({right} the year before)")


@frozen
class Chain:
    """The relations of one name between a report and that on the year before."""

    looks_at = Succession
    facts = told(
        "cell row columns left right left_figures right_figures their_row place",
    )

    relation: str = field(converter=word, metadata=names("relation"))

    def look(self, succession: Succession) -> Iterator[Said]:
        """Yield one finding a row that is broken, and why what is not decided could not be."""
        outcomes = list(succession.outcomes(self.relation))
        if not outcomes:
            yield NotApplicable()
        broken: dict[object, list[Outcome]] = {}
        for outcome in outcomes:
            if outcome.status is Status.UNDECIDED:
                yield succession.doubt(outcome)
            elif outcome.status is Status.BROKEN:
                broken.setdefault(_row(outcome), []).append(outcome)
        for together in broken.values():
            yield _finding(succession, together)


def _row(outcome: Outcome) -> object:
    """Return what is the same for all that one slip in copying a row breaks."""
    return outcome.relation if outcome.relation.over is Over.COLUMNS else outcome


def _finding(succession: Succession, outcomes: Sequence[Outcome]) -> Finding:
    """Return a finding at the first figure, with those of the year before as related places."""
    first, before = outcomes[0], succession.before
    slot = first.sum[0].slot
    facts: Facts = {
        "cell": slot.name,
        "row": path_name(slot.form, slot.row_name),
        "columns": _columns(outcomes),
        "left": first.left or 0,
        "right": first.right or 0,
        "left_figures": written_out(first.sum),
        "right_figures": written_out(first.against),
        "their_row": first.foreign[0].slot.row.brief,
        "place": before.cite(first.foreign[0].span),
    }
    related = tuple(
        Related(figure.span, figure.name, before.source)
        for outcome in outcomes
        for figure in outcome.foreign
    )
    return Finding(first.sum[0].span, facts, related=related)


def _columns(outcomes: Sequence[Outcome]) -> Wording:
    """Return each column with what it says and what the year before says."""
    pairs = [
        _PAIR.filled(
            {
                "column": outcome.sum[0].slot.column.label,
                "left": outcome.left or 0,
                "right": outcome.right or 0,
            }
        )
        for outcome in outcomes
    ]
    return Wording("、".join(pair.zh for pair in pairs), ", ".join(pair.en for pair in pairs))
