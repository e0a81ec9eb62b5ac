"""Figures by how far they can be read."""

from collections.abc import Iterator

from attrs import field, frozen

from disclint import spelling
from disclint.binding.bound import Figure, State
from disclint.check import Finding


@frozen
class CellState:
    """Figures in one state."""

    looks_at = Figure

    state: State = field(converter=State)

    def look(self, figure: Figure) -> Iterator[Finding]:
        """Yield a finding at a cell in that state."""
        if figure.state is self.state:
            text = spelling.quoted(figure.text)
            yield Finding(figure.span, {"cell": figure.name, "text": text})
