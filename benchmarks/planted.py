"""Faults planted in reports that are in order: found or not, named or not.

`python -m benchmarks.planted` prints the table that stands in docs/accuracy.md.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random

from attrs import define, field, frozen

from benchmarks.figures import BALANCE, EDITIONS, Figures, slots, valid_figures
from disclint.diagnostics import Diagnostic, Severity
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source
from tests.writing import write_report

Planter = Callable[[Random, Figures, Slot], "Fault | None"]


@frozen
class Fault:
    """Figures with one fault, and the cells that have it."""

    figures: Figures
    cells: tuple[Slot, ...]
    row: str = "no row"
    """The label of the row that is counted twice or left out."""


def _changed(figures: Figures, slot: Slot, text: str) -> Fault | None:
    if figures[slot.id] == text:
        return None
    return Fault({**figures, slot.id: text}, (slot,))


def wrong_value(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put another number in the cell."""
    return _changed(figures, slot, str(random.randint(0, 2 * int(figures[slot.id]) + 9)))


def left_at_zero(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put 0 in the cell of a total."""
    return _changed(figures, slot, "0") if _is_total(slot) else None


def left_blank(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave the cell empty."""
    return _changed(figures, slot, "")


def words(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Put words in the cell."""
    return _changed(figures, slot, "未统计")


def swapped_digits(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Swap two neighbouring digits."""
    text = figures[slot.id]
    if len(text) < 2:  # noqa: PLR2004 - a pair
        return None
    at = random.randrange(len(text) - 1)
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return None if swapped.startswith("0") else _changed(figures, slot, swapped)


def lost_digit(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave out a digit."""
    text = figures[slot.id]
    at = random.randrange(len(text))
    shorter = text[:at] + text[at + 1 :]
    return _changed(figures, slot, shorter) if shorter == "0" or shorter[:1] > "0" else None


def doubled_digit(random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Write a digit twice."""
    text = figures[slot.id]
    at = random.randrange(len(text))
    return None if text == "0" else _changed(figures, slot, text[:at] + text[at] + text[at:])


def swapped_neighbours(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Let the cell and the next one change places."""
    after = _next(slot)
    if after is None or figures[slot.id] == figures[after.id] or _is_free(slot, after):
        return None
    one, other = figures[slot.id], figures[after.id]
    return Fault({**figures, slot.id: other, after.id: one}, (slot, after))


def split_figure(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Spread the figure over the cell and the next one."""
    after, text = _next(slot), figures[slot.id]
    if after is None or len(text) < 2 or (text[1] == "0" and len(text) > 2):  # noqa: PLR2004
        return None
    if figures[after.id] == text[1:]:
        return None
    return Fault({**figures, slot.id: text[0], after.id: text[1:]}, (slot, after))


def cell_too_many(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Spread the figure over its cell and one more, which moves the rest of the row."""
    text = figures[slot.id]
    if len(text) < 2 or text[1] == "0":  # noqa: PLR2004
        return None
    return Fault({**figures, slot.id: f"{text[0]}\n\t{text[1:]}"}, (), slot.row.label or text)


def shifted_row(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Move the row from the cell on by one column, its last figure being lost."""
    row = _row(slot)
    moved = row[row.index(next(one for one in row if one.id == slot.id)) :]
    texts = ["0", *(figures[one.id] for one in moved[:-1])]
    shifted = {one.id: text for one, text in zip(moved, texts, strict=True)}
    cells = tuple(one for one in moved if figures[one.id] != shifted[one.id])
    return Fault({**figures, **shifted}, cells) if len(cells) > 1 else None


def row_twice(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Count a result row twice in （七）总计."""
    return _in_total(figures, slot, 1)


def row_left_out(_random: Random, figures: Figures, slot: Slot) -> Fault | None:
    """Leave a result row out of （七）总计."""
    return _in_total(figures, slot, -1)


def _in_total(figures: Figures, slot: Slot, factor: int) -> Fault | None:
    first = slot.column is slot.block.columns[0]
    if not first or slot.form.table != 3 or slot.row.id in BALANCE:  # noqa: PLR2004 - 表三
        return None
    changed = dict(figures)
    for one in _row(slot):
        total = f"{slot.form.id}.results-total.{one.column.id}"
        changed[total] = str(int(figures[total]) + factor * int(figures[one.id]))
    return Fault(changed, (), slot.row.label) if changed != figures else None


PLANTERS: dict[str, Planter] = {
    "wrong value": wrong_value,
    "total left at 0": left_at_zero,
    "left blank": left_blank,
    "words": words,
    "digits swapped": swapped_digits,
    "digit lost": lost_digit,
    "digit doubled": doubled_digit,
    "neighbours swapped": swapped_neighbours,
    "figure split": split_figure,
    "figure split, a cell more": cell_too_many,
    "row shifted": shifted_row,
    "row counted twice": row_twice,
    "row left out": row_left_out,
}
ONE_FIGURE = {"wrong value", "total left at 0", "digits swapped", "digit lost", "digit doubled"}


def _row(slot: Slot) -> list[Slot]:
    return [Slot(slot.form, slot.block, slot.row, column) for column in slot.block.columns]


def _next(slot: Slot) -> Slot | None:
    row = _row(slot)
    at = slot.block.columns.index(slot.column)
    return row[at + 1] if at + 1 < len(row) else None


def _is_free(slot: Slot, after: Slot) -> bool:
    """Whether two cells are parts of one total and of nothing else, so that no sum tells."""
    parts = slot.column.under == after.column.under
    return slot.form.table == 4 and parts and not _is_total(after)  # noqa: PLR2004 - 表四


def _is_total(slot: Slot) -> bool:
    return slot.column.id.endswith("total") or slot.row.id == "results-total"


@define
class Tally:
    """How the faults of one kind came out."""

    one_figure: bool = False
    """Whether a fault of this kind is one figure that the relations determine."""

    cases: int = 0
    detected: int = 0
    named: int = 0
    wrongly_named: int = 0
    findings: int = 0

    def add(self, fault: Fault, found: Sequence[Diagnostic], cells: set[str]) -> None:
        """Enter what was found of one fault; `cells` are those named as wrong for certain."""
        planted = {cell.name.zh for cell in fault.cells}
        said = "".join(one.message.zh for one in found)
        self.cases += 1
        self.detected += bool(found)
        self.findings += len(found)
        if self.one_figure:
            self.named += cells == planted
        else:
            self.named += all(name in said for name in planted) or fault.row in said
        self.wrongly_named += bool(cells - planted)


@define
class Bench:
    """A linter and the tallies."""

    linter: Linter
    random: Random
    clean: Counter[str] = field(factory=Counter)
    tallies: dict[tuple[str, str], Tally] = field(factory=dict)

    def forms(self, year: int) -> list[Form]:
        """Return the three forms of a report on `year`."""
        by_id = {form.id: form for form in self.linter.catalog.forms}
        return [by_id[name] for name in EDITIONS[year]]

    def lint(self, figures: Figures, year: int) -> list[Diagnostic]:
        """Return what is said of a report with `figures`, remarks apart."""
        text = write_report(self.forms(year), lambda slot: figures[slot.id], "tabbed", year)
        found = self.linter.lint(Source("report.txt", text))
        return [said for said in found if said.severity is not Severity.INFO]

    def plant(self, name: str, year: int, slot: Slot, figures: Figures) -> None:
        """Plant one fault of a kind in one cell, if that cell can have it."""
        fault = PLANTERS[name](self.random, figures, slot)
        if fault:
            table = f"table {slot.form.table}"
            tally = self.tallies.setdefault(
                (name, table),
                Tally(name in ONE_FIGURE and slot.form.table == 3),  # noqa: PLR2004
            )
            found = self.lint(fault.figures, year)
            tally.add(fault, found, certain_cells(found))


def certain_cells(found: Sequence[Diagnostic]) -> set[str]:
    """Return the names of the cells that are called wrong for certain."""
    return {said.message.zh.split("：")[0] for said in found if said.code == "DIS406"}


def two_faults(bench: Bench, cases: int) -> Tally:
    """Plant two wrong values in table 3 at once."""
    tally = Tally()
    for number in range(cases):
        year = list(EDITIONS)[number % 2]
        figures = valid_figures(bench.random, bench.forms(year))
        one, other = bench.random.sample(slots(bench.forms(year)[1]), 2)
        first = wrong_value(bench.random, figures, one)
        second = wrong_value(bench.random, first.figures, other) if first else None
        if not second:
            continue
        found = bench.lint(second.figures, year)
        names = certain_cells(found)
        planted = {one.name.zh, other.name.zh}
        tally.cases += 1
        tally.detected += len(found) > 1 or any(said.code != "DIS406" for said in found)
        tally.named += planted <= names
        tally.wrongly_named += bool(names - planted)
        tally.findings += len(found)
    return tally


def clean_reports(bench: Bench, cases: int) -> Iterator[Diagnostic]:
    """Yield what is said of reports that are in order."""
    for number in range(cases):
        year = list(EDITIONS)[number % 2]
        yield from bench.lint(valid_figures(bench.random, bench.forms(year)), year)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=1, help="how often each cell gets each fault")
    parser.add_argument("--clean", type=int, default=2000)
    options = parser.parse_args()
    bench = Bench(Linter(Plugins.load()), Random(options.seed))
    for _ in range(options.rounds):
        for year in EDITIONS:
            for form in bench.forms(year)[1:]:
                for slot in slots(form):
                    for name in PLANTERS:
                        figures = valid_figures(bench.random, bench.forms(year))
                        bench.plant(name, year, slot, figures)
    print("| fault | where | cases | detected | named | wrong cell named | findings a fault |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for (name, table), tally in sorted(bench.tallies.items(), key=lambda item: item[0][1]):
        print(_line(name, table, tally))
    print(_line("two wrong values", "table 3", two_faults(bench, options.clean)))
    total = sum(tally.findings for tally in bench.tallies.values())
    cases = sum(tally.cases for tally in bench.tallies.values())
    print(f"\n{cases} single faults, {total / cases:.3f} findings a fault on average.")
    said = list(clean_reports(bench, options.clean))
    print(f"{options.clean} reports in order: {len(said)} findings.")


def _line(name: str, table: str, tally: Tally) -> str:
    shares = (tally.detected, tally.named, tally.wrongly_named)
    percent = " | ".join(f"{100 * share / tally.cases:.1f} %" for share in shares)
    return f"| {name} | {table} | {tally.cases} | {percent} | {tally.findings / tally.cases:.2f} |"


if __name__ == "__main__":
    main()
