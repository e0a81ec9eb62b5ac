"""What is demanded of reports: the rules of all packs, and the kinds of report they are for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

from attrs import define

from disclint.catalog.genre import Genre
from disclint.catalog.loading import Loading
from disclint.catalog.pack import Pack
from disclint.check import Check
from disclint.diagnostics import Diagnostic
from disclint.errors import PackError
from disclint.forms import Form
from disclint.glossary import joined
from disclint.rule import RUN, Rule

__all__ = ["Catalog", "Genre", "load_catalog"]


@define(slots=False)
class Catalog:
    """The rules by code, and the kinds of report."""

    rules: tuple[Rule, ...]
    genres: tuple[Genre, ...]

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms of all kinds of report."""
        return tuple(form for genre in self.genres for form in genre.forms)

    def genre(self, name: str) -> Genre:
        """Return the kind of report with that id.

        Raises:
            KeyError: there is none.

        """
        return {genre.id: genre for genre in self.genres}[name]

    def find(self, name: str) -> Rule | None:
        """Return the rule with that code or name, or nothing."""
        return self._by_name.get(name.lower())

    @cached_property
    def names(self) -> list[str]:
        """Every code and name, for those who mistype one."""
        return [name for rule in self.rules for name in (rule.code, rule.name)]

    @cached_property
    def of_the_run(self) -> frozenset[str]:
        """The codes of the rules that speak of the run itself."""
        return frozenset(rule.code for rule in self.rules if rule.check == RUN)

    def is_of_the_run(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic speaks of the run itself or stops it, and not of a report."""
        return diagnostic.stops or diagnostic.code in self.of_the_run

    @cached_property
    def _by_name(self) -> dict[str, Rule]:
        return {name.lower(): rule for rule in self.rules for name in (rule.code, rule.name)}


def load_catalog(
    packs: Iterable[Traversable],
    own: Sequence[Traversable] = (),
    kinds: Mapping[str, type[Check]] | None = None,
) -> Catalog:
    """Return what stands in the folders `packs`, and in those that are an organisation's `own`.

    Those for the same report go together. The rules are held against the checks in `kinds`, if
    these are given.

    Raises:
        PackError: a file of a pack is wrong; the text says where and how it must be.

    """
    loading = Loading(kinds)
    for pack in packs:
        loading.read(pack)
    for pack in own:
        loading.read_own(pack)
    loading.refuse_doubles()
    if not loading.faults:
        loading.refuse_strangers()
    if loading.faults:
        raise PackError(*loading.faults)
    reports = dict.fromkeys(pack.report for pack in loading.packs if pack.report)
    return Catalog(
        tuple(sorted((rule for _, rule in loading.rules), key=lambda rule: rule.code)),
        tuple(_genre(report, loading.packs) for report in reports),
    )


def _genre(report: str, packs: Iterable[Pack]) -> Genre:
    together = [pack for pack in packs if pack.report == report]
    return Genre(
        id=report,
        forms=tuple(form for pack in together for _, form in pack.forms),
        outline=tuple(section for pack in together for section in pack.outline),
        glossary=joined([glossary for pack in together for glossary in pack.glossaries]),
    )
