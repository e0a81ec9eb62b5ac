"""Tables that write zero as blank."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from disclint.binding.bound import Figure
from disclint.blanks import read_blanks
from disclint.check import Finding, told
from disclint.forms import path_name
from disclint.relations import Reckoning
from disclint.wording import Wording


@frozen
class BlankAsZero:
    """Blanks that stand for zero by the table's own habit."""

    looks_at = Reckoning
    facts = told("table count")

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield one finding a table, at the first of its blanks."""
        blanks = read_blanks(reckoning).as_zero
        if blanks:
            yield Finding(blanks[0].span, {"table": _place(blanks), "count": len(blanks)})


def _place(blanks: Sequence[Figure]) -> Wording:
    """Return the name of the table, or of its column if the blanks are in one column only."""
    slot = blanks[0].slot
    if len(slot.block.columns) > 1 and all(one.slot.column is slot.column for one in blanks):
        return path_name(slot.form, slot.column.shown)
    return slot.form.name
