"""The examples of a rule, run."""

from collections.abc import Iterator

from attrs import evolve, frozen

from disclint.binding.bound import BoundReport
from disclint.catalog import Catalog
from disclint.check import Check, Finding
from disclint.diagnostics import Diagnostic
from disclint.engine import Engine
from disclint.linter import Linter
from disclint.rule import RUN, Example, Rule


@frozen
class Raise:
    """A check that raises."""

    looks_at = BoundReport

    def look(self, report: BoundReport) -> Iterator[Finding]:
        yield Finding(report.report.span, {"one": 1 // len(report.outline[:0])})


def run_example(linter: Linter, rule: Rule, example: Example) -> list[Diagnostic]:
    """Return what `rule` alone says of `example`."""
    return [found for found in _lint(linter, example) if found.code == rule.code]


def _lint(linter: Linter, example: Example) -> list[Diagnostic]:
    source = linter.read(example.encoded(), "report.txt")
    if isinstance(source, Diagnostic):
        return [source]
    return (_with_a_crash(linter) if example.crashes else linter).lint(source)


def _with_a_crash(linter: Linter) -> Linter:
    """Return a linter like `linter`, one rule of which raises."""
    crashing = Linter(linter.plugins)
    crashing.catalog = linter.catalog
    rule = next(rule for rule in linter.catalog.rules if rule.check != RUN)
    broken = evolve(rule, check="raise", options={})
    raising: type[Check] = Raise
    kinds = linter.plugins.checks | {"raise": raising}
    crashing.engine = Engine.build([broken, *linter.catalog.rules], kinds, linter.catalog.glossary)
    return crashing


def every_example(catalog: Catalog) -> Iterator[tuple[Rule, str, Example]]:
    """Yield each example of each rule, with its name."""
    for rule in catalog.rules:
        yield rule, "bad", rule.bad
        yield rule, "good", rule.good
