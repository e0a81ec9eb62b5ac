"""The document: what stands in a report, before anyone asks what it means."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from disclint.source import Span


@frozen(kw_only=True)
class Node:
    """A piece of the document and where it stands; two nodes are equal wherever they stand."""

    span: Span = field(eq=False)


@frozen(kw_only=True)
class Quantity:
    """A number as written: `+42`, `2359.4197万元`, `1.2万余`."""

    value: Decimal
    sign: str = ""
    unit: str = ""
    about: bool = False
    """Whether the writer says "about" (余, 多, 约)."""
    marks: tuple[str, ...] = ()
    """Spellings that a plain number does not have: `wide-digits`, `thousands-mark`, `space`."""


@frozen
class Columns:
    """From where to where a cell stands in its line: in code points, and as a screen shows it."""

    code_points: tuple[int, int]
    screen: tuple[int, int]


class Edges(Enum):
    """How certain it is where a cell begins and ends."""

    FIRM = "firm"
    LOOSE = "loose"
    """It may be several cells whose borders are gone."""
    DOUBTFUL = "doubtful"
    """A part of it may also belong to the words next to it."""


@frozen(kw_only=True)
class Cell(Node):
    """One cell of a table: its text as written, without the padding around it."""

    text: str
    columns: Columns | None = field(default=None, eq=False)
    """Where it stands in its line, in a layout that sets cells by that."""
    edges: Edges = Edges.FIRM
    is_covered: bool = False
    """Whether it is none, as a cell in a row above reaches down into its place."""


@frozen(kw_only=True)
class Row(Node):
    """Cells that stand side by side."""

    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Table(Node):
    """Rows laid down in one layout."""

    layout: str
    rows: tuple[Row, ...]
    is_torn: bool = field(default=False, eq=False)
    """Whether the layout may set a label apart from its figures, or break it over rows."""


@frozen(kw_only=True)
class Paragraph(Node):
    """A line of prose."""

    text: str


Block = Paragraph | Table


@frozen(kw_only=True)
class Section(Node):
    """A heading of the report's outline and what stands under it."""

    heading: Paragraph
    blocks: tuple[Block, ...]


@frozen(kw_only=True)
class Report(Node):
    """A whole file: what stands before the first section, and the sections."""

    preamble: tuple[Block, ...]
    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks in the order of the text."""
        yield from self.preamble
        for section in self.sections:
            yield from section.blocks


@frozen(kw_only=True)
class Word(Node):
    """A word of a known class, or words of none."""

    kind: str
    """The terminal of `grammars/prose.lark` that it is."""
    text: str


@frozen(kw_only=True)
class Count(Node):
    """A number in prose with its measure word."""

    quantity: Quantity


@frozen(kw_only=True)
class Range(Node):
    """Two numbers between which something lies."""


@frozen(kw_only=True)
class Share(Node):
    """A number of per cent as written: `99.92%`."""

    quantity: Quantity


@frozen(kw_only=True)
class Clause(Node):
    """What stands between two commas."""

    terms: "tuple[Term, ...]"
    mark: str = ""
    """The mark that parts it from the next one: `,`, `;`, `:` or `、`."""


@frozen(kw_only=True)
class Aside(Node):
    """Clauses in brackets."""

    clauses: tuple[Clause, ...]


@frozen(kw_only=True)
class Sentence(Node):
    """Clauses up to a full stop; its spans, and theirs, are offsets into the text it stands in."""

    clauses: tuple[Clause, ...]


Term = Word | Count | Range | Share | Aside
"""What a clause is made of."""
