"""Which rules are to run, on which files, and how much each weighs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from attrs import frozen

from disclint.config.selector import ALL, Selector
from disclint.diagnostics import Severity
from disclint.errors import UsageError
from disclint.rule import RUN, Rule
from disclint.settings.patterns import Patterns


@frozen
class Decision:
    """Whether a rule runs, and what decides it."""

    runs: bool
    by: Selector | None = None
    """What has named it last; nothing if nobody has."""


@frozen(kw_only=True)
class Choice:
    """What one place, a configuration or the command line, says of which rules are to run."""

    select: tuple[Selector, ...] = ()
    """What is to run and nothing else; if it is empty, what others have said goes on."""
    extend_select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()

    def decide(self, rule: Rule) -> Decision | None:
        """Return what is said of `rule`, if anything: the longest counts, and if equal `ignore`.

        A rule that speaks of the run itself need not be selected.
        """
        runs = ((one.reach(rule), 0, one) for one in (*self.select, *self.extend_select))
        rests = ((one.reach(rule), 1, one) for one in self.ignore)
        named = [(reach, rank, one) for reach, rank, one in chain(runs, rests) if reach is not None]
        if named:
            _, rank, by = max(named, key=lambda found: found[:2])
            return Decision(rank == 0, by)
        return Decision(runs=False) if self.select and rule.check != RUN else None


@frozen
class FileIgnores:
    """Rules that are not to run on some files."""

    files: Patterns
    rules: tuple[Selector, ...]


@frozen
class Weight:
    """How much the rules weigh that are named."""

    rules: Selector
    severity: Severity


@frozen(kw_only=True)
class Selection:
    """What is said of the rules in all places, from the farthest to the nearest."""

    choices: tuple[Choice, ...] = ()
    """Each goes over those before it."""
    file_ignores: tuple[FileIgnores, ...] = ()
    weights: tuple[Weight, ...] = ()

    @classmethod
    def naming(cls, names: Iterable[str]) -> "Selection":
        """Return the selection of nothing but the rules with these codes or names."""
        return cls(choices=(Choice(select=tuple(Selector(name) for name in names)),))

    def decide(self, rule: Rule) -> Decision:
        """Return whether `rule` runs; what stops the run is never left out."""
        decided = Decision(runs=True)
        for choice in self.choices:
            decided = choice.decide(rule) or decided
        return Decision(runs=True) if rule.stops else decided

    def covers(self, rule: Rule) -> bool:
        """Whether `rule` is to run."""
        return self.decide(rule).runs

    def ignored_in(self, path: str, rules: Iterable[Rule]) -> frozenset[str]:
        """Return the codes of those `rules` that are not to run on the file at `path`."""
        if not self.file_ignores:
            return frozenset()
        return frozenset(rule.code for rule in rules if self.ignoring(path, rule))

    def ignoring(self, path: str, rule: Rule) -> Selector | None:
        """Return what says that `rule` is not to run on the file at `path`, if anything does."""
        ignores = [one for one in self.file_ignores if one.files.decide(path)]
        named = [one for each in ignores for one in each.rules if one.reach(rule) is not None]
        return named[-1] if named else None

    def severity(self, rule: Rule) -> Severity | None:
        """Return what `rule` is to weigh, if that is said: the longest counts, then the last."""
        reaches = [(one.rules.reach(rule), one.severity) for one in self.weights]
        said = [(reach, index) for index, (reach, _) in enumerate(reaches) if reach is not None]
        return reaches[max(said)[1]][1] if said else None

    def may_cover(self, prefix: str, prefixes: Collection[str], names: Collection[str]) -> bool:
        """Whether a rule whose code begins with `prefix` may be asked for.

        It is told before any rule with one of `prefixes` is known but those called `names`, which
        have another: what is neither a name among them nor a code may be the name of any rule.
        """
        asked = self._asked()
        unclear = [one for one in self._selectors() if one.is_name(prefixes)]
        return any(
            one.may_name(prefix, prefixes)
            for one in (*asked, *unclear)
            if one.text.lower() not in names
        )

    def _asked(self) -> tuple[Selector, ...]:
        """Return what is to run, as far as nothing nearer has begun anew."""
        asked: tuple[Selector, ...] = (Selector(ALL),)
        for choice in self.choices:
            asked = choice.select or asked
            asked += choice.extend_select
        return asked

    def refuse_unfit(self, rules: Sequence[Rule], absent: Collection[str] = ()) -> None:
        """Refuse what names none of `rules`, or one that cannot be left out, or leaves nothing.

        Rules whose code begins with one of the prefixes in `absent` are not known.

        Raises:
            UsageError: there is something of that kind; the text says where.

        """
        for selector in self._selectors():
            selector.refuse_unknown(rules, absent)
        for selector in self._lessening():
            for rule in rules:
                if rule.stops and selector.is_exact(rule):
                    message = (
                        f"{selector.origin}: {rule.code} {rule.name} tells that the job could not "
                        "be done; it always runs, and always ends the run with status 2"
                    )
                    raise UsageError(message)
        if not any(self.covers(rule) for rule in rules if rule.check != RUN):
            message = "no rule is left to run; `select` and `ignore` leave out all of them"
            raise UsageError(message)

    def _selectors(self) -> Iterator[Selector]:
        for choice in self.choices:
            yield from (*choice.select, *choice.extend_select)
        yield from self._lessening()

    def _lessening(self) -> Iterator[Selector]:
        """Yield what leaves out rules, or weighs them otherwise."""
        for choice in self.choices:
            yield from choice.ignore
        for ignores in self.file_ignores:
            yield from ignores.rules
        for weight in self.weights:
            yield weight.rules
