"""Reports whose tables have lost their borders: which figures are read, and whether rightly.

`python -m benchmarks.borderless` prints the table that stands in docs/accuracy.md.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random

from benchmarks.figures import EDITIONS, Figures, slots, valid_figures
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source
from tests.writing import write_line

Fault = Callable[[Sequence[Slot], Figures, Random], Figures]


def read(
    linter: Linter, forms: list[Form], figures: Figures, kept: float, chance: Random
) -> Counter[str]:
    """Return how many figures are `read`, `unread` and `wrong`, of a report on one line.

    `kept` is how likely it is that a border between two cells is left, as a space.
    """
    text = write_line(forms, lambda slot: figures[slot.id], lambda: " " * (chance.random() < kept))
    (report,) = linter.bind(Source("report.txt", text))
    found: Counter[str] = Counter()
    for figure in report.figures():
        right = figure.text == figures[figure.slot.id]
        found["unread" if figure.quantity is None else "read" if right else "wrong"] += 1
    return found


def _wrong(cells: Sequence[Slot], figures: Figures, chance: Random) -> Figures:
    slot = chance.choice(cells)
    return figures | {slot.id: str(int(figures[slot.id]) + chance.choice((1, 2, 10)))}


def _blank(cells: Sequence[Slot], figures: Figures, chance: Random) -> Figures:
    return figures | {chance.choice(cells).id: ""}


def _blank_total(cells: Sequence[Slot], figures: Figures, chance: Random) -> Figures:
    totals = [slot for slot in cells if slot.column.id.endswith("total")]
    return _blank(totals, figures, chance)


def _blank_zeros(cells: Sequence[Slot], figures: Figures, chance: Random) -> Figures:
    zeros = [slot.id for slot in cells if figures[slot.id] == "0"]
    return figures | dict.fromkeys(chance.sample(zeros, len(zeros) // 5), "")


FAULTS: Mapping[str, Fault] = {
    "none": lambda _cells, figures, _chance: figures,
    "a wrong value": _wrong,
    "a blank cell": _blank,
    "a blank total": _blank_total,
    "a fifth of the zeros blank": _blank_zeros,
}


def faulty(fault: str, forms: Sequence[Form], figures: Figures, chance: Random) -> Figures:
    """Return `figures` with the fault called `fault` in tables 3 and 4."""
    cells = [slot for form in forms[1:] for slot in slots(form)]
    return FAULTS[fault](cells, figures, chance)


def main() -> None:
    """Print a line a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--reports", type=int, default=100, help="of each edition, a fault")
    options = parser.parse_args()
    linter = Linter(Plugins.load())
    by_id = {form.id: form for form in linter.catalog.forms}
    print("| planted | reports | figures read | not read | read wrong |")
    print("|---|---:|---:|---:|---:|")
    for fault in FAULTS:
        chance = Random(options.seed)
        found: Counter[str] = Counter()
        for _ in range(options.reports):
            for names in EDITIONS.values():
                forms = [by_id[name] for name in names]
                figures = faulty(fault, forms, valid_figures(chance, forms), chance)
                found += read(linter, forms, figures, 0, chance)
        share = {kind: found[kind] / found.total() for kind in ("read", "unread")}
        print(
            f"| {fault} | {options.reports * len(EDITIONS)} | {share['read']:.1%} "
            f"| {share['unread']:.1%} | {found['wrong']} |"
        )


if __name__ == "__main__":
    main()
