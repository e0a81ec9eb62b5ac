"""Entries set against the rows of a form: which is which, which is missing, which is unknown."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from disclint.binding.blank_places import fill_blanks
from disclint.binding.entries import Entry
from disclint.binding.lexicon import CLOSE, RowKey, lexicon, likeness
from disclint.binding.order import is_shuffled
from disclint.binding.torn import mend
from disclint.forms import Form
from disclint.nodes import Cell

_CLOSE_IN_GAP = 0.4
"""How alike a label is at least, where only one row of the form is left in its place."""


@frozen
class Alignment:
    """The entries of a table, each with its row of the form or none."""

    form: Form
    entries: tuple[Entry, ...]
    is_torn: bool = False
    """Whether labels may stand apart from their figures, or be broken over rows."""

    def missing(self) -> Iterator[tuple[RowKey, int]]:
        """Yield each row that has no entry, and the index of the entry after which it is due."""
        place = {entry.key: index for index, entry in enumerate(self.entries) if entry.key}
        after = -1
        for key in lexicon(self.form).rows:
            if key in place:
                after = place[key]
            else:
                yield key, after


def align(
    entries: Sequence[Entry], form: Form, *, is_torn: bool = False, words: str = ""
) -> Alignment:
    """Return `entries` with the rows of `form` that they are, by label, closeness and place.

    `words`, in normal form, stand around the table; where labels may be torn from their figures, a
    label without any is none.
    """
    result = _first_of_each(entries)
    _guess_each(result, form, lambda entry: entry.label is not None and not entry.tentative)
    result = mend(fill_blanks(result, form), form, words)
    _guess_each(result, form, lambda entry: entry.label is None)
    if is_torn:
        result = [evolve(one, key=None) if is_shuffled(one, form) else one for one in result]
    else:
        _guess_each(result, form, lambda entry: entry.tentative)
    return Alignment(form, tuple(_untied(result)), is_torn)


def _guess_each(entries: list[Entry], form: Form, is_meant: Callable[[Entry], bool]) -> None:
    """Give each of the entries that are meant, and have no row yet, the row it can only be.

    That is one of the rows without an entry between those of its neighbours.
    """
    rows = lexicon(form).rows
    order = {key: place for place, key in enumerate(rows)}
    taken = {entry.key for entry in entries if entry.key}
    ends = list(_next_places(entries, order))
    first = 0
    for index, entry in enumerate(entries):
        if entry.key is None and is_meant(entry):
            key = _guess(entry, [one for one in rows[first : ends[index]] if one not in taken])
            entries[index] = evolve(entry, key=key, tentative=entry.tentative and key is None)
        if key := entries[index].key:
            taken.add(key)
            first = order[key] + 1


def _next_places(entries: Sequence[Entry], order: Mapping[RowKey, int]) -> Iterator[int]:
    """Yield for each of the entries the place of the next row that has one, or the end."""
    places = [len(order)]
    for entry in reversed(entries):
        places.append(order[entry.key] if entry.key else places[-1])
    yield from reversed(places[1:])


def _first_of_each(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, a row that comes again being none of the form."""
    seen: set[RowKey] = set()
    result = []
    for entry in entries:
        again = entry.key in seen
        if entry.key:
            seen.add(entry.key)
        result.append(evolve(entry, key=None) if again else entry)
    return result


def _guess(entry: Entry, gap: Sequence[RowKey]) -> RowKey | None:
    """Return the row that `entry` can only be, by its label and its place."""
    if not entry.values and entry.label is None:
        return None
    if unlabelled := [key for key in gap if not key.row.label]:
        return unlabelled[0]
    fitting = [key for key in gap if len(entry.values) >= len(key.block.columns)]
    only = len(gap) == len(fitting) == 1 and not entry.tentative
    if entry.label is None:
        return gap[0] if only else None
    text = entry.label.text
    scores = sorted(
        ((likeness(text, key.row.spellings()), place) for place, key in enumerate(gap)),
        reverse=True,
    )
    if not scores:
        return None
    score, best = scores[0]
    needed = _CLOSE_IN_GAP if only else CLOSE
    unrivalled = len(scores) == 1 or scores[1][0] < score
    return gap[best] if score >= needed and unrivalled else None


def _untied(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries; a label without figures that is no row becomes a word of the head."""
    words: list[Cell] = []
    for entry in entries:
        if entry.tentative:
            words.extend(filter(None, (*entry.above, entry.label)))
        else:
            yield evolve(entry, above=(*words, *entry.above)) if words else entry
            words = []
