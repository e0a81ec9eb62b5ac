"""What is told of the figure under the pointer."""

from collections.abc import Iterator

from lsprotocol import types as lsp

from disclint.binding.bound import Figure, State
from disclint.explaining import Explanation, explain
from disclint.forms import Compare
from disclint.lsp.positions import find_offset
from disclint.lsp.telling import Telling
from disclint.relations import Outcome, Status
from disclint.source import Span
from disclint.wording import Facts, Wording

_VALUE = Wording("读作 {value}", "read as {value}")
_STATES = {
    State.BLANK: Wording("空白", "blank"),
    State.PLACEHOLDER: Wording("填的不是数字", "filled with something that is no number"),
    State.WORDS: Wording("填的是文字", "filled with text"),
    State.FUSED: Wording("分不清是几个数", "one number or several, which cannot be told"),
    State.UNPLACED: Wording(
        "所在行的格数不符，不知是哪一格", "in a row with too few or too many cells"
    ),
}
_UNREAD = Wording("无法读出", "not read")
_RELATIONS = {
    Status.HELD: Wording(
        "成立：`{name}`，{axis}：{left} {sign} {right}",
        "holds: `{name}`, {axis}: {left} {sign} {right}",
    ),
    Status.BROKEN: Wording(
        "**不成立**：`{name}`，{axis}：{left} {sign} {right}",
        "**broken**: `{name}`, {axis}: {left} {sign} {right}",
    ),
    Status.UNDECIDED: Wording(
        "无法判断：`{name}`，{axis}：{reason}", "cannot be decided: `{name}`, {axis}: {reason}"
    ),
}
_ALONE = Wording("表内没有它参与的等式或大小关系", "it is part of no relation within the report")
_SIGNS = {
    (Compare.EQUALS, Status.HELD): "=",
    (Compare.EQUALS, Status.BROKEN): "≠",
    (Compare.AT_LEAST, Status.HELD): "≥",
    (Compare.AT_LEAST, Status.BROKEN): "<",
}
"""What stands between two sums; where only both or neither are zero, that is a colon."""


def hover(telling: Telling, position: lsp.Position) -> lsp.Hover | None:
    """Return what is known of the figure at `position`, nothing if there is none."""
    source, ruler = telling.look.source, telling.ruler
    offset = find_offset(source, ruler.place(position)) if source else None
    if source is None or offset is None:
        return None
    told = explain(telling.look.document.linter, source, Span(offset, offset + 1))
    if not told.figures:
        return None
    text = "\n\n".join(telling.say(words) for words in _words(told))
    span = told.figures[0].span
    where = ruler.range(source.place(span.start), source.place(span.end))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), where)


def _words(told: Explanation) -> Iterator[Wording]:
    for figure in told.figures:
        name = _marked("**{text}** ", figure.name)
        yield _joined(name, Wording(f"`{figure.slot.id}`", f"`{figure.slot.id}`"))
        yield _state(figure)
    outcomes = [_outcome(one) for one in told.outcomes]
    yield from (_marked("- {text}", words) for words in outcomes)
    if not outcomes:
        yield _ALONE


def _state(figure: Figure) -> Wording:
    if figure.state is State.FIGURE and figure.value is not None:
        return _VALUE.filled({"value": figure.value})
    return _STATES.get(figure.state, _UNREAD)


def _outcome(outcome: Outcome) -> Wording:
    facts: Facts = {
        "name": outcome.relation.name,
        "axis": outcome.axis,
        "sign": _SIGNS.get((outcome.relation.compare, outcome.status), ":"),
    }
    if outcome.status is Status.UNDECIDED or outcome.left is None or outcome.right is None:
        return _RELATIONS[Status.UNDECIDED].filled({**facts, "reason": outcome.reason})
    sums: Facts = {"left": outcome.left, "right": outcome.right}
    return _RELATIONS[outcome.status].filled({**facts, **sums})


def _marked(form: str, words: Wording) -> Wording:
    return Wording(form.format(text=words.zh), form.format(text=words.en))


def _joined(one: Wording, other: Wording) -> Wording:
    return Wording(one.zh + other.zh, one.en + other.en)
