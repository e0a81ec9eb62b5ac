"""Rows of the form that are not there."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundTable
from disclint.check import Finding, told
from disclint.forms import path_name
from disclint.wording import Facts

_MOST_BY_NAME = 5


@frozen
class RowPresence:
    """The rows of a form, at the row after which each is due."""

    looks_at = BoundTable
    facts = told("row", many="table count row")

    def look(self, table: BoundTable) -> Iterator[Finding]:
        """Yield a finding for each row missing, or one in all where there are many."""
        missing = table.missing_rows
        names = [path_name(table.form, block.title, row.shown) for row, block, _ in missing]
        if len(missing) > _MOST_BY_NAME:
            facts: Facts = {"table": table.form.name, "count": len(missing), "row": names[0]}
            yield Finding(missing[0][2], facts, variant="many")
            return
        for name, (_, _, after) in zip(names, missing, strict=True):
            yield Finding(after, {"row": name})
