"""The parts of a report that a suppression may name, by their ids or their official names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import field, frozen

from disclint.closeness import closest
from disclint.diagnostics import SubjectKind
from disclint.errors import ConfigError
from disclint.forms import Form, OutlineSection, Slot, path_name
from disclint.spelling import heading, normal


@frozen
class Targets:
    """All that has a name in the forms and the outline, gone through once a kind."""

    _forms: Sequence[Form]
    _outline: Sequence[OutlineSection]
    _indices: dict[SubjectKind, dict[str, set[str]]] = field(factory=dict, init=False)

    def find(self, kind: SubjectKind, name: str, where: str) -> frozenset[str]:
        """Return the ids of what is called `name` in any edition; of a section, its table's too.

        Raises:
            ConfigError: nothing is called so; `where` tells in which setting.

        """
        if kind not in self._indices:
            index = self._indices[kind] = {}
            for key, id_ in self._named(kind):
                index.setdefault(normal(key), set()).add(id_)
        if found := self._indices[kind].get(normal(name)):
            return frozenset(found)
        shown = list(dict.fromkeys(key for key, _ in self._named(kind)))
        close = closest(name, shown)
        hint = f"did you mean `{close}`?" if close else f"an id such as `{shown[0]}`"
        message = f"{where}: no such {_WORDS[kind]}: `{name}`; {hint}"
        raise ConfigError(message)

    def _named(self, kind: SubjectKind) -> Iterator[tuple[str, str]]:
        if kind is SubjectKind.SECTION:
            yield from _sections(self._forms, self._outline)
        else:
            yield from chain.from_iterable(map(_PARTS[kind], self._forms))


def _cells(form: Form) -> Iterator[tuple[str, str]]:
    """Yield every name of every figure, and its id."""
    for block in form.blocks:
        for row in block.rows:
            for column in block.columns:
                slot = Slot(form, block, row, column)
                names = slot.name, path_name(form, block.title, row.full, column.full)
                yield slot.id, slot.id
                yield from ((text, slot.id) for name in names for text in (name.zh, name.en))


def _rows(form: Form) -> Iterator[tuple[str, str]]:
    for block in form.blocks:
        for row in block.rows:
            id_ = f"{form.id}.{row.id}"
            names = (path_name(form, block.title, shown) for shown in (row.shown, row.full))
            yield id_, id_
            yield from ((text, id_) for name in names for text in (name.zh, name.en))


def _tables(form: Form) -> Iterator[tuple[str, str]]:
    yield from ((name, form.id) for name in (form.id, form.name.zh, form.name.en))


def _sections(
    forms: Sequence[Form], outline: Iterable[OutlineSection]
) -> Iterator[tuple[str, str]]:
    """Yield every name of every section, and its number and the ids of the tables that it holds."""
    for section in outline:
        tables = (form.id for form in forms if section.table == form.table)
        names = (section.number, f"{section.number}、", section.shown, section.label)
        for id_ in (section.number, *tables):
            yield from ((name, id_) for name in names)
            yield from ((heading(name).text, id_) for name in section.variants)


_PARTS = {SubjectKind.FIGURE: _cells, SubjectKind.ROW: _rows, SubjectKind.TABLE: _tables}
_WORDS = {
    SubjectKind.FIGURE: "cell",
    SubjectKind.ROW: "row",
    SubjectKind.TABLE: "table",
    SubjectKind.SECTION: "section",
}
