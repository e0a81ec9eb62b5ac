"""What a check is, and what it finds."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Protocol

from attrs import field, frozen

from disclint.source import Source, Span
from disclint.wording import Fact, Wording


@frozen
class Related:
    """Another place that a finding is about, and what it is."""

    span: Span
    name: Wording
    source: Source | None = None
    """The file that it stands in, if it is another one."""


@frozen
class Working:
    """A relation worked out: what stands on either side, and what it adds up to."""

    axis: Wording
    """The row or column that it holds in."""
    left: tuple[Related, ...]
    right: tuple[Related, ...]
    left_sum: Decimal | None
    right_sum: Decimal | None
    """Nothing where a figure on that side cannot be reckoned with."""


@frozen
class Edit:
    """A stretch of the text, and what is to stand in its place."""

    span: Span
    text: str


@frozen
class Fix:
    """What would mend a finding; its edits do not overlap."""

    edits: tuple[Edit, ...]
    is_safe: bool = False
    """Whether it leaves what the report says as it is."""


@frozen
class Finding:
    """A fact that a check has found, for the rule to put into words."""

    span: Span
    facts: Mapping[str, Fact] = field(factory=dict)
    variant: str = ""
    """Which of the rule's messages says it, if it is not the usual one."""
    related: tuple[Related, ...] = ()
    workings: tuple[Working, ...] = ()
    """The relations that tell that something is wrong."""
    fix: Fix | None = None


@frozen
class Undecided:
    """Why a check could not tell; it goes to the ledger and is no finding."""

    reason: Wording
    span: Span | None = None


@frozen
class NotApplicable:
    """A check has nothing to look for at a node; it goes to the ledger and is no finding."""


@frozen
class ToldElsewhere:
    """Something is wrong that another rule puts into words; it goes to the ledger."""

    otherwise: Finding | None = None
    """What is found if that rule does not run, so that nothing else names the place."""


Said = Finding | Undecided | NotApplicable | ToldElsewhere
"""What a check may yield."""


FactNames = Mapping[str, frozenset[str]]
"""The names of a finding's facts, by its variant."""


def told(usual: str = "", /, **variants: str) -> FactNames:
    """Return the facts of a check's findings, by variant; names have spaces between.

    `told("cell text", run_together="row text")`: the usual finding has the facts `cell` and `text`,
    one of the variant `run-together` has `row` and `text`.
    """
    named = {name.replace("_", "-"): facts for name, facts in variants.items()}
    return {name: frozenset(facts.split()) for name, facts in {"": usual, **named}.items()}


class Check(Protocol):
    """A way to look at one kind of node.

    The engine walks and hands over each node of the type `looks_at`. A check does not know its
    code, its severity or its words: those are the rule's. Its attributes are the rule's `with`.

    `facts` says beforehand what may be found: each variant, and the facts that every finding of it
    has. So a rule whose messages ask for anything else, or lack a variant, is refused unread.
    """

    @property
    def looks_at(self) -> type:
        """The type of node."""
        ...

    @property
    def facts(self) -> FactNames:
        """The names of the facts of its findings, by variant; the usual one has no name."""
        ...

    def look(self, node: Any, /) -> Iterator[Said]:  # noqa: ANN401 - of the type `looks_at`
        """Yield what is to be found at `node`, and what could not be told."""
        ...


NAMES = "names"


def names(what: str) -> Mapping[str, str]:
    """Return the metadata of an attribute by which a rule names something of its forms.

    `what` is a relation, row, column, section (by its number) or aspect: a rule that names one that
    no pack has is refused.
    """
    return {NAMES: what}


def word(value: object) -> str:
    """Return the text that a rule's `with` gives.

    Raises:
        ValueError: it is none, or empty.

    """
    if not isinstance(value, str) or not value:
        message = "must be a text"
        raise ValueError(message)
    return value


def number(value: object) -> float:
    """Return the number that a rule's `with` gives.

    Raises:
        TypeError: it is none.

    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        message = "must be a number"
        raise TypeError(message)
    return value


def whole_number(value: object) -> int:
    """Return the whole number that a rule's `with` gives.

    Raises:
        TypeError: it is none.

    """
    if isinstance(value, bool) or not isinstance(value, int):
        message = "must be a whole number"
        raise TypeError(message)
    return value


def flag(value: object) -> bool:
    """Return what a rule's `with` says to be so or not.

    Raises:
        TypeError: it is neither true nor false.

    """
    if not isinstance(value, bool):
        message = "must be true or false"
        raise TypeError(message)
    return value


def word_list(words: object) -> tuple[str, ...]:
    """Return the words that a rule's `with` lists.

    Raises:
        ValueError: it is no list, there is none in it, or one is empty or no text.

    """
    listed = words if isinstance(words, (list, tuple)) else ()
    found = tuple(one for one in listed if isinstance(one, str) and one)
    if not found or len(found) < len(listed):
        message = "must be a list of words, one at least"
        raise ValueError(message)
    return found
