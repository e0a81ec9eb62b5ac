"""Statements in prose: which are read out of labelled sentences, and whether rightly.

`python -m benchmarks.prose` prints the table that stands in docs/accuracy.md.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from attrs import frozen

from disclint import spelling
from disclint.binding.bound import Identity
from disclint.binding.identity import kind_of
from disclint.glossary import Glossary
from disclint.linter import Linter
from disclint.parsing import read_prose
from disclint.plugins import Plugins
from disclint.statements.reader import ClaimReader
from disclint.statements.whose import names_of

SENTENCES = Path(__file__).parent / "sentences.yaml"
SPLITS = ("dev", "test", "fresh")


@frozen(kw_only=True)
class Labelled:
    """A passage with what it says of the tables of the report that it stands in."""

    text: str
    says: frozenset[str]
    split: str
    body: str
    year: int
    is_trap: bool


@frozen
class Score:
    """How many statements were read rightly, wrongly, and not at all."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is said that was read."""
        return self.right / max(1, self.right + self.missed)


def load(path: Path = SENTENCES) -> Iterator[Labelled]:
    """Yield the labelled passages of a file."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield Labelled(
            text=entry["text"],
            says=frozenset(entry["says"]),
            split=entry["split"],
            body=entry.get("body", "青禾县林业局"),
            year=entry.get("year", 2023),
            is_trap=entry.get("trap", False),
        )


def read(labelled: Labelled, glossary: Glossary) -> frozenset[str]:
    """Return what disclint takes the passage to say."""
    identity = Identity(
        title="",
        body=labelled.body,
        year=labelled.year,
        level=None,
        kind=kind_of(labelled.body),
    )
    text = spelling.traced_prose(labelled.text).text
    sentences = read_prose(text, glossary.word_list, names_of(labelled.body))
    claims = ClaimReader(glossary, identity).read(sentences)
    return frozenset(str(claim) for sentence in claims for claim in sentence)


def score(passages: Iterable[Labelled], glossary: Glossary) -> Score:
    """Return how the passages were read."""
    total: Counter[str] = Counter()
    for labelled in passages:
        found = read(labelled, glossary)
        total["right"] += len(found & labelled.says)
        total["wrong"] += len(found - labelled.says)
        total["missed"] += len(labelled.says - found)
    return Score(total["right"], total["wrong"], total["missed"])


def _row(name: str, passages: list[Labelled], glossary: Glossary) -> str:
    scored = score(passages, glossary)
    traps = sum(labelled.is_trap for labelled in passages)
    said = scored.right + scored.missed
    return (
        f"| {name} | {len(passages)} | {traps} | {said} | {scored.right} | {scored.wrong} "
        f"| {scored.precision:.3f} | {scored.recall:.3f} |"
    )


def table(passages: list[Labelled], glossary: Glossary) -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    yield "| sentences | number | traps | statements | read | wrong | precision | recall |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for split in SPLITS:
        yield _row(split, [one for one in passages if one.split == split], glossary)
    yield _row("all", passages, glossary)


def main() -> None:
    """Print the table, and on demand each passage that was not read as labelled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="print what was misread")
    options = parser.parse_args()
    glossary = Linter(Plugins.load()).catalog.genre("ogi").glossary
    passages = list(load())
    if options.mistakes:
        for labelled in passages:
            found = read(labelled, glossary)
            if found != labelled.says:
                print(labelled.text)
                print("    wrong:", sorted(found - labelled.says))
                print("    missed:", sorted(labelled.says - found))
        return
    print("\n".join(table(passages, glossary)))


if __name__ == "__main__":
    main()
