"""Forms and outlines from the files of a pack."""

from disclint.catalog.entry import Entry
from disclint.errors import PackError
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


def load_form(entry: Entry) -> Form:
    """Return the form that a file describes."""
    years = entry.mapping("years")
    form = Form(
        id=entry.text("id"),
        name=entry.wording("name"),
        table=entry.number("table"),
        edition=entry.text("edition"),
        first_year=years.number("first"),
        last_year=years.number("last") if years.has("last") else None,
        label_columns=entry.number("label-columns"),
        blocks=tuple(_block(block) for block in entry.mappings("blocks", required=True)),
    )
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
            table=entry.number("table") if entry.has("table") else None,
        )
    )


def _block(entry: Entry) -> FormBlock:
    columns = tuple(_column(column) for column in entry.mappings("columns", required=True))
    rows = tuple(_row(row) for row in entry.mappings("rows", required=True))
    known = {
        Over.ROWS: frozenset(column.id for column in columns),
        Over.COLUMNS: frozenset(row.id for row in rows),
        Over.CELLS: frozenset({"cell"}),
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


def _row(entry: Entry) -> Named:
    return entry.closed(
        Named(
            id=entry.text("id"),
            label=entry.text("label"),
            variants=entry.texts("variants"),
            under=entry.texts("under"),
        )
    )


def _column(entry: Entry) -> Column:
    return entry.closed(
        Column(
            id=entry.text("id"),
            label=entry.text("label"),
            variants=entry.texts("variants"),
            under=entry.texts("under"),
            kind=Kind(entry.choice("kind", Kind, Kind.COUNT)),
            unit=entry.text("unit", ""),
        )
    )


def _relation(entry: Entry, known: dict[Over, frozenset[str]]) -> Relation:
    compare = next((compare for compare in Compare if entry.has(compare)), None)
    if compare is None:
        missing = Compare.EQUALS
        raise entry.wrong(missing, "given, or `at-least` or `only-with`")
    over = Over(entry.choice("over", Over))
    relation = Relation(
        id=entry.text("id"),
        name=entry.text("name"),
        over=over,
        sum=tuple(map(_operand, entry.texts("sum", required=True))),
        compare=compare,
        against=tuple(map(_operand, entry.texts(compare))),
        within=frozenset(entry.texts("within")),
    )
    across = {Over.ROWS: Over.COLUMNS, Over.COLUMNS: Over.ROWS}.get(over)
    if strange := relation.within - (known[across] if across else frozenset()):
        message = f"{entry.where}: no such row or column: `{min(strange)}`"
        raise PackError(message)
    for operand in (*relation.sum, *relation.against):
        if operand.id not in known[over]:
            message = f"{entry.where}: no such row or column: `{operand.id}`"
            raise PackError(message)
    return entry.closed(relation)


def _operand(text: str) -> Operand:
    """Return the operand that `last-year:carried-out`, or `carried-out` alone, names."""
    scope, colon, name = text.partition(":")
    if colon and scope in set(Scope):
        return Operand(Scope(scope), name)
    return Operand(Scope.HERE, text)
