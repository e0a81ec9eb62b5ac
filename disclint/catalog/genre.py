"""A kind of report: what such reports are made of, and what is demanded of them."""

from functools import cached_property

from attrs import define

from disclint import spelling
from disclint.forms import Form, OutlineSection
from disclint.glossary import Glossary
from disclint.parsing import Vocabulary


@define(kw_only=True, slots=False, eq=False)
class Genre:
    """The forms, the outline and the words of one kind of report."""

    id: str
    forms: tuple[Form, ...]
    outline: tuple[OutlineSection, ...]
    glossary: Glossary

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
