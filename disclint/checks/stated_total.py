"""Wholes in prose against the parts that it lists."""

from collections.abc import Iterator

from attrs import frozen

from disclint.check import Finding, Related, Said, told
from disclint.statements import StatedWhole
from disclint.wording import Facts, Wording

_PART = Wording("所列的一项", "one of the parts")


@frozen
class StatedTotal:
    """Each whole with listed parts."""

    looks_at = StatedWhole
    facts = told("whole unit parts sum count")

    def look(self, stated: StatedWhole) -> Iterator[Said]:
        """Yield a finding at the whole, where the parts cannot be all of it."""
        listing = stated.listing
        if not listing.is_wrong:
            return
        whole = listing.whole
        facts: Facts = {
            "whole": whole.quantity.value,
            "unit": whole.quantity.unit,
            "parts": " + ".join(f"{part.quantity.value:f}" for part in listing.parts),
            "sum": listing.sum,
            "count": len(listing.parts),
        }
        related = tuple(Related(stated.place(part), _PART) for part in listing.parts)
        yield Finding(stated.place(whole), facts, related=related)
