"""`disclint --statistics`: how often each rule has spoken, in place of what it has said."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.reporting import Context, Reporter
from disclint.reporting.colors import faint, weighted
from disclint.reporting.notation import json_text
from disclint.wording import Wording

_TEXT, _JSON = "text", "json"
_FILES = Wording("文件 {files} 份", "files: {files}")
_FIXABLE = Wording("，可自动修改 {fixable} 处", ", to be fixed by --fix: {fixable}")
_TOTAL = Wording("合计；文件 {files} 份，规则 {rules} 条", "in all; files: {files}, rules: {rules}")


def statistics_in(form: str) -> Reporter:
    """Return what gives out the counts in the format that is asked for.

    Raises:
        UsageError: there are no counts in this format.

    """
    reporters: dict[str, Reporter] = {_TEXT: _Text(), _JSON: _Json()}
    if form not in reporters:
        message = f"--statistics goes with --output-format {' or '.join(reporters)}, not {form}"
        raise UsageError(message)
    return reporters[form]


@define
class _Tally:
    """How often one rule has spoken."""

    first: Diagnostic
    count: int = 0
    fixable: int = 0
    paths: set[str] = field(factory=set)

    def take(self, diagnostic: Diagnostic) -> None:
        """Count one more."""
        self.count += 1
        self.fixable += diagnostic.proposal is not None and diagnostic.proposal.is_safe
        self.paths.add(diagnostic.path)


def _tallies(diagnostics: Iterable[Diagnostic]) -> Sequence[_Tally]:
    """Return one tally a rule, the most frequent first."""
    tallies: dict[str, _Tally] = {}
    for one in diagnostics:
        tallies.setdefault(one.code, _Tally(one)).take(one)
    return sorted(tallies.values(), key=lambda tally: (-tally.count, tally.first.code))


@frozen
class _Text:
    """A line for each rule, and one for all."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the lines, once all files have been looked at."""
        tallies = _tallies(diagnostics)
        total = sum(tally.count for tally in tallies)
        width = max((len(tally.first.name) for tally in tallies), default=0)
        for tally in tallies:
            rule = tally.first
            code = weighted(rule.code, rule.severity, context.is_colored)
            count = f"{tally.count:{len(str(total))}}"
            yield f"{count}  {code} {rule.name:<{width}}  {_counts(tally, context)}\n"
        if tallies:
            yield f"{total}  {faint(_total(tallies, context), context.is_colored)}\n"


def _counts(tally: _Tally, context: Context) -> str:
    words = context.say(_FILES.filled({"files": len(tally.paths)}))
    more = context.say(_FIXABLE.filled({"fixable": tally.fixable}))
    return words + more if tally.fixable else words


def _total(tallies: Sequence[_Tally], context: Context) -> str:
    paths = set[str]().union(*(tally.paths for tally in tallies))
    return context.say(_TOTAL.filled({"files": len(paths), "rules": len(tallies)}))


@frozen
class _Json:
    """A list with an object for each rule."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the list, once all files have been looked at."""
        rows = [
            {
                "code": tally.first.code,
                "name": tally.first.name,
                "count": tally.count,
                "files": len(tally.paths),
                "fixable": tally.fixable,
            }
            for tally in _tallies(diagnostics)
        ]
        yield json_text(rows, ascii_only=context.ascii_only, indent=2)
