"""All that is known of a diagnostic, as people read it: the line, the reckoning, what to do."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from disclint.diagnostics import Diagnostic, Replacement
from disclint.reporting import Context
from disclint.reporting.colors import faint, weighted
from disclint.reporting.escaping import printable
from disclint.reporting.headline import headline
from disclint.reporting.reckoning import reckoning, where
from disclint.reporting.severities import SEVERITIES
from disclint.reporting.snippet import snippet
from disclint.wording import Fact, Wording

_SEE = Wording("参见：", "see: ")
_FIX = {True: Wording("可自动修改：", "fix: "), False: Wording("修改建议：", "proposal: ")}
_AND = Wording("；", "; ")
_CHANGE = Wording("“{old}”改为“{new}”", '"{old}" -> "{new}"')
_WRITE = Wording("填写“{new}”", 'write "{new}"')
_REMOVE = Wording("删去“{old}”", 'remove "{old}"')
_RULE = Wording(
    "规则：disclint rule {code}（{name}，{severity}）",
    "rule: disclint rule {code} ({name}, {severity})",
)


@frozen
class FullReporter:
    """A paragraph for each diagnostic, the first line of which is that of `text`."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield a paragraph for each diagnostic."""
        for one in diagnostics:
            margin = " " * (len(str(one.start.line)) + 1)
            lines = [headline(one, context), *_shown(one, margin, context)]
            for first, *rest in _notes(one, context):
                lines += [f"{margin}= {first}", *(f"{margin}  {line}" for line in rest)]
            yield "".join(f"{line}\n" for line in (*lines, ""))


def _shown(one: Diagnostic, margin: str, context: Context) -> Iterator[str]:
    """Yield the line of the file with the caret under it, or nothing where there is no text."""
    rows = list(snippet(one))
    if not rows:
        return
    (number, line), (_, caret) = rows
    pointer = caret.lstrip(" \t")
    gap = caret.removesuffix(pointer)
    rule = faint(f"{margin}|", context.is_colored)
    yield rule
    yield faint(f"{number:>{len(margin) - 1}} |", context.is_colored) + f" {line}"
    yield f"{rule} {gap}{weighted(pointer, one.severity, context.is_colored)}"


def _notes(one: Diagnostic, context: Context) -> Iterator[Sequence[str]]:
    """Yield what is said below the line, each note in one line or more."""
    for working in one.workings:
        yield list(reckoning(working, one.path, context))
    worked = {(p.path, p.start) for w in one.workings for p in (*w.left, *w.right)}
    for place in one.related:
        if (place.path, place.start) not in worked:
            said = f"{where(place, one.path, context)} {context.say(place.name)} {place.text}"
            yield [context.say(_SEE) + printable(said.rstrip())]
    if one.proposal:
        edits = [_edit(edit, context) for edit in one.proposal.replacements]
        yield [context.say(_FIX[one.proposal.is_safe]) + context.say(_AND).join(edits)]
    facts: dict[str, Fact] = {"code": one.code, "name": one.name}
    facts["severity"] = SEVERITIES[one.severity]
    page = context.page(one)
    yield [context.say(_RULE.filled(facts)) + (f" {page}" if page else "")]


def _edit(edit: Replacement, context: Context) -> str:
    words = _WRITE if not edit.old else _CHANGE if edit.new else _REMOVE
    return printable(context.say(words.filled({"old": edit.old, "new": edit.new})))
