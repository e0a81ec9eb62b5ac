"""A folder of rules, forms, an outline and a glossary."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.resources.abc import Traversable
from typing import TypeVar

from attrs import evolve, frozen

from disclint.catalog.entry import Entry, Page, read_page
from disclint.catalog.forms import load_form, load_outline
from disclint.catalog.glossary import load_glossary
from disclint.catalog.rules import Terms, load_rule
from disclint.errors import PackError
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary
from disclint.rule import Rule

_T = TypeVar("_T")

_PACK = "pack.yaml"
_OUTLINE = "outline.yaml"
_GLOSSARY = "glossary.yaml"
_FORMS = "forms"
_NO_RULES = frozenset({_PACK, _OUTLINE, _GLOSSARY})
_NAME_OF_RULE = re.compile(r"[A-Z0-9]+-[a-z0-9-]+\.yaml")


@frozen(kw_only=True, eq=False)
class Pack:
    """What stands in one folder."""

    folder: str
    report: str
    """The kind of report that it is for; nothing where its rules are for all of them."""
    place: str
    """Where it says so."""
    rules: tuple[tuple[Page, Rule], ...]
    forms: tuple[tuple[Page, Form], ...]
    outline: tuple[OutlineSection, ...]
    glossaries: tuple[Glossary, ...]
    """One, or none."""


def read_pack(folder: Traversable) -> Pack:
    """Return what stands in `folder`, whatever the codes of its rules and their checks.

    Raises:
        PackError: a file is wrong.

    """
    reader = PackReader(Terms(), [])
    pack = reader.read(folder)
    if reader.faults:
        raise PackError(*reader.faults)
    return pack


@frozen
class PackReader:
    """Reads folders, and takes down everything that is wrong in any file."""

    terms: Terms
    faults: list[str]

    def read(self, folder: Traversable) -> Pack:
        """Return what stands in `folder`, without the files in which anything is wrong."""
        told = list(self._each(_if_there(folder, _PACK), load_report))
        place, report = told[0] if told else (str(folder), "")
        rules = self._each(self._files(folder), partial(_named_rule, terms=self.terms))
        outlines = self._each(_if_there(folder, _OUTLINE), load_outline)
        return Pack(
            folder=str(folder),
            report=report,
            place=place if isinstance(place, str) else place.place(("report",)),
            rules=tuple((page, evolve(rule, report=report)) for page, rule in rules),
            forms=tuple(self._each(self._files(folder.joinpath(_FORMS)), load_form)),
            outline=tuple(section for _, sections in outlines for section in sections),
            glossaries=tuple(
                glossary for _, glossary in self._each(_if_there(folder, _GLOSSARY), load_glossary)
            ),
        )

    def _each(
        self, files: Iterable[Traversable], load: Callable[[Entry], _T]
    ) -> Iterator[tuple[Page, _T]]:
        """Yield what `load` makes of each file in which nothing is wrong."""
        for file in files:
            try:
                yield read_page(file, load)
            except PackError as error:
                self.faults.extend(error.faults)

    def _files(self, folder: Traversable) -> Iterator[Traversable]:
        """Yield the files of a folder that hold a rule, or a form, by name."""
        if not folder.is_dir():
            return
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            is_form = folder.name == _FORMS
            if file.name.endswith(".yml"):
                self.faults.append(f"{file}: must end in `.yaml` to be read")
            elif not file.name.endswith(".yaml") or (not is_form and file.name in _NO_RULES):
                continue
            elif is_form or _NAME_OF_RULE.fullmatch(file.name):
                yield file
            else:
                known = ", ".join(sorted(_NO_RULES))
                self.faults.append(f"{file}: must be named `CODE-name.yaml`, or one of {known}")


def load_report(entry: Entry) -> str:
    """Return the kind of report that a pack says it is for."""
    return entry.closed(entry.id("report"))


def _named_rule(entry: Entry, terms: Terms) -> Rule:
    rule = load_rule(entry, terms)
    name = f"{rule.code}-{rule.name}.yaml"
    if rule.code and rule.name and not entry.page.file.endswith(name):
        entry.complain("code", f"a rule's file is named by its code and name: `{name}`")
    return rule


def _if_there(folder: Traversable, name: str) -> list[Traversable]:
    file = folder.joinpath(name)
    return [file] if file.is_file() else []
