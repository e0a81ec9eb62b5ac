"""`disclint --explain FILE:LINE`: what is there, which rules looked at it, and what decided."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from textwrap import wrap

from attrs import frozen

from disclint.binding.bound import Figure
from disclint.cli.asked import Asked
from disclint.cli.suppressing import read_suppressing
from disclint.closeness import closest
from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.explaining import Answer, Explanation, Standing, explain
from disclint.linter import Linter
from disclint.relations import Outcome, Status, written_out
from disclint.reporting.escaping import printable
from disclint.rule import Rule
from disclint.source import Source, Span
from disclint.suppressing import Suppressing
from disclint.wording import Fact, Language, Wording

_FIGURES = Wording("此处的数字：", "Figures here:")
_RELATIONS = Wording("它们参与的关系：", "The relations that they are part of:")
_FOUND = Wording("发现问题的规则：", "Rules that found something:")
_OPEN = Wording("无法判断的规则：", "Rules that could not tell:")
_NOTHING = Wording("检查后未发现问题的规则：", "Rules that looked and found nothing:")
_OTHERS = Wording("在此处没有可检查内容的规则：", "Rules with nothing to look at here:")
_LEFT_OUT = Wording("未运行的规则：", "Rules that do not run:")
_READ = Wording("读作 {value}", "read as {value}")
_UNREAD = Wording("未读作数字", "read as no number")
_STATUS = {
    Status.HELD: Wording("成立", "holds"),
    Status.BROKEN: Wording("不成立", "broken"),
    Status.UNDECIDED: Wording("无法判断", "cannot be told"),
}
_AGAINST = Wording("{left} 与 {right}", "{left} against {right}")
_ELSEWHERE = Wording("已由另一条规则指出", "broken, and another rule says so")
_CRASHED = Wording("规则运行出错", "the rule failed")
_SUPPRESSED = Wording("已忽略：{reason}", "suppressed: {reason}")
_DECIDED = Wording("由 {origin} 的“{text}”决定", "by `{text}`, {origin}")
_NOT_SELECTED = Wording("未被选中", "not selected")
_OTHER_KIND = Wording("适用于另一种报告", "for another kind of report")


def explained(linter: Linter, options: argparse.Namespace) -> Iterator[str]:
    """Yield, line by line, what is known of the place that `options` ask about.

    Raises:
        UsageError: there is no such file, or no such place in it.

    """
    asked: Asked = options.explain
    source = linter.open(asked.path, options.encoding)
    if isinstance(source, Diagnostic):
        message = f"{asked.path}: {source.message.in_language(options.lang)}"
        raise UsageError(message)
    target = _target(linter, source, asked)
    suppressing = read_suppressing(linter, options)
    suppressing.entered(linter.examine(source))
    page = _Page(linter, source, suppressing, options.lang)
    yield f"{asked.path}:{asked.at}\n"
    for line in page.lines(explain(linter, source, target)):
        yield f"{line}\n"


def _target(linter: Linter, source: Source, asked: Asked) -> Span:
    """Return the stretch of text that is asked about."""
    if asked.at.isdecimal():
        span = source.line(int(asked.at))
        if span is None:
            message = f"{asked.path}: there is no text on line {asked.at}"
            raise UsageError(message)
        return span
    known = {one.slot.id: one.span for report in linter.bind(source) for one in report.figures()}
    if asked.at not in known:
        close = closest(asked.at, list(known))
        hint = f"did you mean {close}?" if close else "`disclint extract` gives out the ids"
        message = f"{asked.path}: no line and no figure: {asked.at}; {hint}"
        raise UsageError(message)
    return known[asked.at]


_WIDTH = 96


@frozen
class _Page:
    """What is said of one place."""

    linter: Linter
    source: Source
    suppressing: Suppressing
    language: Language

    def lines(self, known: Explanation) -> Iterator[str]:
        """Yield all that is known, part by part; a part that is empty is left out."""
        say = self._say
        answers = {
            standing: [one for one in known.answers if one.standing in kinds]
            for standing, kinds in (
                (_FOUND, [Standing.FOUND, Standing.ELSEWHERE, Standing.CRASHED]),
                (_OPEN, [Standing.UNDECIDED]),
                (_NOTHING, [Standing.NOTHING]),
            )
        }
        parts = (
            (_FIGURES, [self._figure(one) for one in known.figures]),
            (_RELATIONS, [self._relation(one) for one in known.outcomes]),
            (_FOUND, [line for one in answers[_FOUND] for line in self._answer(one)]),
            (_OPEN, [line for one in answers[_OPEN] for line in self._answer(one)]),
            (_NOTHING, _named(one.rule for one in answers[_NOTHING])),
            (_OTHERS, _named(known.others)),
            (_LEFT_OUT, [self._left_out(rule, known.genre) for rule in known.left_out]),
        )
        for heading, lines in parts:
            if lines:
                yield ""
                yield say(heading)
                yield from (f"  {line}" for line in lines)

    def _say(self, words: Wording, **facts: Fact) -> str:
        return words.filled(facts).in_language(self.language)

    def _figure(self, figure: Figure) -> str:
        value = figure.value
        read = self._say(_UNREAD) if value is None else self._say(_READ, value=value)
        name = figure.name.in_language(self.language)
        return f'{name}: "{printable(figure.text)}" ({read}) [{figure.slot.id}]'

    def _relation(self, outcome: Outcome) -> str:
        status = self._say(_STATUS[outcome.status])
        where = outcome.axis.in_language(self.language)
        if outcome.status is Status.UNDECIDED:
            why = outcome.reason.in_language(self.language)
        else:
            left, right = _side(outcome.sum, outcome.left), _side(outcome.against, outcome.right)
            why = self._say(_AGAINST, left=left, right=right)
        return f"{outcome.relation.name} ({where}): {status}: {why}"

    def _answer(self, answer: Answer) -> Iterator[str]:
        name = f"{answer.rule.code} {answer.rule.name}"
        if answer.standing is Standing.FOUND:
            for one in answer.found:
                why = self._suppressed(one)
                yield f"{name}: {printable(one.message.in_language(self.language))}{why}"
        elif answer.standing is Standing.UNDECIDED and answer.reason:
            yield f"{name}: {answer.reason.in_language(self.language)}"
        else:
            said = _CRASHED if answer.standing is Standing.CRASHED else _ELSEWHERE
            yield f"{name}: {self._say(said)}"

    def _suppressed(self, diagnostic: Diagnostic) -> str:
        why = self.suppressing.why(diagnostic)
        return f" ({self._say(_SUPPRESSED, reason=why.reason)})" if why else ""

    def _left_out(self, rule: Rule, genre: str) -> str:
        """Return why a rule does not run on the file."""
        decision = self.linter.selection.decide(rule)
        by = (
            self.linter.selection.ignoring(self.source.path, rule) if decision.runs else decision.by
        )
        if by:
            why = self._say(_DECIDED, text=by.text, origin=by.origin)
        else:
            is_other = rule.report not in ("", genre)
            why = self._say(_OTHER_KIND if is_other else _NOT_SELECTED)
        return f"{rule.code} {rule.name}: {why}"


def _side(figures: Sequence[Figure], total: Decimal | None) -> str:
    written = written_out(figures)
    return written if len(figures) < 2 or total is None else f"{total:f} ({written})"  # noqa: PLR2004


def _named(rules: Iterable[Rule]) -> list[str]:
    return wrap(", ".join(f"{rule.code} {rule.name}" for rule in rules), _WIDTH)
