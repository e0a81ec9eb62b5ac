"""Numbers written otherwise than in plain digits."""

from collections.abc import Iterator

from attrs import frozen

from disclint import spelling
from disclint.binding.bound import Figure
from disclint.check import Finding, told
from disclint.wording import Facts, Wording

_MARKS = {
    "wide-digits": Wording("全角字符", "full-width characters"),
    "thousands-mark": Wording("千分位分隔符", "thousands marks"),
    "space": Wording("空格", "spaces"),
}


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
        yield Finding(figure.span, facts)
