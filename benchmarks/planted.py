"""Faults planted in reports that are in order: found or not, named or not.

`python -m benchmarks.planted` prints the table that stands in docs/accuracy.md.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from attrs import define, field

from benchmarks.figures import EDITIONS, Figures, slots, valid_figures
from benchmarks.planters import ONE_FIGURE, PLANTERS, Fault, wrong_value
from disclint.diagnostics import Diagnostic, Severity
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source
from tests.writing import write_report


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
