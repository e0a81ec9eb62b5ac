"""What a run finds, without what is suppressed; and what is wrong with the suppressions."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from attrs import define, evolve, field, frozen

from disclint.diagnostics import Diagnostic, Suppressed, SuppressedBy
from disclint.errors import ConfigError
from disclint.examined import Examined
from disclint.linter import Comparison, Linter
from disclint.reading import Rejection
from disclint.results import Looked
from disclint.source import Comment, Place
from disclint.suppressions import (
    Fault,
    Stretch,
    Suppression,
    Targets,
    Where,
    are_begun,
    closest_name,
    is_unwritten,
    names_one,
    read_comment,
    rules_named,
)
from disclint.wording import Fact

_UNUSED = "unused-suppression"
_INVALID = "invalid-suppression"
_OWN = frozenset({_UNUSED, _INVALID})
"""What speaks of suppressions, and so is not suppressed: it goes when they are put right."""


_REFUSALS = {
    "own": "speaks of suppressions, and cannot be suppressed; put right what it tells of",
    "of-the-run": "tells what was not checked; name it in whole, such as `DIS001`",
}


def _none(_name: str) -> bool:
    return False


@define(eq=False)
class _Waiver:
    """What one name of rules finds at some place, which is not to be reported."""

    rule: str
    where: Where
    suppressed: Suppressed
    path: str
    """The file in which it is said."""
    place: Callable[[], Place]
    """Where it is said there."""
    is_used: bool = field(default=False, init=False)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether it is about what is found in a file that it may hold in."""
        return names_one(self.rule, diagnostic) and self.where.covers(diagnostic)


@frozen
class _Overdue:
    """A suppression that is over."""

    suppression: Suppression
    until: date


