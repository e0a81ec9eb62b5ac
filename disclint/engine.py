"""One walk over a bound report, each node to the checks that asked for its type."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from disclint.binding.bound import BoundReport
from disclint.check import Check, Finding
from disclint.errors import PackError
from disclint.relations import work_out
from disclint.rule import RUN, Rule


@frozen
class Crash:
    """A check that raised."""

    rule: Rule
    plugin: str
    """The package that the check comes from."""
    error: Exception


@frozen
class Engine:
    """Rules with their checks, ready to look at reports."""

    _looks: Mapping[type, Sequence[tuple[Rule, Callable[[Any], Iterator[Finding]]]]] = field(
        alias="looks"
    )

    @classmethod
    def build(cls, rules: Sequence[Rule], kinds: Mapping[str, type[Check]]) -> "Engine":
        """Return the engine that applies `rules` with checks of `kinds`.

        Raises:
            PackError: a rule asks for a check that is not there, or not in these words.

        """
        looks: dict[type, list[tuple[Rule, Callable[[Any], Iterator[Finding]]]]] = {}
        for rule in rules:
            if rule.check != RUN:
                check = _make_check(rule, kinds)
                looks.setdefault(check.looks_at, []).append((rule, check.look))
        return cls(looks)

    def run(self, report: BoundReport) -> Iterator[tuple[Rule, Finding] | Crash]:
        """Yield what the rules find in `report`, in no order."""
        for node in _walk(report):
            for rule, look in self._looks.get(type(node), ()):
                try:
                    findings = list(look(node))
                except Exception as error:  # noqa: BLE001 - a broken rule must not stop the others
                    yield Crash(rule, _package(look), error)
                else:
                    for finding in findings:
                        yield rule, finding


def _package(look: Callable[[Any], Iterator[Finding]]) -> str:
    return look.__module__.partition(".")[0]


def _make_check(rule: Rule, kinds: Mapping[str, type[Check]]) -> Check:
    kind = kinds.get(rule.check)
    if kind is None:
        message = f"{rule.code}: no such check: `{rule.check}`"
        raise PackError(message)
    try:
        return kind(**rule.options)
    except (TypeError, ValueError) as error:
        message = f"{rule.code}: `with` does not fit the check `{rule.check}`: {error}"
        raise PackError(message) from error


def _walk(report: BoundReport) -> Iterator[object]:
    """Yield the report and every node below it that a check may ask for."""
    yield report
    yield from report.sections
    for table in report.tables:
        yield table
        for row in table.rows:
            yield row
            yield from row.figures
        yield from table.misworded
        yield from table.unknown_rows
        yield from work_out(table)
