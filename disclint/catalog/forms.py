"""Forms and outlines from the files of a pack."""

from collections.abc import Mapping, Sequence

from disclint.catalog.entry import Entry
from disclint.catalog.kinds import ANY_TEXT, SOME_TEXTS, TEXTS, did_you_mean, number_from
from disclint.forms import (
    Column,
    Compare,
    Form,
    FormBlock,
    Kind,
    Named,
    Operand,
    OutlineSection,
    Over,
    Relation,
    Scope,
)

_TABLE = number_from(1, 99)
_LABEL_COLUMNS = number_from(0, 9)
_PARTS = {Over.ROWS: "column", Over.COLUMNS: "row", Over.CELLS: "part of a cell"}
_ACROSS = {Over.ROWS: Over.COLUMNS, Over.COLUMNS: Over.ROWS}
_YEAR = number_from(1949, 2999)


def load_form(entry: Entry) -> Form:
    """Return the form that a file describes."""
    years = entry.mapping("years", required=True)
    form = Form(
        id=entry.id("id"),
        name=entry.wording("name"),
        table=entry.take("table", _TABLE),
        edition=entry.text("edition"),
        first_year=years.take("first", _YEAR),
        last_year=years.take_if_given("last", _YEAR),
        label_columns=entry.take("label-columns", _LABEL_COLUMNS),
        blocks=tuple(_block(block) for block in entry.mappings("blocks", required=True)),
    )
    if form.last_year and form.last_year < form.first_year and not years.is_faulty:
        years.wrong("last", f"{form.first_year}, the first year, or later, not `{form.last_year}`")
    years.closed(form)
    return entry.closed(form)


def load_outline(entry: Entry) -> tuple[OutlineSection, ...]:
    """Return the sections that a file lists."""
    return entry.closed(
        tuple(_section(section) for section in entry.mappings("sections", required=True))
    )


def _section(entry: Entry) -> OutlineSection:
    return entry.closed(
        OutlineSection(
            number=entry.text("number"),
            label=entry.text("label"),
            variants=entry.texts("variants"),
            table=entry.take_if_given("table", _TABLE),
        )
    )


def _block(entry: Entry) -> FormBlock:
    columns = tuple(_column(column) for column in entry.mappings("columns", required=True))
    rows = tuple(_row(row) for row in entry.mappings("rows", required=True))
    _refuse_doubles(entry, "columns", columns)
    _refuse_doubles(entry, "rows", rows)
    known = {
        Over.ROWS: _ids(columns),
        Over.COLUMNS: _ids(rows),
        Over.CELLS: ["cell"],
    }
    return entry.closed(
        FormBlock(
            title=entry.text("title", ""),
            headers=entry.texts("headers"),
            columns=columns,
            rows=rows,
            relations=tuple(_relation(relation, known) for relation in entry.mappings("relations")),
        )
    )


def _ids(named: Sequence[Named]) -> list[str]:
    """Return the ids that relations may name, none where one of them could not be read."""
    ids = [one.id for one in named]
    return ids if all(ids) else []


def _refuse_doubles(entry: Entry, key: str, named: Sequence[Named]) -> None:
    """Refuse two rows, or columns, of one id, or with one label under the same labels."""
    for what, names in (
        ("id", [one.id for one in named]),
        ("label", [(*one.under, one.label) for one in named]),
    ):
        first: dict[object, int] = {}
        for index, name in enumerate(names):
            other = first.setdefault(name, index)
            if other < index and name:
                said = f"`{key}[{index + 1}]` has the {what} of `{key}[{other + 1}]`"
                entry.complain(key, said, index)


def _row(entry: Entry) -> Named:
    return entry.closed(
        Named(
            id=entry.id("id"),
            label=entry.take("label", ANY_TEXT),
            variants=entry.texts("variants"),
            under=entry.texts("under"),
        )
    )


def _column(entry: Entry) -> Column:
    return entry.closed(
        Column(
            id=entry.id("id"),
            label=entry.text("label"),
            variants=entry.texts("variants"),
            under=entry.texts("under"),
            kind=Kind(entry.choice("kind", Kind, Kind.COUNT)),
            unit=entry.text("unit", ""),
        )
    )


def _relation(entry: Entry, known: Mapping[Over, Sequence[str]]) -> Relation:
    over = Over(entry.choice("over", Over))
    sides = {"sum": entry.take("sum", SOME_TEXTS)}
    compare, sides[compare] = entry.one_of(Compare, TEXTS)
    within = entry.texts("within")
    if entry.values.get("over") == over:
        for key, operands in sides.items():
            _refuse_unknown(entry, key, [_operand(one).id for one in operands], known, over)
        if over in _ACROSS:
            _refuse_unknown(entry, "within", within, known, _ACROSS[over])
        elif within:
            entry.complain("within", f"`within` does not go with `over: {over}`", of_key=True)
    relation = Relation(
        id=entry.id("id"),
        name=entry.id("name"),
        over=over,
        sum=tuple(map(_operand, sides["sum"])),
        compare=Compare(compare),
        against=tuple(map(_operand, sides[compare])),
        within=frozenset(within),
    )
    return entry.closed(relation)


def _refuse_unknown(
    entry: Entry, key: str, ids: Sequence[str], known: Mapping[Over, Sequence[str]], over: Over
) -> None:
    """Refuse ids under `key` that no row, or column, has; where some could not be read, none."""
    for index, one in enumerate(ids):
        if known[over] and one not in known[over]:
            hint = did_you_mean(one, known[over])
            entry.complain(key, f"no such {_PARTS[over]}: `{one}`{hint}", index)


def _operand(text: str) -> Operand:
    """Return the operand that `last-year:carried-out`, or `carried-out` alone, names."""
    scope, colon, name = text.partition(":")
    if colon and scope in set(Scope):
        return Operand(Scope(scope), name)
    return Operand(Scope.HERE, text)
