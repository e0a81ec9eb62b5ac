"""The examples of a rule, run."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from disclint.binding.bound import BoundReport
from disclint.check import Check, Finding, told
from disclint.config import Config, parse_config
from disclint.config.selection import Selection
from disclint.diagnostics import Diagnostic
from disclint.engine import Engine
from disclint.examined import Examined
from disclint.fixes.mending import Mender, open_draft
from disclint.linter import Comparison, Linter
from disclint.plugins import Plugins
from disclint.reading import Request
from disclint.rule import RUN, Example, Rule
from disclint.sayings import CRASHED
from disclint.source import Source
from disclint.suppressing import Suppressing
from disclint.wording import Wording


@frozen
class _Raise:
    """A check that raises."""

    looks_at = BoundReport
    facts = told()

    def look(self, report: BoundReport) -> Iterator[Finding]:
        """Raise."""
        yield Finding(report.report.span, {"one": 1 // len(report.outline[:0])})


def linter_with(plugins: Plugins, pack: str | os.PathLike[str]) -> Linter:
    """Return a linter that has the rules of `pack`, one of the plugins' or an organisation's own.

    Raises:
        PackError, PluginError: the pack, or a plugin, cannot be used.

    """
    known = {os.path.realpath(str(folder)) for folder in plugins.packs}
    own = () if os.path.realpath(pack) in known else (Path(pack),)
    linter = Linter(plugins, config=Config(packs=own))
    linter.make_ready()
    return linter


def run_example(linter: Linter, rule: Rule, example: Example) -> list[Diagnostic]:
    """Return what `rule` alone says of `example`, and of any check that has raised.

    Raises:
        ConfigError: the configuration of the example cannot be used.

    """
    told_of = {rule.name} if example.crashes else {rule.name, CRASHED}
    return [found for found in _lint(linter, example) if found.name in told_of]


def fix_example(linter: Linter, rule: Rule, *, unsafe: bool) -> str | None:
    """Return what the fixes of `rule` alone make of its bad example, if it has a text to be fixed.

    Raises:
        ConfigError: the configuration of the example cannot be used.

    """
    if rule.check == RUN:
        return None  # no check looks for it, and so none says what would mend it
    used = evolve(linter, config=parse_config(rule.bad.config, "disclint.toml"))
    used.catalog = linter.catalog
    used.selection = Selection.naming([rule.code])
    request = Request(data=rule.bad.encoded(), path="report.txt")
    draft = open_draft(used, request)
    if isinstance(draft, Wording):
        return None
    mender = Mender(used, lambda _, proposal: unsafe or proposal.is_safe)
    return mender.mend(request, draft).after.manuscript.text


def _lint(linter: Linter, example: Example) -> list[Diagnostic]:
    used = evolve(linter, config=parse_config(example.config, "disclint.toml"))
    used.catalog = linter.catalog
    if example.crashes:
        used = _with_a_crash(used)
    source = linter.read(example.encoded(), "report.txt")
    if isinstance(source, Diagnostic):
        return [source]
    texts = {"before.txt": example.before} if example.before else {}
    texts |= {f"other-{number}.txt": text for number, text in enumerate(example.others, start=1)}
    others = [Source(path, text) for path, text in texts.items()]
    suppressing = Suppressing.build(used, Examined(used), used.config.suppressions)
    found = [*suppressing.entered(used.examine(source))]
    found += suppressing.compared(_compare(used, source, others))
    return [one for one in suppressing.applied(found) if not one.suppressed]


def _compare(linter: Linter, source: Source, others: Sequence[Source]) -> Comparison:
    """Return what comes out for `source` among `others`."""
    files = [linter.file(one, linter.bind(one)) for one in (*others, source)]
    return list(linter.compare(files))[-1]


def _with_a_crash(linter: Linter) -> Linter:
    """Return a linter like `linter`, one rule of which raises."""
    crashing = Linter(linter.plugins)
    crashing.catalog = linter.catalog
    rule = next(rule for rule in linter.catalog.rules if rule.check != RUN)
    broken = evolve(rule, check="raise", options={})
    raising: type[Check] = _Raise
    kinds = linter.plugins.checks | {"raise": raising}
    rules = [broken, *linter.catalog.rules]
    crashing.engines = {
        genre.id: Engine.build(rules, kinds, genre.glossary) for genre in linter.catalog.genres
    }
    return crashing
