"""Rows that the form does not have."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import UnknownRow
from disclint.check import Finding, told
from disclint.wording import Facts


@frozen
class StrangeRow:
    """A row with figures that is none of the form."""

    looks_at = UnknownRow
    facts = told("table label", again="table label", unlabelled="table label")

    def look(self, row: UnknownRow) -> Iterator[Finding]:
        """Yield a finding at the row's label."""
        facts: Facts = {"table": row.form.name, "label": spelling.quoted(row.label)}
        variant = "again" if row.again else "" if row.label else "unlabelled"
        yield Finding(row.span, facts, variant)
