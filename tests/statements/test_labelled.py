"""The promise of precision and recall, on the labelled sentences."""

import re
from pathlib import Path

from benchmarks.prose import SPLITS, load, score, table
from disclint.linter import Linter

LABEL = re.compile(r"([a-z]+)\.([a-z-]+)(?:@([a-z-]+))?(?:=(?:none|all)|[=~][\d.]+)")
PASSAGES = list(load())


def test_there_are_enough_sentences_and_traps_and_none_twice() -> None:
    assert len(PASSAGES) >= 200
    assert sum(labelled.is_trap for labelled in PASSAGES) >= 80
    assert len({labelled.text for labelled in PASSAGES}) == len(PASSAGES)
    assert {labelled.split for labelled in PASSAGES} == set(SPLITS)


def test_every_label_names_what_the_glossary_has(linter: Linter) -> None:
    topics = {topic.id: topic for topic in linter.catalog.genre("ogi").glossary.topics}
    for labelled in PASSAGES:
        for label in labelled.says:
            found = re.fullmatch(
                r"([a-z]+)\.([a-z-]+)(?:@([a-z-]+))?(?:=(?:none|all)|[=~][\d.]+)", label
            )
            assert found, label
            topic, aspect, party = found.groups()
            assert topics[topic].aspect(aspect), label
            assert party in {None, *(one.id for one in topics[topic].parties)}, label


def test_what_is_read_is_right_and_most_is_read(linter: Linter) -> None:
    scored = score(PASSAGES, linter.catalog.genre("ogi").glossary)
    assert scored.precision >= 0.98
    assert scored.recall >= 0.85


def test_no_trap_that_says_nothing_is_read_more_than_once_in_a_hundred(linter: Linter) -> None:
    silent = [labelled for labelled in PASSAGES if not labelled.says]
    assert len(silent) >= 80
    assert score(silent, linter.catalog.genre("ogi").glossary).wrong <= len(silent) / 100


def test_the_documentation_has_the_table_as_it_is(linter: Linter) -> None:
    page = Path(__file__).parents[2] / "docs" / "accuracy.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    assert [
        line for line in table(PASSAGES, linter.catalog.genre("ogi").glossary) if line not in lines
    ] == []
