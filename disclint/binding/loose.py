"""Labels that stand loose in a text, be it in pieces."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from disclint import spelling
from disclint.forms import Form

_LEAST_COVERED = 0.6
"""How much of a label stands in the loose words at least, by pairs of characters: vertical words
are printed in between."""
_LEAST_PECULIAR = 8
"""By how many pairs of characters, that another form has not, a label is told from its labels."""


def is_covered(label: str, text: str) -> bool:
    """Whether most of `label` stands in `text`, which is in normal form."""
    return _are_covered(_pairs(label), text)


def is_of(other: Form, form: Form, text: str) -> bool:
    """Whether `text` has a label of `other` that `form` has not, nor anything like it."""
    own = frozenset().union(*map(_pairs, form.labels))
    peculiar = ([pair for pair in _pairs(label) if pair not in own] for label in other.labels)
    return any(len(pairs) >= _LEAST_PECULIAR and _are_covered(pairs, text) for pairs in peculiar)


def _are_covered(pairs: Iterable[str], text: str) -> bool:
    found = [pair in text for pair in pairs]
    return sum(found) >= _LEAST_COVERED * len(found)


@lru_cache(maxsize=512)
def _pairs(label: str) -> tuple[str, ...]:
    """Return the pairs of characters that follow each other in `label`, without its number."""
    plain = spelling.label(label).text
    return tuple(one + other for one, other in pairwise(plain))
