"""Percentages in prose against the figures beside them."""

from collections.abc import Iterator

from attrs import frozen

from disclint.check import Finding, Related, Said, told
from disclint.statements import StatedPercentage as Stated
from disclint.wording import Facts, Wording

_DECIMALS = 2
_PART = Wording("所依据的数", "a figure that it is worked out from")


@frozen
class StatedPercentage:
    """Each percentage whose own figures stand beside it."""

    looks_at = Stated
    facts = told("said exact part whole")

    def look(self, stated: Stated) -> Iterator[Said]:
        """Yield a finding where the figures give another one, however it is rounded."""
        percentage = stated.percentage
        if not percentage.is_wrong:
            return
        facts: Facts = {
            "said": percentage.stated.quantity.value,
            "exact": round(percentage.exact[0], _DECIMALS),
            "part": percentage.part.quantity.value,
            "whole": percentage.whole.quantity.value,
        }
        figures = (percentage.part, percentage.whole)
        related = tuple(Related(stated.place(figure), _PART) for figure in figures)
        yield Finding(stated.place(percentage.stated), facts, related=related)
