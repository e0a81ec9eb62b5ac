"""Signs of increase in one style."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundTable
from disclint.check import Finding, told
from disclint.forms import Kind
from disclint.wording import Facts


@frozen
class SignStyle:
    """Increases that are written with + in some rows and without in others."""

    looks_at = BoundTable
    facts = told("cell signed unsigned")

    def look(self, table: BoundTable) -> Iterator[Finding]:
        """Yield one finding a table, at the first increase that is not written like the first."""
        increases = [
            (figure, figure.quantity.sign == "+")
            for figure in table.figures()
            if figure.slot.column.kind is Kind.CHANGE
            and figure.quantity
            and figure.quantity.value > 0
        ]
        signed = sum(1 for _, sign in increases if sign)
        if not 0 < signed < len(increases):
            return
        odd = next(figure for figure, sign in increases if sign is not increases[0][1])
        facts: Facts = {"cell": odd.name, "signed": signed, "unsigned": len(increases) - signed}
        yield Finding(odd.span, facts)
