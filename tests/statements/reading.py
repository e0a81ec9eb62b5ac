"""What a passage is taken to say."""

from collections.abc import Callable

from benchmarks.prose import Labelled, read
from disclint.linter import Linter

Say = Callable[..., set[str]]


def said(linter: Linter, text: str, body: str = "青禾县林业局", year: int = 2023) -> set[str]:
    """Return the claims of one passage in short."""
    labelled = Labelled(text=text, says=frozenset(), split="", body=body, year=year, is_trap=False)
    return set(read(labelled, linter.catalog.genre("ogi").glossary))
