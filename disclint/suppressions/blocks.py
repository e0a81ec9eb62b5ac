"""The block that a comment in a report stands before: a paragraph, a heading, a table or a row."""

from collections.abc import Iterable, Iterator
from itertools import chain

from disclint.nodes import Block, Report, Table
from disclint.source import Place, Source
from disclint.suppressions.places import Stretch


def find_stretch(source: Source, reports: Iterable[Report], place: Place) -> Stretch | None:
    """Return the block that follows on `place`, up to the next one, or nothing if none does.

    Between two rows of a table it is the next row.
    """
    blocks = list(chain.from_iterable(map(_blocks, reports)))
    starts = [source.place(_start(block)) for block in blocks]
    following = next((index for index, start in enumerate(starts) if start > place), len(blocks))
    end = starts[following] if following < len(blocks) else None
    if following and isinstance(table := blocks[following - 1], Table):
        rows = [source.place(row.cells[0].span.start) for row in table.rows]
        after = [*(row for row in rows if row > place), end]
        if len(after) > 1:
            return Stretch(source.path, after[0], after[1])
    if end is None:
        return None
    beyond = starts[following + 1 : following + 2]
    return Stretch(source.path, end, beyond[0] if beyond else None)


def _blocks(report: Report) -> Iterator[Block]:
    """Yield the headings and all that stands under them, in order."""
    yield from report.preamble
    for section in report.sections:
        yield section.heading
        yield from section.blocks


def _start(block: Block) -> int:
    """Return where the text of a block begins, past the frame of a table."""
    return block.rows[0].cells[0].span.start if isinstance(block, Table) else block.span.start
