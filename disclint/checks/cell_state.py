"""Figures by how far they can be read."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import Figure, State
from disclint.check import Finding
from disclint.relations import Reckoning
from disclint.wording import Facts


@frozen
class CellState:
    """Figures in one state."""

    looks_at = Reckoning

    state: State = field(converter=State)

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding at each cell in that state, with its value where relations tell it."""
        for figure in reckoning.table.figures():
            if figure.state is self.state:
                yield _finding(figure, reckoning)


def _finding(figure: Figure, reckoning: Reckoning) -> Finding:
    facts: Facts = {"cell": figure.name, "text": spelling.quoted(figure.text)}
    value = reckoning.determined.get(figure.slot)
    if value is not None:
        return Finding(figure.span, facts | {"value": value}, variant="determined")
    return Finding(figure.span, facts, variant="padded" if _is_padded(figure) else "")


def _is_padded(figure: Figure) -> bool:
    """Whether zeros in front make it doubtful whether a cell is one number."""
    return figure.state is State.FUSED and figure.text.startswith("0") and figure.text.isdigit()
