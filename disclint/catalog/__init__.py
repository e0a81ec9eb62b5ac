"""What is demanded of reports: the rules and forms of all packs."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

from attrs import define

from disclint import spelling
from disclint.catalog.loading import Loading
from disclint.check import Check
from disclint.errors import PackError
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary, joined
from disclint.parsing import Vocabulary
from disclint.rule import Rule

__all__ = ["Catalog", "load_catalog"]


@define(slots=False)
class Catalog:
    """The rules by code, the forms, and the outline of the report."""

    rules: tuple[Rule, ...]
    forms: tuple[Form, ...]
    outline: tuple[OutlineSection, ...]
    glossary: Glossary

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

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words by which a parser knows labels and headings."""
        return Vocabulary(
            labels=frozenset().union(*(form.labels for form in self.forms)),
            sections=tuple(
                frozenset(
                    spelling.label(heading).text for heading in (section.label, *section.variants)
                )
                for section in self.outline
            ),
            items=frozenset(item for form in self.forms for item in form.items),
        )


def load_catalog(
    packs: Iterable[Traversable],
    own: Sequence[Traversable] = (),
    kinds: Mapping[str, type[Check]] | None = None,
) -> Catalog:
    """Return what stands in the folders `packs`, and in those that are an organisation's `own`.

    The rules are held against the checks in `kinds`, if these are given.

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
    return Catalog(
        tuple(sorted((rule for _, rule in loading.rules), key=lambda rule: rule.code)),
        tuple(form for _, form in loading.forms),
        tuple(loading.outline),
        joined(loading.glossaries),
    )
