"""Tables that write zero as blank."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundTable
from disclint.blanks import read_blanks
from disclint.check import Finding


@frozen
class BlankAsZero:
    """Blanks that stand for zero by the table's own habit."""

    looks_at = BoundTable

    def look(self, table: BoundTable) -> Iterator[Finding]:
        """Yield one finding a table, at the first of its blanks."""
        blanks = read_blanks(table).as_zero
        if blanks:
            yield Finding(blanks[0].span, {"table": table.form.name, "count": len(blanks)})
