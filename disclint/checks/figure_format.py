"""Numbers written otherwise than in plain digits."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from disclint import spelling
from disclint.binding.bound import Figure
from disclint.check import Edit, Finding, Fix, told
from disclint.nodes import Quantity
from disclint.parsing.quantity import read_quantity
from disclint.wording import Facts, Wording

_MARKS = {
    "wide-digits": Wording("全角字符", "full-width characters"),
    "thousands-mark": Wording("千分位分隔符", "thousands marks"),
    "space": Wording("空格", "spaces"),
}
_NARROW = str.maketrans("０１２３４５６７８９＋－．％", "0123456789+-.%")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])(?:[,，]\s*|\s+)(?=[0-9])|(?<=[0-9])\s+(?=\.)|(?<=\.)\s+")


@frozen
class FigureFormat:
    """Figures that are certain, but not written plainly."""

    looks_at = Figure
    facts = told("cell text marks plain")

    def look(self, figure: Figure) -> Iterator[Finding]:
        """Yield a finding that names what the number holds besides plain digits."""
        quantity = figure.quantity
        if quantity is None or not quantity.marks:
            return
        marks = [_MARKS[mark] for mark in quantity.marks]
        named = Wording("、".join(mark.zh for mark in marks), ", ".join(mark.en for mark in marks))
        facts: Facts = {
            "cell": figure.name,
            "text": spelling.quoted(figure.text),
            "marks": named,
            "plain": f"{quantity.value:f}{quantity.unit}",
        }
        yield Finding(figure.span, facts, fix=_fix(figure, quantity))


def _fix(figure: Figure, quantity: Quantity) -> Fix | None:
    """Return what writes the number plainly, if it then says just the same."""
    plain = _BETWEEN_DIGITS.sub("", figure.text.translate(_NARROW))
    if not figure.is_in_one_piece or read_quantity(plain) != evolve(quantity, marks=()):
        return None
    return Fix((Edit(figure.span, plain),), is_safe=True)
