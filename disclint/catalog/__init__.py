"""What is demanded of reports: the rules and forms of all packs."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from importlib.resources.abc import Traversable

from attrs import define

from disclint import spelling
from disclint.catalog.entry import Entry
from disclint.catalog.forms import load_form, load_outline
from disclint.catalog.glossary import load_glossary
from disclint.catalog.rules import load_rule
from disclint.errors import PackError
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary, joined
from disclint.parsing import Vocabulary
from disclint.rule import Rule

__all__ = ["Catalog", "load_catalog"]

_OUTLINE = "outline.yaml"
_GLOSSARY = "glossary.yaml"
_NO_RULES = frozenset({_OUTLINE, _GLOSSARY})


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


def load_catalog(packs: Iterable[Traversable]) -> Catalog:
    """Return what stands in the folders `packs`.

    Raises:
        PackError: a file of a pack is wrong; the text says which and why.

    """
    rules: list[Rule] = []
    forms: list[Form] = []
    outline: list[OutlineSection] = []
    glossaries: list[Glossary] = []
    for pack in packs:
        rules += (_rule(file) for file in _files(pack) if file.name not in _NO_RULES)
        forms += (load_form(Entry.load(file)) for file in _files(pack.joinpath("forms")))
        if (file := pack.joinpath(_OUTLINE)).is_file():
            outline += load_outline(Entry.load(file))
        if (file := pack.joinpath(_GLOSSARY)).is_file():
            glossaries.append(load_glossary(Entry.load(file)))
    _refuse_doubles("rules with the code", [rule.code for rule in rules])
    _refuse_doubles("rules with the name", [rule.name for rule in rules])
    _refuse_doubles("forms with the id", [form.id for form in forms])
    rules.sort(key=lambda rule: rule.code)
    return Catalog(tuple(rules), tuple(forms), tuple(outline), joined(glossaries))


def _files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    files = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    return sorted(files, key=lambda file: file.name)


def _rule(file: Traversable) -> Rule:
    rule = load_rule(Entry.load(file))
    if file.name != f"{rule.code}-{rule.name}.yaml":
        message = f"{file}: a rule's file is named by its code and name"
        raise PackError(message)
    return rule


def _refuse_doubles(what: str, names: list[str]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            message = f"{count} {what} `{name}`"
            raise PackError(message)
