"""Tables that write zero as blank."""

from collections.abc import Iterator

from attrs import frozen

from disclint.blanks import read_blanks
from disclint.check import Finding
from disclint.relations import Reckoning


@frozen
class BlankAsZero:
    """Blanks that stand for zero by the table's own habit."""

    looks_at = Reckoning

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield one finding a table, at the first of its blanks."""
        blanks = read_blanks(reckoning).as_zero
        if blanks:
            yield Finding(
                blanks[0].span, {"table": reckoning.table.form.name, "count": len(blanks)}
            )