@define
class Suppressing:
    """The suppressions of a run, and what they have met."""

    _linter: Linter
    _examined: Examined
    _may_be: Callable[[str], bool]
    """Whether a rule that nobody knows may be one of a plugin that is not there."""
    _waivers: list[_Waiver] = field(init=False, factory=list)
    _overdue: list[_Overdue] = field(init=False, factory=list)
    _by_path: dict[str, list[_Waiver]] = field(init=False, factory=dict)
    _by_file: dict[str, list[_Waiver]] = field(init=False, factory=dict)
    """Those for one file, by where it is; under nothing, those for many."""
    _faults: dict[str, Fault | None] = field(init=False, factory=dict)
    """What is wrong with the names of rules that were met."""
    _targets: Targets = field(init=False)

    @_targets.default
    def _all_targets(self) -> Targets:
        catalog = self._linter.catalog
        outline = [section for genre in catalog.genres for section in genre.outline]
        return Targets(catalog.forms, outline)

    @classmethod
    def build(
        cls,
        linter: Linter,
        examined: Examined,
        suppressions: Iterable[Suppression],
        may_be: Callable[[str], bool] = _none,
    ) -> "Suppressing":
        """Return what keeps from being reported what `suppressions` say, and comments in files.

        Raises:
            ConfigError: one of them names a rule or a part of a report that there is not.

        """
        built = cls(linter, examined, may_be)
        for suppression in suppressions:
            built._add(suppression)
        return built

    def entered(self, looked: Looked) -> list[Diagnostic]:
        """Return what is wrong with a file, and with the comments in it, by place."""
        self._examined.enter(looked)
        faults = [
            self._say(_INVALID, looked.source.path, fault, comment.place)
            for comment in looked.source.comments
            for fault in self._take(comment, looked)
        ]
        found = [*looked.diagnostics, *filter(None, faults)]
        return sorted(found, key=lambda one: (one.start, one.code)) if faults else found

    def compared(self, comparison: Comparison) -> list[Diagnostic]:
        """Return what is wrong with a file among others."""
        self._examined.enter_comparison(comparison)
        return comparison.diagnostics

    def applied(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield `diagnostics`, and why they are not to be reported where that is said.

        At the end come the suppressions that are of no use.
        """
        for diagnostic in diagnostics:
            waivers = self._covering(diagnostic)
            for waiver in waivers:
                waiver.is_used = True
            yield evolve(diagnostic, suppressed=waivers[0].suppressed) if waivers else diagnostic
        yield from self._useless()

    def why(self, diagnostic: Diagnostic) -> Suppressed | None:
        """Return why `diagnostic` is not to be reported, if that is said of it."""
        waivers = self._covering(diagnostic)
        return waivers[0].suppressed if waivers else None

    def _covering(self, diagnostic: Diagnostic) -> list[_Waiver]:
        """Return those that are about `diagnostic`, comments first."""
        if diagnostic.name in _OWN:
            return []
        return [one for one in self._within(diagnostic.path) if one.covers(diagnostic)]

    def _within(self, path: str) -> list[_Waiver]:
        """Return those that may hold in the file at `path`, comments in it first."""
        if path not in self._by_path:
            may = [*self._by_file.get(os.path.abspath(path), ()), *self._by_file.get("", ())]  # noqa: PTH100
            found = [waiver for waiver in may if waiver.where.is_in(path)]
            found.sort(key=lambda waiver: waiver.suppressed.by is not SuppressedBy.COMMENT)
            self._by_path[path] = found
        return self._by_path[path]

    def _add(self, suppression: Suppression) -> None:
        if suppression.until and suppression.until < date.today():  # noqa: DTZ011 - the user's day
            self._overdue.append(_Overdue(suppression, suppression.until))
            return
        if fault := self._wrong_name(suppression.rule):
            message = f"{suppression.where}: {_told(fault)}"
            raise ConfigError(message)
        files = suppression.files
        if suppression.part:
            ids = self._targets.find(*suppression.part, suppression.where)
            files = evolve(files, ids=ids)
        why = Suppressed(SuppressedBy.CONFIGURATION, suppression.reason)
        self._enter(_Waiver(suppression.rule, files, why, suppression.path, suppression.place))

    def _take(self, comment: Comment, looked: Looked) -> Iterator[Fault]:
        """Take in what a comment asks for; yield what is wrong with it."""
        asked = read_comment(comment)
        if isinstance(asked, Fault):
            yield asked
            return
        path = looked.source.path
        where = Stretch(path) if asked.is_for_file else looked.stretch(comment)
        why = Suppressed(SuppressedBy.COMMENT, asked.reason)
        for rule in dict.fromkeys(asked.rules):
            if fault := self._wrong_name(rule):
                yield fault
            else:
                nowhere = Stretch(path, comment.place, comment.place)
                self._enter(_Waiver(rule, where or nowhere, why, path, lambda: comment.place))
        self._by_path.pop(path, None)

    def _enter(self, waiver: _Waiver) -> None:
        self._waivers.append(waiver)
        self._by_file.setdefault(waiver.where.only, []).append(waiver)

    def _wrong_name(self, asked: str) -> Fault | None:
        """Return why `asked` names no rule that can be kept from speaking, or nothing."""
        if asked not in self._faults:
            self._faults[asked] = self._fault_of(asked)
        return self._faults[asked]

    def _fault_of(self, asked: str) -> Fault | None:
        rules = self._linter.catalog.rules
        named = rules_named(asked, rules)
        if any(rule.name not in _OWN for rule in named):
            return None
        if named or are_begun(asked, rules):
            return Fault("own" if named else "of-the-run", {"rule": asked})
        if self._may_be(asked):
            return None
        close = closest_name(asked, rules)
        return (
            Fault("close", {"rule": asked, "close": close})
            if close
            else Fault("unknown", {"rule": asked})
        )

    def _useless(self) -> Iterator[Diagnostic]:
        """Yield what is said of suppressions that are over, and of those that nothing has met."""
        said: list[Diagnostic | None] = []
        for overdue in self._overdue:
            suppression = overdue.suppression
            if self._paths(suppression.files):
                facts: dict[str, Fact] = {"until": overdue.until, "rule": suppression.rule}
                fault = Fault("over", facts)
                said.append(self._say(_INVALID, suppression.path, fault, suppression.place()))
        for waiver in filter(self._is_without_reason, self._waivers):
            facts = {"rule": waiver.rule, "reason": waiver.suppressed.reason}
            said.append(self._say(_INVALID, waiver.path, Fault("unwritten", facts), waiver.place()))
        for waiver in self._waivers:
            if not waiver.is_used:
                said += self._useless_one(waiver)
        yield from sorted(filter(None, said), key=lambda one: (one.path, one.start, one.code))

    def _useless_one(self, waiver: _Waiver) -> Iterator[Diagnostic | None]:
        """Yield what is said of one that nothing has met."""
        facts: dict[str, Fact] = {"rule": waiver.rule}
        if missing := self._missing(waiver.where):
            fault = Fault("no-file", facts | {"file": missing})
            yield self._say(_INVALID, waiver.path, fault, waiver.place())
        elif self._is_certain(waiver):
            fault = Fault("", facts | {"reason": waiver.suppressed.reason})
            yield self._say(_UNUSED, waiver.path, fault, waiver.place())

    def _missing(self, where: Where) -> str | None:
        """Return the file that a suppression names and that is not there."""
        if self._paths(where):
            return None
        return next((path for path in where.files() if not os.path.exists(path)), None)  # noqa: PTH110

    def _paths(self, where: Where) -> list[str]:
        """Return the files that were looked at and in which a suppression may hold."""
        if where.only:
            return self._examined.paths_of(where.only)
        return [path for path in self._examined.paths() if where.is_in(path)]

    def _is_without_reason(self, waiver: _Waiver) -> bool:
        """Whether a suppression in a file of the run has a reason that is still to be written."""
        unwritten = is_unwritten(waiver.suppressed.reason)
        return unwritten and any(map(waiver.where.is_in, self._examined.paths()))

    def _is_certain(self, waiver: _Waiver) -> bool:
        """Whether all that a suppression may meet has been looked at: each file by each rule."""
        paths = self._paths(waiver.where)
        catalog = self._linter.catalog
        codes = {rule.code for rule in rules_named(waiver.rule, catalog.rules)}
        asked = codes - catalog.of_the_run
        looked_at = all(self._examined.has(path, code) for path in paths for code in asked)
        return bool(paths and codes) and looked_at and self._are_all(paths, waiver.where)

    def _are_all(self, paths: Sequence[str], where: Where) -> bool:
        """Whether `paths` are all the files that can be read in which a suppression may hold."""
        known = set(map(os.path.realpath, paths))
        return all(
            os.path.realpath(path) in known
            for path in where.files()
            if Path(path).suffix.lower() in self._linter.suffixes
        )

    def _say(self, name: str, path: str, fault: Fault, place: Place) -> Diagnostic | None:
        """Return what a rule of the run says, if it is to."""
        rule = self._linter.catalog.find(name)
        if rule and not self._linter.selection.covers(rule):
            return None
        rejection = Rejection(name, fault.facts, fault.variant, place)
        return self._linter.sayings.of_rejection(path, rejection)


def _told(fault: Fault) -> str:
    """Return what is wrong with a name in a configuration."""
    rule = fault.facts["rule"]
    if fault.variant in _REFUSALS:
        return f"`{rule}` {_REFUSALS[fault.variant]}"
    close = fault.facts.get("close")
    hint = f"did you mean `{close}`?" if close else "`disclint rule --all` lists them all"
    return f"no such rule: `{rule}`; {hint}"
