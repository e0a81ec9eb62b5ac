"""Labels against the words of the form."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import Misworded
from disclint.check import Finding, told


@frozen
class LabelWording:
    """A label that is not as the form has it."""

    looks_at = Misworded
    facts = told("table written expected", unlabelled="table written expected")

    def look(self, label: Misworded) -> Iterator[Finding]:
        """Yield a finding at the label."""
        yield Finding(
            label.cell.span,
            {
                "table": label.form.name,
                "written": spelling.quoted(label.cell.text),
                "expected": label.expected,
            },
            variant="" if label.cell.text else "unlabelled",
        )
