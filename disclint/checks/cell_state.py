"""Figures by how far they can be read."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import BoundRow, Figure, Misfit, State
from disclint.check import FactNames, Finding, told
from disclint.filling import fill
from disclint.forms import path_name
from disclint.relations import Reckoning
from disclint.wording import Facts


@frozen
class CellState:
    """Figures in one state."""

    looks_at = Reckoning

    state: State = field(converter=State)

    @property
    def facts(self) -> FactNames:
        """The facts of a finding, by variant."""
        usual, determined = "cell text", "cell text value"
        if self.state is not State.FUSED:
            return told(usual, determined=determined)
        return told(usual, determined=determined, padded=usual, run_together="row text expected")

    def look(self, reckoning: Reckoning) -> Iterator[Finding]:
        """Yield a finding at each cell in that state, with its value where relations tell it.

        Of a row in which figures run together, one in all.
        """
        for row in reckoning.table.rows:
            found = [figure for figure in row.figures if figure.state is self.state]
            if found and row.misfit is Misfit.FUSED:
                yield _run_together(row)
            else:
                yield from (_finding(figure, reckoning) for figure in found)


def _run_together(row: BoundRow) -> Finding:
    facts: Facts = {
        "row": path_name(row.form, row.figures[0].slot.row_name),
        "text": spelling.quoted(" ".join(cell.text for cell in row.cells)),
        "expected": len(row.figures),
    }
    return Finding(row.cells[0].span | row.cells[-1].span, facts, variant="run-together")


def _finding(figure: Figure, reckoning: Reckoning) -> Finding:
    facts: Facts = {"cell": figure.name, "text": spelling.quoted(figure.text)}
    value = reckoning.determined.get(figure.slot)
    if value is not None:
        facts |= {"value": value}
        return Finding(figure.span, facts, variant="determined", fix=fill(figure, value))
    return Finding(figure.span, facts, variant="padded" if _is_padded(figure) else "")


def _is_padded(figure: Figure) -> bool:
    """Whether zeros in front make it doubtful whether a cell is one number."""
    return figure.state is State.FUSED and figure.text.startswith("0") and figure.text.isdigit()
