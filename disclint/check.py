"""What a check is, and what it finds."""

from collections.abc import Collection, Iterator, Mapping
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
class Finding:
    """A fact that a check has found, for the rule to put into words."""

    span: Span
    facts: Mapping[str, Fact] = field(factory=dict)
    variant: str = ""
    """Which of the rule's messages says it, if it is not the usual one."""
    related: tuple[Related, ...] = ()


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


class Check(Protocol):
    """A way to look at one kind of node.

    The engine walks and hands over each node of the type `looks_at`. A check does not know its
    code, its severity or its words: those are the rule's. Its attributes are the rule's `with`.
    """

    @property
    def looks_at(self) -> type:
        """The type of node."""
        ...

    def look(self, node: Any, /) -> Iterator[Said]:  # noqa: ANN401 - of the type `looks_at`
        """Yield what is to be found at `node`, and what could not be told."""
        ...


def word_list(words: Collection[object]) -> tuple[str, ...]:
    """Return the words that a rule's `with` lists.

    Raises:
        ValueError: there is none, or one is empty or no text.

    """
    listed = tuple(word for word in words if isinstance(word, str) and word)
    if not listed or len(listed) < len(words):
        message = "a list must have a word at least, and nothing but words"
        raise ValueError(message)
    return listed
