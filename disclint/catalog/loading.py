"""Packs read one after the other, and held against each other."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable

from attrs import define, field

from disclint.catalog.entry import Page
from disclint.catalog.kinds import ValueKind, brief, did_you_mean, matching
from disclint.catalog.pack import Pack, PackReader
from disclint.catalog.rules import Terms
from disclint.check import NAMES, Check
from disclint.forms import Form
from disclint.rule import Rule

_OWN_CODE = matching(
    "DIS9[0-9]{2}",
    "DIS900 to DIS999, the codes of an organisation's own rules (others are those of disclint "
    "itself and of plugins)",
)


@define
class Loading:
    """What has been read so far, with everything that is wrong in any of it."""

    _kinds: Mapping[str, type[Check]] | None = None
    packs: list[Pack] = field(factory=list, init=False)
    faults: list[str] = field(factory=list, init=False)

    @property
    def rules(self) -> list[tuple[Page, Rule]]:
        """The rules of all packs, each with its file."""
        return [rule for pack in self.packs for rule in pack.rules]

    @property
    def forms(self) -> list[tuple[Page, Form]]:
        """The forms of all packs, each with its file."""
        return [form for pack in self.packs for form in pack.forms]

    def read(self, folder: Traversable, terms: Terms | None = None) -> Pack:
        """Read and return the pack in `folder`."""
        reader = PackReader(terms or Terms(kinds=self._kinds), self.faults)
        self.packs.append(reader.read(folder))
        return self.packs[-1]

    def read_own(self, folder: Traversable, code: ValueKind[str] = _OWN_CODE) -> None:
        """Read the pack in `folder`, which is an organisation's own."""
        if not folder.is_dir():
            self.faults.append(f"{folder}: no such folder")
            return
        before = len(self.faults)
        pack = self.read(folder, Terms(kinds=self._kinds, code=code, is_own=True))
        if not pack.rules and not pack.forms and len(self.faults) == before:
            self.faults.append(f"{folder}: holds neither a rule, `CODE-name.yaml`, nor forms")

    def refuse_doubles(self) -> None:
        """Take down what is there twice, with both places."""
        first: dict[tuple[str, str], str] = {}
        for what, name, place in self._names():
            other = first.setdefault((what, name), place)
            if other is not place:
                self.faults.append(f"{place}: a second {what} `{name}`, after {other}")

    def refuse_strangers(self) -> None:
        """Take down what is named, a kind of report or a part of one, and not there."""
        reports = list(dict.fromkeys(pack.report for pack in self.packs if pack.forms))
        for pack in self.packs:
            if pack.report and pack.report not in reports:
                said = f"no pack has forms of the report `{brief(pack.report)}`"
                hint = did_you_mean(pack.report, reports)
                self.faults.append(f"{pack.place}: {said}{hint}")
            elif not pack.report and (pack.forms or pack.outline or pack.glossaries):
                wanted = "`pack.yaml` must say of which kind of report, as in `report: ogi`"
                self.faults.append(f"{pack.folder}: has forms, an outline or words: {wanted}")
        if not self.faults:
            for pack in self.packs:
                self._refuse_unknown(pack)

    def _refuse_unknown(self, pack: Pack) -> None:
        """Take down what the rules of `pack` name that no form, outline or glossary has."""
        known = self._known(pack.report)
        for page, rule in pack.rules:
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

    def _known(self, report: str) -> dict[str, list[str]]:
        """Return the names that rules for `report` may give, by what they are of."""
        packs = [pack for pack in self.packs if report in ("", pack.report)]
        blocks = [block for pack in packs for _, form in pack.forms for block in form.blocks]
        words = (glossary for pack in packs for glossary in pack.glossaries)
        topics = [topic for glossary in words for topic in glossary.topics]
        return {
            "relation": [relation.name for block in blocks for relation in block.relations],
            "row": [row.id for block in blocks for row in block.rows],
            "column": [column.id for block in blocks for column in block.columns],
            "section": [section.number for pack in packs for section in pack.outline],
            "aspect": [aspect.id for topic in topics for aspect in topic.aspects],
        }

    def _names(self) -> Iterable[tuple[str, str, str]]:
        """Yield what must be there once: what it is, its name and its place."""
        for page, rule in self.rules:
            yield "rule with the code", rule.code, page.place(("code",))
            yield "rule with the name", rule.name, page.place(("name",))
        for page, form in self.forms:
            yield "form with the id", form.id, page.place(("id",))
