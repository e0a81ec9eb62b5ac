"""What is demanded of reports: the rules of all packs, and the kinds of report they are for."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from importlib.resources.abc import Traversable

from attrs import define

from disclint.catalog.genre import Genre
from disclint.catalog.pack import Pack, load_pack
from disclint.errors import PackError
from disclint.forms import Form
from disclint.glossary import joined
from disclint.rule import Rule

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
    def _by_name(self) -> dict[str, Rule]:
        return {name.lower(): rule for rule in self.rules for name in (rule.code, rule.name)}


def load_catalog(folders: Iterable[Traversable]) -> Catalog:
    """Return what stands in the packs `folders`; those for the same report go together.

    Raises:
        PackError: a file of a pack is wrong; the text says which and why.

    """
    packs = [load_pack(folder) for folder in folders]
    rules = sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: rule.code)
    genres = tuple(
        _genre(name, [pack for pack in packs if pack.report == name])
        for name in dict.fromkeys(pack.report for pack in packs if pack.report)
    )
    catalog = Catalog(tuple(rules), genres)
    _refuse_doubles("rules with the code", [rule.code for rule in rules])
    _refuse_doubles("rules with the name", [rule.name for rule in rules])
    _refuse_doubles("forms with the id", [form.id for form in catalog.forms])
    return catalog


def _genre(name: str, packs: Iterable[Pack]) -> Genre:
    together = list(packs)
    return Genre(
        id=name,
        forms=tuple(form for pack in together for form in pack.forms),
        outline=tuple(section for pack in together for section in pack.outline),
        glossary=joined([pack.glossary for pack in together if pack.glossary]),
    )


def _refuse_doubles(what: str, names: list[str]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            message = f"{count} {what} `{name}`"
            raise PackError(message)
