"""The files of packs, read one after the other, with everything that is wrong in any of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.resources.abc import Traversable
from typing import TypeVar

from attrs import define, field

from disclint.catalog.entry import Entry, Page, read_page
from disclint.catalog.forms import load_form, load_outline
from disclint.catalog.glossary import load_glossary
from disclint.catalog.kinds import ValueKind, brief, did_you_mean, matching
from disclint.catalog.rules import Terms, load_rule
from disclint.check import NAMES, Check
from disclint.errors import PackError
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary
from disclint.rule import Rule

_T = TypeVar("_T")

OUTLINE = "outline.yaml"
GLOSSARY = "glossary.yaml"
FORMS = "forms"
_NO_RULES = frozenset({OUTLINE, GLOSSARY})
_NAME_OF_RULE = re.compile(r"[A-Z0-9]+-[a-z0-9-]+\.yaml")
_OWN_CODE = matching(
    "DIS9[0-9]{2}",
    "DIS900 to DIS999, the codes of an organisation's own rules (others are those of disclint "
    "itself and of plugins)",
)


@define
class Loading:
    """What has been read so far."""

    _kinds: Mapping[str, type[Check]] | None = None
    rules: list[tuple[Page, Rule]] = field(factory=list, init=False)
    forms: list[tuple[Page, Form]] = field(factory=list, init=False)
    outline: list[OutlineSection] = field(factory=list, init=False)
    glossaries: list[Glossary] = field(factory=list, init=False)
    faults: list[str] = field(factory=list, init=False)

    def read(self, pack: Traversable, terms: Terms | None = None) -> None:
        """Read the files in the folder `pack`."""
        read_rule = partial(_named_rule, terms=terms or Terms(kinds=self._kinds))
        self.rules += self._each(self._files(pack), read_rule)
        self.forms += self._each(self._files(pack.joinpath(FORMS)), load_form)
        for _, sections in self._each(_if_there(pack.joinpath(OUTLINE)), load_outline):
            self.outline += sections
        for _, glossary in self._each(_if_there(pack.joinpath(GLOSSARY)), load_glossary):
            self.glossaries.append(glossary)

    def read_own(self, pack: Traversable, code: ValueKind[str] = _OWN_CODE) -> None:
        """Read the files in the folder `pack`, which is an organisation's own."""
        if not pack.is_dir():
            self.faults.append(f"{pack}: no such folder")
            return
        before = len(self.rules) + len(self.forms) + len(self.faults)
        self.read(pack, Terms(kinds=self._kinds, code=code, is_own=True))
        if len(self.rules) + len(self.forms) + len(self.faults) == before:
            self.faults.append(f"{pack}: holds neither a rule, `CODE-name.yaml`, nor forms")

    def refuse_doubles(self) -> None:
        """Take down what is there twice, with both places."""
        first: dict[tuple[str, str], str] = {}
        for what, name, place in self._names():
            other = first.setdefault((what, name), place)
            if other is not place:
                self.faults.append(f"{place}: a second {what} `{name}`, after {other}")

    def refuse_strangers(self) -> None:
        """Take down what rules name that no form, outline or glossary has."""
        known = self._known()
        for page, rule in self.rules:
            for key, what, name in self._named(rule):
                if name not in known[what]:
                    said = f"no such {what}: `{brief(name)}`{did_you_mean(name, known[what])}"
                    self.faults.append(f"{page.place(('with', key))}: with: {said}")

    def _named(self, rule: Rule) -> Iterator[tuple[str, str, str]]:
        """Yield each name that a rule gives its check, with the option and what it is of."""
        kind = (self._kinds or {}).get(rule.check)
        for attribute in getattr(kind, "__attrs_attrs__", ()):
            key, what = attribute.alias, attribute.metadata.get(NAMES)
            if what and key in rule.options:
                named = rule.options[key]
                for name in named if isinstance(named, list) else [named]:
                    yield key, what, str(name)

    def _known(self) -> dict[str, list[str]]:
        """Return the names that rules may give, by what they are of."""
        blocks = [block for _, form in self.forms for block in form.blocks]
        topics = [topic for glossary in self.glossaries for topic in glossary.topics]
        return {
            "relation": [relation.name for block in blocks for relation in block.relations],
            "row": [row.id for block in blocks for row in block.rows],
            "column": [column.id for block in blocks for column in block.columns],
            "section": [section.number for section in self.outline],
            "aspect": [aspect.id for topic in topics for aspect in topic.aspects],
        }

    def _names(self) -> Iterator[tuple[str, str, str]]:
        """Yield what must be there once: what it is, its name and its place."""
        for page, rule in self.rules:
            yield "rule with the code", rule.code, page.place(("code",))
            yield "rule with the name", rule.name, page.place(("name",))
        for page, form in self.forms:
            yield "form with the id", form.id, page.place(("id",))

    def _each(
        self, files: Iterable[Traversable], load: Callable[[Entry], _T]
    ) -> Iterator[tuple[Page, _T]]:
        """Yield what `load` makes of each file in which nothing is wrong."""
        for file in files:
            try:
                yield read_page(file, load)
            except PackError as error:
                self.faults += error.faults

    def _files(self, folder: Traversable) -> Iterator[Traversable]:
        """Yield the files of a folder that hold a rule, or a form, by name."""
        if not folder.is_dir():
            return
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            is_form = folder.name == FORMS
            if file.name.endswith(".yml"):
                self.faults.append(f"{file}: must end in `.yaml` to be read")
            elif not file.name.endswith(".yaml") or (not is_form and file.name in _NO_RULES):
                continue
            elif is_form or _NAME_OF_RULE.fullmatch(file.name):
                yield file
            else:
                known = ", ".join(sorted(_NO_RULES))
                self.faults.append(f"{file}: must be named `CODE-name.yaml`, or one of {known}")


def _named_rule(entry: Entry, terms: Terms) -> Rule:
    rule = load_rule(entry, terms)
    name = f"{rule.code}-{rule.name}.yaml"
    if rule.code and rule.name and not entry.page.file.endswith(name):
        entry.complain("code", f"a rule's file is named by its code and name: `{name}`")
    return rule


def _if_there(file: Traversable) -> list[Traversable]:
    return [file] if file.is_file() else []
