"""What a cause of broken relations is."""

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from disclint.binding.bound import Figure
from disclint.forms import Named
from disclint.relations import Outcome


class Kind(StrEnum):
    """What a cause is."""

    FIGURE = "figure"
    """One wrong figure; its right value is determined."""
    EXCHANGED = "exchanged"
    """Two neighbours of a row that stand in each other's place."""
    SHIFTED = "shifted"
    """Figures of a row that stand one column from where they belong."""
    SPLIT = "split"
    """One figure that is spread over two cells."""
    ROW = "row"
    """A whole row that is counted twice, or left out of the total."""
    EITHER = "either"
    """One of two explanations that are equally small."""
    RELATION = "relation"
    """None that is known: the relation speaks for itself."""


@frozen(eq=False)
class Correction:
    """A figure and what it should be."""

    figure: Figure
    value: Decimal


@frozen(kw_only=True, eq=False)
class Cause:
    """What explains some broken relations."""

    kind: Kind
    outcomes: tuple[Outcome, ...]
    """The broken relations that it explains."""
    corrections: tuple[Correction, ...] = ()
    """What mends them."""
    others: tuple[Correction, ...] = ()
    """What would mend them as well, where there is another explanation."""
    rows: tuple[Named, ...] = ()
    """The rows, any one of which may be counted twice or left out."""
