"""A folder of rules, forms, an outline and a glossary."""

from importlib.resources.abc import Traversable

from attrs import evolve, frozen

from disclint.catalog.entry import Entry
from disclint.catalog.forms import load_form, load_outline
from disclint.catalog.glossary import load_glossary
from disclint.catalog.rules import load_rule
from disclint.errors import PackError
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary
from disclint.rule import Rule

_PACK = "pack.yaml"
_OUTLINE = "outline.yaml"
_GLOSSARY = "glossary.yaml"
_NO_RULES = frozenset({_PACK, _OUTLINE, _GLOSSARY})


@frozen(kw_only=True, eq=False)
class Pack:
    """What stands in one folder."""

    report: str
    """The kind of report that it is for; nothing where it is for all of them."""
    rules: tuple[Rule, ...]
    forms: tuple[Form, ...]
    outline: tuple[OutlineSection, ...]
    glossary: Glossary | None


def load_pack(folder: Traversable) -> Pack:
    """Return what stands in `folder`.

    A pack without `pack.yaml` is of a kind of report of its own if it has forms, else for all.

    Raises:
        PackError: a file is wrong; the text says which and why.

    """
    forms = tuple(load_form(Entry.load(file)) for file in _files(folder.joinpath("forms")))
    told = _optional(folder, _PACK)
    outline, glossary = _optional(folder, _OUTLINE), _optional(folder, _GLOSSARY)
    report = told.closed(told.text("report")) if told else folder.name if forms else ""
    rules = (_rule(file) for file in _files(folder) if file.name not in _NO_RULES)
    return Pack(
        report=report,
        rules=tuple(evolve(rule, report=report) for rule in rules),
        forms=forms,
        outline=load_outline(outline) if outline else (),
        glossary=load_glossary(glossary) if glossary else None,
    )


def _optional(folder: Traversable, name: str) -> Entry | None:
    file = folder.joinpath(name)
    return Entry.load(file) if file.is_file() else None


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
