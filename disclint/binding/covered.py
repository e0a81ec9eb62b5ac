"""The blank cells that merged ones cover: where a table keeps them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from disclint.binding.entries import Entry
from disclint.binding.lexicon import lexicon
from disclint.forms import Form
from disclint.nodes import Cell, Row
from disclint.parsing import Unread, read_quantity

_LEAST_ROWS = 2
"""How many rows show that cells are covered; what one row has too many may be a slip."""


class Side(Enum):
    """Where the cells stand that the labels of a row cover."""

    LEADING = "leading"
    """In their place, between the label and the figures."""
    TRAILING = "trailing"
    """Pushed to the end of the row."""


@frozen
class Covered:
    """How one table writes the cells that its labels cover, as far as all of it tells."""

    form: Form
    spare: int = 0
    """The empty columns that the table has at its right end."""
    sides: tuple[Side, ...] = ()
    """The only side, both where none can tell, or none."""

    @property
    def labels(self) -> int:
        """How many cells the labels of a row cover at most."""
        return max(self.form.label_columns - 1, 0)

    def readings(self, values: Sequence[Cell], width: int) -> list[Sequence[Cell]]:
        """Return what the figures are without the covered cells: nothing if that is no reason."""
        fitting = [side for side in self.sides if self.fits(values, width, side)]
        if len(fitting) < len(self.sides):
            return []
        return [values[-width:] if side is Side.LEADING else values[:width] for side in fitting]

    def fits(self, values: Sequence[Cell], width: int, side: Side) -> bool:
        """Whether what `values` have too many may be covered cells on `side`."""
        surplus = len(values) - width
        most = self.labels
        covered = values[:surplus]
        if side is Side.TRAILING:
            most += _widest(self.form) - width + self.spare
            covered = values[len(values) - surplus :]
        return 0 < surplus <= most and not any(cell.text for cell in covered)


def find_covered(form: Form, rows: Sequence[Row], entries: Iterable[Entry]) -> Covered:
    """Return how a table of `rows`, whose figures are those of `entries`, writes covered cells.

    A row that but one side fits shows that side, and so does a head with blanks among or after its
    words; where rows show both, there is nothing to go by.
    """
    filled = [(entry.values, len(entry.key.block.columns)) for entry in entries if entry.key]
    widest = _widest(form)
    longer = [len(values) - widest for values, _ in filled if len(values) > widest]
    covered = Covered(form, min(longer, default=0))
    fitting = [
        {side for side in Side if covered.fits(values, width, side)} for values, width in filled
    ]
    shown = {side for sides in fitting if len(sides) == 1 for side in sides}
    if covered.labels:
        shown.update(_shown_by_words(rows, form))
    if len(shown) > 1 or sum(shown <= sides for sides in fitting if sides) < _LEAST_ROWS:
        return covered
    return evolve(covered, sides=tuple(shown or Side))


def _widest(form: Form) -> int:
    return max(len(block.columns) for block in form.blocks)


def _shown_by_words(rows: Iterable[Row], form: Form) -> Iterator[Side]:
    """Yield the side that the rows of the head show, and the blanks before labels."""
    known = lexicon(form).row
    in_head = True
    for row in rows:
        texts = [cell.text for cell in row.cells]
        labels = [index for index, text in enumerate(texts) if known(text)]
        in_head = in_head and not labels
        words = labels
        if in_head:
            words = [i for i, text in enumerate(texts) if read_quantity(text) is Unread.WORDS]
        if words and not all(texts[: words[-1]]):
            yield Side.LEADING
        elif in_head and len(words) > 1 and words[-1] + 1 < len(texts):
            yield Side.TRAILING
